/// A fenced block as it stands in the note.
struct Fence: Sendable {
    /// The bytes of a line of the code, behind the prefix that its containers and the fence's own
    /// indentation take off; `padding` spaces stand for the rest of a tab that was cut through.
    struct Line: Sendable {
        var range: Range<Int>
        var padding = 0
    }

    /// The line of the opening fence, from 0.
    let line: Int
    /// Where the opening fence's marks begin.
    let start: Int
    let mark: UInt8
    let length: Int
    /// Columns that the fence is indented by in its container, and its lines too; cmark counts
    /// bytes here, so that a tab cut through by `>` would leave blanks before Python's first word.
    let indent: Int
    let info: Range<Int>
    var lines: [Line] = []
    /// The line of the closing fence; nil where the block ends with its container.
    var closingLine: Int?

    /// The lines of the whole block, both fences included.
    var lineRange: Range<Int> { line..<(closingLine ?? line + lines.count) + 1 }
    /// The lines of the code.
    var codeLines: Range<Int> { line + 1..<line + 1 + lines.count }

    /// The marks that close the block.
    var closingMarks: String {
        String(repeating: Character(Unicode.Scalar(mark)), count: length)
    }
}
