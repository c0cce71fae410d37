import Notebooks

/// The numbers that formulas carry (`\tag{3}`) and the anchors they stand at.
struct EquationTags {
    private var anchors: [String: String] = [:]

    init(_ note: Notebook, anchors names: inout AnchorNames) {
        let displayed = NoteWalk.formulas(note.blocks).filter(\.isDisplayed)
        for tag in displayed.flatMap({ Self.tags(in: $0.tex) }) where anchors[tag] == nil {
            anchors[tag] = names.unique("eq-" + AnchorNames.slug(tag))
        }
    }

    /// The anchor of the formula with a number.
    subscript(tag: String) -> String? { anchors[tag] }

    /// The numbers in a formula's TeX.
    static func tags(in tex: String) -> [String] {
        var tags: [String] = []
        var rest = Substring(tex)
        while let range = rest.firstRange(of: "\\tag") {
            rest = rest[range.upperBound...]
            if rest.first == "*" { rest = rest.dropFirst() }
            rest = rest.drop { $0.isWhitespace }
            guard rest.first == "{", let end = rest.firstIndex(of: "}") else { continue }
            tags.append(rest[rest.index(after: rest.startIndex)..<end].trimmed)
            rest = rest[end...]
        }
        return tags
    }
}
