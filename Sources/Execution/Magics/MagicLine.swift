/// A line of IPython's that is no Python: `%time f()`, `!ls`, `len?`.
struct MagicLine {
    enum Kind: Equatable {
        /// `%name`.
        case line(String)
        /// `%%name`, for the whole cell.
        case cell(String)
        /// `!command`.
        case shell
        /// `?name` and `name?`.
        case help
    }

    let kind: Kind
    /// Bytes of the line before the text.
    let offset: Int
    /// What stands behind the magic's name, or the name to explain.
    let text: String

    /// Nil for a line of Python.
    init?(line: String) {
        let body = line.drop { $0 == " " || $0 == "\t" }
        let blanks = line.utf8.count - body.utf8.count
        if body.hasPrefix("!") {
            (kind, offset, text) = (.shell, blanks + 1, Self.trimmed(body.dropFirst()))
        } else if body.hasPrefix("%") {
            let isCell = body.hasPrefix("%%")
            let behind = body.dropFirst(isCell ? 2 : 1)
            let name = behind.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            guard let first = name.first, first.isLetter || first == "_" else { return nil }
            let rest = behind.dropFirst(name.count)
            let text = rest.drop { $0 == " " || $0 == "\t" }
            kind = isCell ? .cell(String(name)) : .line(String(name))
            offset = line.utf8.count - text.utf8.count
            self.text = Self.trimmed(text)
        } else if let name = Self.question(body) {
            (kind, offset, text) = (.help, blanks, name)
        } else if Self.isShellAssignment(body) {
            (kind, offset, text) = (.shell, blanks, Self.trimmed(body))
        } else {
            return nil
        }
    }

    /// The dotted name of `?name`, `name?` and `name??`.
    private static func question(_ body: Substring) -> String? {
        let text = trimmed(body)
        guard text.hasPrefix("?") || text.hasSuffix("?") else { return nil }
        let name = text.drop { $0 == "?" || $0 == " " }.prefix { $0 != "?" }
        let isName = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        return isName && !name.isEmpty && name.first?.isNumber == false ? String(name) : nil
    }

    /// `files = !ls`.
    private static func isShellAssignment(_ body: Substring) -> Bool {
        let name = body.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let rest = body.dropFirst(name.count).drop { $0 == " " }
        guard !name.isEmpty, rest.hasPrefix("=") else { return false }
        let command = rest.dropFirst().drop { $0 == " " }
        return command.hasPrefix("!") && !command.hasPrefix("!=")
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" || last == "\r" {
            text.removeLast()
        }
        return String(text)
    }
}
