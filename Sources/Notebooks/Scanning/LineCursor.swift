/// Walks through one line and counts its columns as Markdown does: a tab reaches to the next
/// multiple of four and can be taken in parts.
struct LineCursor {
    private let bytes: [UInt8]
    /// The end of the line's bytes, its line end left out.
    let end: Int
    private(set) var offset: Int
    private(set) var column = 0
    /// Columns of the tab at `offset` that are already taken.
    private(set) var isInsideTab = false
    /// The first byte from `offset` on that is neither space nor tab.
    private(set) var textOffset = 0
    private var textColumn = 0

    init(_ note: NoteText, line: Int) {
        bytes = note.bytes
        let range = note.line(line)
        offset = range.lowerBound
        end = range.upperBound
        findText()
    }

    /// Columns of blanks before the text.
    var indent: Int { textColumn - column }
    var isBlank: Bool { textOffset >= end }
    /// The first byte of the text; zero on a blank line.
    var textByte: UInt8 { isBlank ? 0 : bytes[textOffset] }
    /// The bytes from the text to the end of the line.
    var text: Range<Int> { textOffset..<end }
    /// The byte at `offset`; zero at the end.
    var byte: UInt8 { offset < end ? bytes[offset] : 0 }
    /// Spaces that stand for the rest of a tab that was taken in part.
    var padding: Int { isInsideTab ? 4 - column % 4 : 0 }
    /// The line's remaining bytes, behind a tab that was taken in part.
    var rest: Range<Int> { (isInsideTab ? min(offset + 1, end) : offset)..<end }

    /// Takes up to `count` columns of blanks and tabs.
    mutating func skip(columns count: Int) {
        var left = count
        while left > 0, offset < end {
            guard bytes[offset] == ASCII.tab else {
                offset += 1
                column += 1
                left -= 1
                continue
            }
            let width = 4 - column % 4
            isInsideTab = width > left
            column += min(width, left)
            if !isInsideTab { offset += 1 }
            left -= min(width, left)
        }
        findText()
    }

    /// Takes everything before the text, and `count` bytes of it that hold no tab.
    mutating func skipText(_ count: Int) {
        offset = textOffset + count
        column = textColumn + count
        isInsideTab = false
        findText()
    }

    private mutating func findText() {
        var position = offset
        var here = column
        while position < end, bytes[position].isBlank {
            here += bytes[position] == ASCII.tab ? 4 - here % 4 : 1
            position += 1
        }
        textOffset = position
        textColumn = here
    }
}
