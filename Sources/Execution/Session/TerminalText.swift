/// Printed text as it stands in the end: progress bars overwrite themselves with `\r` and `\b`.
enum TerminalText {
    static func settled(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x0D || $0 == 0x08 }) else { return text }
        // By scalars: Swift sees `\r\n` as one character.
        return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { settledLine(Substring($0)) }.joined(separator: "\n")
    }

    /// A carriage return begins the line anew; a backspace steps back over what is then overwritten.
    private static func settledLine(_ line: Substring) -> String {
        guard line.utf8.contains(where: { $0 == 0x0D || $0 == 0x08 }) else { return String(line) }
        var cells: [Unicode.Scalar] = []
        var column = 0
        for scalar in line.unicodeScalars {
            switch scalar {
            case "\r": column = 0
            case "\u{8}": column = max(column - 1, 0)
            default:
                if column < cells.count { cells[column] = scalar } else { cells.append(scalar) }
                column += 1
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: cells)
        return String(result)
    }
}
