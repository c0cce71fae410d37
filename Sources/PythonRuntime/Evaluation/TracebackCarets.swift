import Diagnostics
import PythonSyntax

extension TracebackFrame {
    /// What a reader is shown of a call.
    package init(_ entry: TraceEntry) {
        let source = entry.source
        let start = source.position(of: entry.span.start)
        let line = source.line(start.line)
        file = source.name
        self.line = source.filePosition(of: entry.span.start).line
        function = entry.function
        let indentation = line.unicodeScalars.prefix { $0.properties.isWhitespace }.count
        var trimmed = line.unicodeScalars.dropFirst(indentation)
        while let last = trimmed.last, last.properties.isWhitespace { trimmed.removeLast() }
        // The line of a text without a file is not at hand when CPython prints it.
        guard !source.name.hasPrefix("<") else {
            (text, carets) = ("", nil)
            return
        }
        text = String(trimmed)
        carets = Self.carets(entry, line: Array(line.unicodeScalars), indentation, trimmed.count)
    }

    /// The marks below a line (PEP 657): none where they would underline all of it.
    private static func carets(
        _ entry: TraceEntry, line: [Unicode.Scalar], _ indentation: Int, _ textCount: Int
    ) -> String? {
        guard entry.span.end > entry.span.start else { return nil }
        let start = entry.source.position(of: entry.span.start)
        let end = entry.source.position(of: entry.span.end)
        let isOneLine = start.line == end.line
        let first = start.column - 1
        let last = isOneLine ? end.column - 1 : indentation + textCount
        guard first >= indentation, last > first, last <= line.count else { return nil }
        let segment = line[first..<last]
        let anchors = isOneLine ? CaretAnchors(of: text(segment)) : nil
        let hasAnchors = anchors.map { $0.end > $0.start } ?? false
        guard segment.count < textCount || hasAnchors else { return nil }
        func width(_ range: Range<Int>) -> Int { line[range].reduce(0) { $0 + $1.columns } }
        let space = String(repeating: " ", count: width(indentation..<first))
        guard let anchors, first + anchors.end <= last else {
            return space + String(repeating: "^", count: width(first..<last))
        }
        let (left, right) = (first + anchors.start, first + anchors.end)
        return space + String(repeating: "~", count: width(first..<left))
            + String(repeating: "^", count: width(left..<right))
            + String(repeating: "~", count: width(right..<last))
    }

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

/// The part of an expression that did what failed: its operator, or the brackets of a subscript.
struct CaretAnchors {
    /// Scalars from the start of the expression, half open.
    let start: Int
    let end: Int

    /// nil where the text is neither a binary operation nor a subscript.
    init?(of text: String) {
        let source = SourceText(name: "<segment>", text: text)
        guard let expression = try? Parser.parseExpression(source) else { return nil }
        let scalars = Array(text.unicodeScalars)
        func scalarIndex(_ offset: Int) -> Int { source.position(of: offset).column - 1 }
        switch expression.kind {
        case .binary(let left, _, let right):
            var start = scalarIndex(left.span.end)
            let limit = scalarIndex(right.span.start)
            // A left operand in parentheses ends before them.
            while start < limit, scalars[start].properties.isWhitespace || scalars[start] == ")" {
                start += 1
            }
            guard start < limit else { return nil }
            let isLong =
                start + 1 < limit && !scalars[start + 1].properties.isWhitespace
                && scalars[start + 1] == scalars[start]
            self.start = start
            end = start + (isLong ? 2 : 1)
        case .item(let value, let index):
            var start = scalarIndex(value.span.end)
            var end = scalarIndex(index.span.end)
            while start < scalars.count, scalars[start] != "[" { start += 1 }
            while end < scalars.count, scalars[end] != "]" { end += 1 }
            self.start = start
            self.end = min(end + 1, scalars.count)
        default: return nil
        }
    }
}

extension Unicode.Scalar {
    /// The columns that a terminal takes for it: two for East Asian wide characters.
    fileprivate var columns: Int {
        let wide: [ClosedRange<UInt32>] = [
            0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
        ]
        return wide.contains { $0.contains(value) } ? 2 : 1
    }
}
