import PythonSyntax

/// Python code with its words coloured, by the lexer that runs it.
enum CodeHighlighting {
    /// Names that Python knows without an import and that notes use.
    private static let builtins: Set<String> = [
        "abs", "all", "any", "bool", "bytes", "callable", "dict", "dir", "enumerate", "filter",
        "float", "format",
        "getattr", "hasattr", "hash", "help", "id", "input", "int", "isinstance", "issubclass",
        "iter", "len",
        "list", "map", "max", "min", "next", "object", "open", "ord", "pow", "print", "property",
        "range", "repr",
        "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum",
        "super", "tuple",
        "type", "vars", "zip",
    ]

    /// The code as HTML; a text that is no Python is coloured as far as it reads.
    static func html(_ code: String) -> String {
        let bytes = Array(code.utf8)
        var lexer = Lexer(bytes)
        var html = ""
        var position = 0
        var previous = Token.Kind.newline
        while true {
            let token = lexer.next()
            if token.kind == .end { break }
            let span = token.span.start..<token.span.end
            guard span.lowerBound >= position, !span.isEmpty else { continue }
            html += text(bytes[position..<span.lowerBound])
            let content = text(bytes[span])
            let name = self.name(of: token.kind, content, after: previous)
            html += name.map { "<span class=\"\($0)\">\(content)</span>" } ?? content
            position = span.upperBound
            if token.kind != .comment { previous = token.kind }
        }
        return html + text(bytes[position...])
    }

    /// The class of a token's colour; nil for plain text.
    private static func name(of kind: Token.Kind, _ text: String, after previous: Token.Kind)
        -> String?
    {
        switch kind {
        case .comment: "hc"
        case .string: "hs"
        case .number: "hn"
        case .name:
            switch previous {
            case .def, .class: "hd"
            case .dot: nil
            default: builtins.contains(text) ? "hb" : nil
            }
        case .at: isLineStart(previous) ? "hd" : nil
        default: kind.rawValue.first?.isLetter == true && !isStructure(kind) ? "hk" : nil
        }
    }

    private static func isLineStart(_ kind: Token.Kind) -> Bool {
        kind == .newline || kind == .indent || kind == .dedent
    }

    private static func isStructure(_ kind: Token.Kind) -> Bool {
        isLineStart(kind) || kind == .end || kind == .unknown
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).escapedHTML
    }
}
