import Diagnostics

/// Colours a string; the expressions in an f-string are coloured as code.
struct FormattedColours {
    private let bytes: [UInt8]
    private var cursor: Int
    private let end: Int
    private var start: Int
    private var pieces: [HighlightToken] = []

    /// The pieces of a string token.
    static func pieces(of token: SourceSpan, in bytes: [UInt8]) -> [HighlightToken] {
        let prefixEnd = bytes[token.range].firstIndex {
            $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"")
        }
        guard let prefixEnd, StringPrefix(bytes[token.start..<prefixEnd])?.isFormatted == true
        else {
            return [HighlightToken(.string, token)]
        }
        var colours = FormattedColours(
            bytes: bytes, cursor: prefixEnd, end: token.end, start: token.start)
        colours.read()
        return colours.pieces
    }

    private init(bytes: [UInt8], cursor: Int, end: Int, start: Int) {
        self.bytes = bytes
        self.cursor = cursor
        self.end = end
        self.start = start
    }

    private mutating func read() {
        while cursor < end {
            let isOpening = bytes[cursor] == UInt8(ascii: "{")
            let isDouble = isOpening && cursor + 1 < end && bytes[cursor + 1] == bytes[cursor]
            if isOpening, !isDouble {
                finish(.string)
                readField()
            } else {
                cursor += isDouble ? 2 : 1
            }
        }
        cursor = end
        finish(.string)
    }

    /// Ends the piece that began at `start`.
    private mutating func finish(_ kind: HighlightToken.Kind) {
        if cursor > start { pieces.append(HighlightToken(kind, SourceSpan(start, cursor))) }
        start = cursor
    }

    /// Colours `{expression!r:format}`.
    private mutating func readField() {
        cursor += 1
        finish(.field)
        var scanner = FieldScanner(bytes, cursor..<end)
        guard let stop = try? scanner.expressionEnd() else { return }
        pieces += Self.code(bytes, cursor..<stop)
        cursor = stop
        start = stop
        var depth = 1
        while cursor < end, depth > 0 {
            if bytes[cursor] == UInt8(ascii: "{") {
                finish(.field)
                readField()
            } else {
                if bytes[cursor] == UInt8(ascii: "}") { depth -= 1 }
                cursor += 1
            }
        }
        finish(.field)
    }

    private static func code(_ bytes: [UInt8], _ range: Range<Int>) -> [HighlightToken] {
        var highlighter = Highlighter(Lexer(bytes, enclosed: range))
        return highlighter.tokens()
    }
}
