import Diagnostics

/// Which lines of a source begin a statement: the others go on with one, inside brackets, in a string of
/// several lines, or behind a backslash.
struct StatementLines {
    /// For each line, whether a statement may begin there.
    private(set) var begins: [Bool] = []
    private var depth = 0
    /// The quotes of the string that the line ends in.
    private var quotes: [UInt8] = []
    private var continues = false

    init(_ source: SourceText) {
        for number in 1...source.lineStarts.count {
            begins.append(depth == 0 && quotes.isEmpty && !continues)
            let line = Array(source.line(number).utf8)
            continues = false
            // A magic line is no Python: its quotes and brackets open nothing.
            if begins[number - 1], MagicLine(line: source.line(number)) != nil { continue }
            read(line)
        }
    }

    private mutating func read(_ line: [UInt8]) {
        var place = 0
        while place < line.count {
            if !quotes.isEmpty {
                place = readString(line, place)
                continue
            }
            switch line[place] {
            case UInt8(ascii: "#"): return
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(depth - 1, 0)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let quote = line[place]
                let isLong = line[place...].prefix(3).elementsEqual([quote, quote, quote])
                quotes = Array(repeating: quote, count: isLong ? 3 : 1)
                place += isLong ? 2 : 0
            case UInt8(ascii: "\\") where place == line.count - 1: continues = true
            default: break
            }
            place += 1
        }
        // A short string ends with its line, unless a backslash carries it on.
        if quotes.count == 1 {
            if line.last == UInt8(ascii: "\\") { continues = true } else { quotes = [] }
        }
    }

    /// The place behind a character of a string, or behind the string's end.
    private mutating func readString(_ line: [UInt8], _ place: Int) -> Int {
        if line[place] == UInt8(ascii: "\\") { return place + 2 }
        guard line[place...].starts(with: quotes) else { return place + 1 }
        defer { quotes = [] }
        return place + quotes.count
    }
}
