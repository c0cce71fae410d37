import Diagnostics

/// A cell's code with IPython's lines made Python: magics become comments, and a last `;` silences `Out`.
///
/// Every line keeps its number and its columns, so that places in messages stay true.
struct MagicCell {
    let source: SourceText
    /// Whether the value of the last expression is not shown.
    let isSilent: Bool
    private(set) var diagnostics: [Diagnostic] = []

    /// Line magics that only matter to Jupyter: they mean nothing here, and nothing is lost.
    private static let harmless: Set<String> = [
        "matplotlib", "config", "load_ext", "autoreload", "reload_ext", "tensorflow_version",
        "pylab",
        "precision", "colors", "autosave", "pip", "conda",
    ]

    init(_ cell: SourceText) {
        isSilent = Self.endsWithSemicolon(cell.text)
        guard
            cell.utf8.contains(where: {
                $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?")
            })
        else {
            source = cell
            return
        }
        var found: [Diagnostic] = []
        let lines = (1...cell.lineStarts.count).map { number -> String in
            let line = cell.line(number)
            guard let replaced = Self.python(for: line) else { return line }
            if let message = replaced.message {
                let span = SourceSpan(
                    cell.lineStarts[number - 1], cell.lineStarts[number - 1] + line.utf8.count)
                found.append(Diagnostic(.warning, message, at: Diagnostic.Place(span, in: cell)))
            }
            return replaced.line
        }
        source = SourceText(
            name: cell.name, text: lines.joined(separator: "\n"), origin: cell.origin)
        diagnostics = found
    }

    /// What stands in a magic line's place; nil for a line of Python.
    private static func python(for line: String) -> (line: String, message: String?)? {
        let body = line.drop { $0 == " " || $0 == "\t" }
        let indentation = line.prefix(line.count - body.count)
        if body.hasPrefix("!") {
            let reason = "a note may not start programs"
            return (
                indentation
                    + "raise NotImplementedError('!-commands are not available in nbrun (\(reason))')",
                nil
            )
        }
        guard body.hasPrefix("%") else { return nil }
        let isCell = body.hasPrefix("%%")
        let name = String(body.drop { $0 == "%" }.prefix { $0.isLetter || $0 == "_" })
        let rest = body.drop { $0 == "%" }.dropFirst(name.count)
        if !isCell, name == "time" || name == "timeit" {
            return (indentation + String(rest.drop { $0 == " " }), nil)
        }
        if harmless.contains(name)
            || isCell && (name == "time" || name == "timeit" || name == "capture")
        {
            return (indentation + "pass", nil)
        }
        return (indentation + "pass", "the magic `%\(name)` is not available and was left out")
    }

    private static func endsWithSemicolon(_ text: String) -> Bool {
        for line in text.split(separator: "\n").reversed() {
            let body = line.trimmingBlanks
            if body.isEmpty || body.hasPrefix("#") { continue }
            guard let comment = body.firstIndex(of: "#"),
                !body[..<comment].contains(where: { $0 == "'" || $0 == "\"" })
            else { return body.hasSuffix(";") }
            return Substring(body[..<comment]).trimmingBlanks.hasSuffix(";")
        }
        return false
    }
}

extension Substring {
    /// Without blanks and tabs at both ends.
    fileprivate var trimmingBlanks: Substring {
        var text = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
        while let last = text.last, last == " " || last == "\t" || last == "\r" {
            text.removeLast()
        }
        return text
    }
}
