import Diagnostics

/// A note's bytes, made safe to cut up: as long as the file, so that every offset is the file's
/// own.
struct NoteText: Sendable {
    let source: SourceText
    /// The offset behind a byte order mark, or zero.
    let start: Int

    /// Turns line ends of a single carriage return into line feeds, and the noncharacters that
    /// stand for protected text into replacement characters; both keep their length.
    init(_ source: SourceText) {
        start = source.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let cleaned = NoteText.cleaned(source.utf8)
        self.source = cleaned.map { SourceText(name: source.name, utf8: $0) } ?? source
    }

    var bytes: [UInt8] { source.utf8 }

    /// The number of lines; the empty one behind the last line end does not count.
    var lineCount: Int {
        let starts = source.lineStarts
        return starts.count > 1 && starts[starts.count - 1] == bytes.count
            ? starts.count - 1 : starts.count
    }

    /// The bytes of a line, from 0, without its end.
    func line(_ index: Int) -> Range<Int> {
        let lower = index == 0 ? start : source.lineStarts[index]
        var upper = bytes.count
        if index + 1 < source.lineStarts.count {
            upper = source.lineStarts[index + 1] - 1
            if upper > lower, bytes[upper - 1] == ASCII.carriageReturn { upper -= 1 }
        }
        return lower..<max(lower, upper)
    }

    /// The bytes of some lines with the end of the last one.
    func lines(_ range: Range<Int>) -> Range<Int> {
        let lower = offset(ofLine: range.lowerBound)
        return lower..<max(lower, offset(ofLine: range.upperBound))
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func place(_ range: Range<Int>) -> Diagnostic.Place {
        Diagnostic.Place(SourceSpan(range.lowerBound, range.upperBound), in: source)
    }

    private func offset(ofLine index: Int) -> Int {
        if index == 0 { return start }
        return index < source.lineStarts.count ? source.lineStarts[index] : bytes.count
    }

    /// The bytes with the two repairs; nil where there is nothing to repair.
    private static func cleaned(_ bytes: [UInt8]) -> [UInt8]? {
        var repaired: [UInt8]?
        for (offset, byte) in bytes.enumerated() {
            if byte == ASCII.carriageReturn, !bytes[(offset + 1)...].starts(with: [ASCII.newline]) {
                repaired = repaired ?? bytes
                repaired?[offset] = ASCII.newline
            } else if byte == 0xEF, Placeholder.isNoncharacter(bytes[offset...].prefix(3)) {
                repaired = repaired ?? bytes
                repaired?.replaceSubrange(offset..<offset + 3, with: [0xEF, 0xBF, 0xBD])
            }
        }
        return repaired
    }
}

/// The bytes that Markdown gives a meaning.
enum ASCII {
    static let tab = UInt8(ascii: "\t")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let backslash = UInt8(ascii: "\\")
    static let backtick = UInt8(ascii: "`")
    static let dollar = UInt8(ascii: "$")
    static let less = UInt8(ascii: "<")
    static let greater = UInt8(ascii: ">")
    static let slash = UInt8(ascii: "/")
    static let hash = UInt8(ascii: "#")
    static let star = UInt8(ascii: "*")
    static let tilde = UInt8(ascii: "~")
    static let dash = UInt8(ascii: "-")
    static let pipe = UInt8(ascii: "|")
    static let colon = UInt8(ascii: ":")
    static let equals = UInt8(ascii: "=")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let openParenthesis = UInt8(ascii: "(")
    static let closeParenthesis = UInt8(ascii: ")")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
}

extension UInt8 {
    var isBlank: Bool { self == ASCII.space || self == ASCII.tab }
    var isWhitespace: Bool { self == ASCII.space || (9...13).contains(self) }
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    var isLowercaseLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    /// Whether CommonMark counts the byte as ASCII punctuation.
    var isPunctuation: Bool { (33...126).contains(self) && !isDigit && !isLetter }
}
