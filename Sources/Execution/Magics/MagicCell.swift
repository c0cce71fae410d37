import Diagnostics

/// A cell's code in parts: Python, and IPython's lines between.
///
/// A part of Python is the whole cell with blanks in place of what is not its own: every piece keeps its line,
/// its column and its offset, so that places in messages stay true and the reader sees the lines as written.
struct MagicCell {
    enum Part {
        case python(SourceText)
        /// A magic line, and what it runs: a statement, or the rest of the cell.
        case magic(MagicLine, number: Int, code: SourceText?)
    }

    let parts: [Part]
    /// The cell as Python alone: what its names and its assignments are.
    let source: SourceText
    /// Whether the value of the last expression is not shown.
    let isSilent: Bool

    init(_ cell: SourceText) {
        isSilent = Self.endsWithSemicolon(cell.text)
        let signs = [UInt8(ascii: "%"), UInt8(ascii: "!"), UInt8(ascii: "?")]
        guard cell.utf8.contains(where: signs.contains) else {
            source = cell
            parts = [.python(cell)]
            return
        }
        var split = CellSplit(cell)
        parts = split.parts()
        source = split.python
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

/// Takes a cell apart.
private struct CellSplit {
    private let cell: SourceText
    private let begins: [Bool]
    private var found: [MagicCell.Part] = []
    /// The first line of Python that no part has yet.
    private var start = 1
    /// The cell with blanks for its magics, statements behind `%time` kept.
    private(set) var python: SourceText

    init(_ cell: SourceText) {
        self.cell = cell
        begins = StatementLines(cell).begins
        python = cell
    }

    mutating func parts() -> [MagicCell.Part] {
        var bytes = cell.utf8
        for number in 1...begins.count where begins[number - 1] {
            guard let magic = MagicLine(line: cell.line(number)) else { continue }
            Self.blank(&bytes, lines(number, number))
            if isIndented(number) {
                keepStatement(of: magic, number, in: &bytes)
                continue
            }
            addPython(to: number - 1, bytes)
            start = number + 1
            if case .cell = magic.kind {
                let rest = lines(number + 1, begins.count)
                found.append(.magic(magic, number: number, code: only(rest, bytes)))
                python = SourceText(name: cell.name, utf8: bytes, origin: cell.origin)
                return found
            }
            let code = statement(of: magic, number)
            if let code { Self.copy(code, lines(number, number), to: &bytes) }
            found.append(.magic(magic, number: number, code: code))
        }
        python = SourceText(name: cell.name, utf8: bytes, origin: cell.origin)
        addPython(to: begins.count, bytes)
        return found
    }

    /// Inside a block a magic can only be left out, but for the statement that it was to measure.
    private mutating func keepStatement(
        of magic: MagicLine, _ number: Int, in bytes: inout [UInt8]
    ) {
        python = SourceText(name: cell.name, utf8: bytes, origin: cell.origin)
        let begin = cell.lineStarts[number - 1] + indentation(number)
        bytes[begin] = UInt8(ascii: "0")
        guard let code = statement(of: magic, number) else { return }
        let range = lines(number, number)
        guard begin + 2 < range.upperBound else { return }
        bytes[begin + 1] = UInt8(ascii: ";")
        for place in (begin + 2)..<range.upperBound { bytes[place] = code.utf8[place] }
    }

    private func isIndented(_ number: Int) -> Bool { indentation(number) > 0 }

    private func indentation(_ number: Int) -> Int {
        cell.line(number).utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
    }

    private mutating func addPython(to end: Int, _ bytes: [UInt8]) {
        guard end >= start else { return }
        let range = lines(start, end)
        guard bytes[range].contains(where: { $0 > UInt8(ascii: " ") }) else { return }
        found.append(.python(only(range, bytes)))
    }

    /// The statement of `%time statement`, behind a `0;` that keeps it from being indented.
    private func statement(of magic: MagicLine, _ number: Int) -> SourceText? {
        guard case .line(let name) = magic.kind, name == "time" || name == "timeit" else {
            return nil
        }
        let range = lines(number, number)
        let skipped = name == "timeit" ? TimingOptions(magic.text).length : 0
        var bytes = cell.utf8
        let begin = range.lowerBound + min(magic.offset + skipped, range.count)
        for place in range.lowerBound..<begin { bytes[place] = UInt8(ascii: " ") }
        if begin < range.upperBound {
            bytes[range.lowerBound] = UInt8(ascii: "0")
            bytes[range.lowerBound + 1] = UInt8(ascii: ";")
        }
        return only(range, bytes)
    }

    /// The bytes of lines, from 1, without the last one's end.
    private func lines(_ first: Int, _ last: Int) -> Range<Int> {
        let start = first <= begins.count ? cell.lineStarts[first - 1] : cell.utf8.count
        let end = last < begins.count ? cell.lineStarts[last] - 1 : cell.utf8.count
        return start..<max(start, end)
    }

    /// The cell with blanks everywhere but in a range.
    private func only(_ range: Range<Int>, _ bytes: [UInt8]) -> SourceText {
        var bytes = bytes
        Self.blank(&bytes, 0..<range.lowerBound)
        Self.blank(&bytes, range.upperBound..<bytes.count)
        return SourceText(name: cell.name, utf8: bytes, origin: cell.origin)
    }

    private static func blank(_ bytes: inout [UInt8], _ range: Range<Int>) {
        for place in range where bytes[place] != UInt8(ascii: "\n") {
            bytes[place] = UInt8(ascii: " ")
        }
    }

    private static func copy(_ source: SourceText, _ range: Range<Int>, to bytes: inout [UInt8]) {
        for place in range { bytes[place] = source.utf8[place] }
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
