/// Reads the small part of TeX that labels use: letters, Greek, raised and lowered pieces, fractions on a line.
struct MathText {
    private var rest: Substring
    private var runs: [RichText.Run] = []
    private var style = RichText.Run(text: "", isItalic: true)
    private var depth = 0

    /// Deeper nesting than any label has is read as plain text.
    private static let deepest = 30

    static func runs(of tex: String) -> [RichText.Run] {
        var reader = MathText(rest: tex[...])
        reader.readAll()
        return merged(reader.runs)
    }

    private init(rest: Substring) { self.rest = rest }

    private static func merged(_ runs: [RichText.Run]) -> [RichText.Run] {
        var result: [RichText.Run] = []
        for run in runs {
            if var last = result.last, last.isItalic == run.isItalic, last.isBold == run.isBold,
                last.rise == run.rise, last.scale == run.scale
            {
                last.text += run.text
                result[result.count - 1] = last
            } else {
                result.append(run)
            }
        }
        return result
    }

    private mutating func readAll() { while !rest.isEmpty { readAtom() } }

    private mutating func add(_ text: String, isItalic: Bool? = nil) {
        guard !text.isEmpty else { return }
        var run = style
        run.text = text
        if let isItalic { run.isItalic = isItalic }
        runs.append(run)
    }

    private mutating func readAtom() {
        guard let character = rest.popFirst() else { return }
        switch character {
        case "{": readGroup()
        case "}", " ": break
        case "^": raised(0.38)
        case "_": raised(-0.18)
        case "\\": readCommand()
        case "-": add("\u{2212}", isItalic: false)
        case "=", "+", "<", ">": add("\u{2009}\(character)\u{2009}", isItalic: false)
        case "'": add("\u{2032}", isItalic: false)
        default: add(String(character), isItalic: character.isLetter ? nil : false)
        }
    }

    private mutating func readGroup() {
        guard depth < Self.deepest else { return }
        depth += 1
        defer { depth -= 1 }
        while let next = rest.first, next != "}" { readAtom() }
        rest = rest.dropFirst()
    }

    private mutating func raised(_ rise: Double) {
        let outer = style
        style.rise += rise * style.scale
        style.scale *= 0.7
        readArgument()
        style = outer
    }

    /// The next group or the next single sign.
    private mutating func readArgument() {
        while rest.first == " " { rest = rest.dropFirst() }
        if depth < Self.deepest { readAtom() }
    }

    private mutating func styled(_ change: (inout RichText.Run) -> Void) {
        let outer = style
        change(&style)
        readArgument()
        style = outer
    }

    private mutating func readCommand() {
        let name = String(rest.prefix { $0.isLetter && $0.isASCII })
        guard !name.isEmpty else {
            let sign = rest.popFirst().map(String.init) ?? ""
            return add(
                [",": "\u{2009}", ";": "\u{2005}", "!": "", ":": "\u{2005}"][sign] ?? sign,
                isItalic: false)
        }
        rest = rest.dropFirst(name.count)
        if let symbol = TeXSymbols.table[name] {
            // Functions such as `sin` stand upright, small Greek letters lean.
            let isVariable = symbol != name && symbol.first?.isLetter == true
            return add(symbol, isItalic: isVariable && name.first?.isLowercase == true)
        }
        switch name {
        case "frac", "dfrac", "tfrac": readFraction()
        case "sqrt":
            add("\u{221A}", isItalic: false)
            readArgument()
        case "mathrm", "text", "mathdefault", "rm", "operatorname", "mathsf", "textrm":
            readText { $0.isItalic = false }
        case "mathbf", "textbf", "boldsymbol", "bf", "bm":
            readText {
                $0.isBold = true; $0.isItalic = false
            }
        case "mathit", "it", "mathcal", "mathbb": styled { $0.isItalic = true }
        case "hat": accent("\u{302}")
        case "bar", "overline": accent("\u{304}")
        case "tilde": accent("\u{303}")
        case "dot": accent("\u{307}")
        case "vec": accent("\u{20D7}")
        case "left", "right", "limits", "displaystyle", "big", "Big": break
        case "quad", "qquad": add("\u{2003}")
        default: add(name, isItalic: false)
        }
    }

    /// A group whose blanks count.
    private mutating func readText(_ change: (inout RichText.Run) -> Void) {
        guard rest.first == "{", let end = rest.firstIndex(of: "}"),
            !rest[..<end].contains(where: { $0 == "\\" || $0 == "_" || $0 == "^" })
        else { return styled(change) }
        let outer = style
        change(&style)
        add(String(rest[rest.index(after: rest.startIndex)..<end]))
        style = outer
        rest = rest[rest.index(after: end)...]
    }

    private mutating func readFraction() {
        readPart()
        add("/", isItalic: false)
        readPart()
    }

    /// A numerator or a denominator, in brackets where it is a sum.
    private mutating func readPart() {
        let start = runs.count
        readArgument()
        let text = runs[start...].map(\.text).joined()
        guard text.contains(where: { "+\u{2212}".contains($0) }), start < runs.count else { return }
        var bracket = style
        (bracket.text, bracket.isItalic) = ("(", false)
        runs.insert(bracket, at: start)
        add(")", isItalic: false)
    }

    private mutating func accent(_ mark: String) {
        readArgument()
        if !runs.isEmpty { runs[runs.count - 1].text += mark }
    }
}
