/// The invisible characters that Markdown sees in place of what it must not touch.
///
/// They are Unicode noncharacters, set aside for internal use and taken out of every note that is
/// read. CommonMark counts them as letters, so emphasis beside a formula works as beside a word.
enum Placeholder {
    /// U+FDD0 and U+FDD1 stand around a placeholder's number.
    private static let opening: UInt32 = 0xFDD0
    private static let closing: UInt32 = 0xFDD1
    /// U+FDD2 stands alone where Markdown should see a letter; it means nothing.
    private static let letter: UInt32 = 0xFDD2

    /// U+FDD3, behind a tab, stands where a bare link should end.
    private static let linkEnd: UInt32 = 0xFDD3

    /// Only white space ends a link for cmark; it goes again with the mark behind it.
    static let linkEndUTF8: [UInt8] = [ASCII.tab, 0xEF, 0xB7, 0x93]
    static let letterUTF8: [UInt8] = [0xEF, 0xB7, 0x92]

    static func utf8(_ number: Int) -> [UInt8] {
        [0xEF, 0xB7, 0x90] + Array("\(number)".utf8) + [0xEF, 0xB7, 0x91]
    }

    /// Whether three bytes are one of the noncharacters from U+FDD0 to U+FDEF.
    static func isNoncharacter(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 3, let last = bytes.last else { return false }
        return bytes.starts(with: [0xEF, 0xB7]) && (0x90...0xAF).contains(last)
    }

    /// A stretch of a text that came back from Markdown.
    enum Segment: Equatable {
        case text(String)
        case protected(Int)
    }

    /// Splits a text at its placeholders and drops the marks without meaning.
    static func segments(_ text: String) -> [Segment] {
        guard mayContainMarks(text) else { return [.text(text)] }
        var segments: [Segment] = []
        var plain = String.UnicodeScalarView()
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            if scalar.value == letter { continue }
            if scalar.value == linkEnd {
                if plain.last == "\t" { plain.removeLast() }
                continue
            }
            guard scalar.value == opening,
                let end = scalars.firstIndex(where: { $0.value == closing }),
                let number = Int(String(scalars[..<end]))
            else {
                plain.append(scalar)
                continue
            }
            if !plain.isEmpty { segments.append(.text(String(plain))) }
            plain.removeAll()
            segments.append(.protected(number))
            scalars = scalars[scalars.index(after: end)...]
        }
        if !plain.isEmpty { segments.append(.text(String(plain))) }
        return segments
    }

    private static func mayContainMarks(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if previous == 0xEF, byte == 0xB7 { return true }
            previous = byte
        }
        return false
    }
}
