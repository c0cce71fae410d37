/// A text with a name, and where its lines stand in the file it was cut from.
///
/// Offsets are UTF-8 bytes from the start of the text, so that a span costs two integers.
package struct SourceText: Sendable {
    /// What a diagnostic calls the text: the path of the note's file.
    package let name: String
    package let utf8: [UInt8]
    /// The offset of the first byte of each line; never empty.
    package let lineStarts: [Int]
    /// Where the text's lines stand in the file; nil when the text is the file.
    package let origin: LineOrigin?

    package init(name: String, text: String, origin: LineOrigin? = nil) {
        self.init(name: name, utf8: Array(text.utf8), origin: origin)
    }

    package init(name: String, utf8: [UInt8], origin: LineOrigin? = nil) {
        self.name = name
        self.utf8 = utf8
        self.origin = origin
        var starts = [0]
        for (offset, byte) in utf8.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        lineStarts = starts
    }

    package var text: String { String(decoding: utf8, as: UTF8.self) }

    /// The line of a byte offset, from 0.
    package func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The place of a byte offset in this text: line from 1, column from 1 in Unicode scalars.
    package func position(of offset: Int) -> SourcePosition {
        let line = lineIndex(of: offset)
        let end = min(max(offset, lineStarts[line]), utf8.count)
        let before = String(decoding: utf8[lineStarts[line]..<end], as: UTF8.self)
        return SourcePosition(line: line + 1, column: before.unicodeScalars.count + 1)
    }

    /// The place of a byte offset in the file the text was cut from.
    package func filePosition(of offset: Int) -> SourcePosition {
        let here = position(of: offset)
        return origin?.filePosition(of: here) ?? here
    }

    /// A line's text without its end, `line` from 1; empty past the last line.
    package func line(_ line: Int) -> String {
        guard line >= 1, line <= lineStarts.count else { return "" }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] - 1 : utf8.count
        if end > start, utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: utf8[start..<max(start, end)], as: UTF8.self)
    }

    package func text(of span: SourceSpan) -> String {
        let start = min(max(span.start, 0), utf8.count)
        return String(decoding: utf8[start..<min(max(span.end, start), utf8.count)], as: UTF8.self)
    }
}

/// A line and a column, both from 1; the column counts Unicode scalars.
package struct SourcePosition: Sendable, Hashable, Codable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// A half-open range of UTF-8 bytes in a text.
package struct SourceSpan: Sendable, Hashable {
    private let lower: Int32
    private let upper: Int32

    package init(_ start: Int, _ end: Int) {
        lower = Int32(truncatingIfNeeded: start)
        upper = Int32(truncatingIfNeeded: end)
    }

    package var start: Int { Int(lower) }
    package var end: Int { Int(upper) }

    /// The span from the start of this one to the end of the other.
    package func to(_ other: SourceSpan) -> SourceSpan { SourceSpan(start, other.end) }

    package static let none = SourceSpan(0, 0)
}

/// Where the lines of a text that was cut out of a file stand in that file.
///
/// A cell in a list item loses its indentation; this remembers how much each line lost.
package struct LineOrigin: Sendable, Hashable {
    /// For each line of the text: its line in the file, from 1, and the columns cut off before it.
    package var lines: [SourcePosition]

    /// `lines` hold the file's line and the column where the text's first column stands, both from
    /// 1.
    package init(lines: [SourcePosition]) { self.lines = lines }

    package func filePosition(of position: SourcePosition) -> SourcePosition {
        guard !lines.isEmpty else { return position }
        let index = min(max(position.line - 1, 0), lines.count - 1)
        let start = lines[index]
        let beyond = max(position.line - lines.count, 0)
        return SourcePosition(
            line: start.line + beyond, column: start.column + position.column - 1)
    }
}
