/// A piece of HTML as a browser's tokenizer sees it; comments and declarations are no tokens here.
enum HTMLToken: Equatable {
    case text(String)
    case start(HTMLTag)
    case end(name: String)
}

/// A start tag with the attributes as a browser would hold them: decoded, the first of a name only.
struct HTMLTag: Equatable {
    struct Attribute: Equatable {
        var name: String
        var value: String
    }

    var name: String
    var attributes: [Attribute]
    var isSelfClosing = false

    subscript(attribute: String) -> String? {
        attributes.first { $0.name == attribute }?.value
    }
}
