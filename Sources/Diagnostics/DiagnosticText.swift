/// Writes diagnostics for people, as compilers do:
///
///     notes.md:12:7: error: name 'h' is not defined
///      12 | out, h = cell(xt, h)
///         |                   ^
///         hint: did you mean `h0`?
package enum DiagnosticText {
    /// The lines of a diagnostic, the last one without its end; colours are ANSI escapes.
    package static func render(_ diagnostic: Diagnostic, colored: Bool = false) -> String {
        let paint = Paint(isOn: colored)
        var lines = [headline(diagnostic, paint)]
        let number = diagnostic.place.map { String($0.position.line) } ?? ""
        let margin = String(repeating: " ", count: max(number.count, 2) + 1)
        if let excerpt = diagnostic.place?.excerpt {
            let shown = ShownExcerpt(excerpt)
            let padding = String(repeating: " ", count: margin.count - number.count)
            lines.append(
                paint.dim(padding + number + " |") + (shown.line.isEmpty ? "" : " " + shown.line))
            lines.append(paint.dim(margin + " |") + " " + shown.indent + paint.green(shown.caret))
        }
        for hint in diagnostic.hints {
            lines.append(margin + " " + paint.cyan("hint:") + " " + ShownExcerpt.visible(hint))
        }
        return lines.joined(separator: "\n")
    }

    private static func headline(_ diagnostic: Diagnostic, _ paint: Paint) -> String {
        let place = diagnostic.place.map { place in
            paint.bold("\(place.file):\(place.position.line):\(place.position.column):") + " "
        }
        let severity = diagnostic.severity.rawValue + ":"
        let name =
            switch diagnostic.severity {
            case .error: paint.red(severity)
            case .warning: paint.magenta(severity)
            case .note: paint.cyan(severity)
            }
        return (place ?? "") + name + " " + paint.bold(ShownExcerpt.visible(diagnostic.message))
    }
}

/// A source line as a terminal can show it, and the caret line below it.
struct ShownExcerpt {
    private(set) var line = ""
    /// Blanks before the caret.
    private(set) var indent = ""
    /// `^~~~`, as wide as what it underlines.
    private(set) var caret = ""

    /// Longer lines are cut at both sides, so that the caret stays on the screen.
    private static let maximumColumns = 160
    /// What is kept before the caret of a line that is cut.
    private static let columnsBefore = 60

    init(_ excerpt: Diagnostic.Excerpt) {
        let start = max(excerpt.column - 1, 0)
        let end = start + max(excerpt.width, 1)
        let scalars = Array(excerpt.line.unicodeScalars)
        let isLong = scalars.count > Self.maximumColumns
        let first = isLong ? max(min(start, scalars.count) - Self.columnsBefore, 0) : 0
        let last = isLong ? min(first + Self.maximumColumns, scalars.count) : scalars.count
        var column = 0
        if first > 0 { put("…", at: &column, isUnderlined: false, isBefore: true) }
        for index in first..<last {
            let isBefore = index < start
            put(
                scalars[index], at: &column, isUnderlined: !isBefore && index < end,
                isBefore: isBefore)
        }
        if last < scalars.count { line += "…" }
        // Behind the line's last character, where something is missing.
        if start >= scalars.count { indent += String(repeating: " ", count: start - scalars.count) }
        caret = "^" + caret.dropFirst()
    }

    private mutating func put(
        _ scalar: Unicode.Scalar, at column: inout Int, isUnderlined: Bool, isBefore: Bool
    ) {
        var text = String(Self.visible(scalar))
        var width = TextWidth.columns(of: text)
        if scalar == "\t" {
            width = 4 - column % 4
            text = String(repeating: " ", count: width)
        }
        line += text
        column += width
        if isBefore { indent += String(repeating: " ", count: width) }
        if isUnderlined { caret += String(repeating: "~", count: width) }
    }

    /// A text without the control characters that would steer the terminal.
    static func visible(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(scalar == "\n" ? scalar : visible(scalar))
        }
        return String(scalars)
    }

    private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar == "\t" { return " " }
        let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        let turnsText =
            (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        return isControl || turnsText ? "\u{FFFD}" : scalar
    }
}

/// ANSI colours, or nothing.
private struct Paint {
    let isOn: Bool

    func bold(_ text: String) -> String { painted(text, "1") }
    func dim(_ text: String) -> String { painted(text, "2") }
    func red(_ text: String) -> String { painted(text, "1;31") }
    func green(_ text: String) -> String { painted(text, "32") }
    func magenta(_ text: String) -> String { painted(text, "1;35") }
    func cyan(_ text: String) -> String { painted(text, "36") }

    private func painted(_ text: String, _ code: String) -> String {
        isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
