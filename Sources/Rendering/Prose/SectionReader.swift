import Notebooks

/// Cuts a note into its sections, as plain text.
struct SectionReader {
    private var sections: [NoteContent.Section] = []
    private let note: Notebook
    private let outline: Outline

    /// The sections of a note, the part before the first heading included.
    static func sections(of note: Notebook, _ outline: Outline) -> [NoteContent.Section] {
        var reader = SectionReader(note: note, outline: outline)
        reader.begin(anchor: "", title: "")
        NoteWalk.blocks(note.blocks) { reader.read($0) }
        return reader.sections.filter { !$0.title.isEmpty || !$0.text.isEmpty || !$0.code.isEmpty }
    }

    /// The beginning of the prose, headings left out: what fits into two lines of a list.
    static func description(of note: Notebook, _ outline: Outline) -> String {
        var description = ""
        NoteWalk.blocks(note.blocks) { block in
            guard description.isEmpty, outline[line: block.line] == nil,
                case .paragraph(let text) = block.kind
            else { return }
            description = shortened(text.prose)
        }
        return description
    }

    /// The beginning of a text, at most as long as two lines; a Latin word is not cut.
    private static func shortened(_ text: String) -> String {
        let longest = 150
        let longestWord = 20
        guard text.count > longest else { return text }
        let head = text.prefix(longest)
        let space = head.suffix(longestWord).lastIndex(of: " ")
        return (space.map { head[..<$0] } ?? head) + "…"
    }

    private init(note: Notebook, outline: Outline) {
        self.note = note
        self.outline = outline
    }

    private mutating func begin(anchor: String, title: String) {
        sections.append(NoteContent.Section(anchor: anchor, title: title, text: "", code: ""))
    }

    private mutating func read(_ block: Block) {
        if let heading = outline[line: block.line], block.isText {
            begin(anchor: heading.anchor, title: heading.text.plainText)
            return
        }
        switch block.kind {
        case .heading: break
        case .cell(let index): add(code: note.cells[index].source.text)
        case .code(_, let text): add(code: text)
        default: for text in block.texts { add(text.searchText) }
        }
    }

    private mutating func add(_ text: String) {
        let text = text.trimmed
        guard !text.isEmpty else { return }
        let last = sections.count - 1
        sections[last].text += sections[last].text.isEmpty ? text : " " + text
    }

    private mutating func add(code: String) { sections[sections.count - 1].code += code + "\n" }
}

extension Block {
    fileprivate var isText: Bool {
        switch kind {
        case .paragraph, .heading: true
        default: false
        }
    }
}

extension [Inline] {
    /// The words alone, without pictures, and of formulas those that read as words do.
    fileprivate var prose: String {
        let words = compactMap { inline -> Inline? in
            switch inline {
            case .math(let formula, _): FormulaWords.text(of: formula).map(Inline.text)
            case .image, .footnoteReference: nil
            default: inline
            }
        }
        return words.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The text without formulas, whose TeX nobody searches for.
    fileprivate var searchText: String {
        filter { if case .math = $0 { false } else { true } }.plainText
    }
}

/// Formulas that can stand in plain text: names of functions and variables, and what is between them.
private enum FormulaWords {
    private static let functions: Set<Substring> = [
        "tanh", "sin", "cos", "exp", "log", "ln", "max", "min",
    ]
    private static let symbols: [Substring: String] = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "eta": "η", "lambda": "λ",
        "sigma": "σ", "theta": "θ", "times": "×", "cdot": "·",
    ]
    private static let plain = Set("+-=<>(),.|/ ")

    /// Nil for a formula that only typesetting can show.
    static func text(of formula: String) -> String? {
        var text = ""
        var rest = formula[...]
        while let character = rest.popFirst() {
            if character == "\\" {
                let name = rest.prefix(while: \.isLetter)
                rest = rest.dropFirst(name.count)
                if functions.contains(name) {
                    text += name
                } else if let symbol = symbols[name] {
                    text += symbol
                } else {
                    return nil
                }
            } else if character.isASCII, character.isLetter || character.isNumber {
                text.append(character)
            } else if plain.contains(character) {
                text.append(character)
            } else {
                return nil
            }
        }
        return text
    }
}
