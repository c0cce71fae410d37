/// A cell of an exported notebook: the lines of the note that it takes, from 0, and their bytes.
struct TranscriptCell: Sendable {
    let number: Int?
    /// The line of `In [2]:`.
    let line: Int
    /// The bytes of each line of the code.
    let code: [Range<Int>]
    let codeLines: Range<Int>
    /// From the first to the last line of the recorded output; nil without any.
    var output: Range<Int>?
    /// The bytes of each line of the recorded output, `Out[2]:` left out.
    var outputText: [Range<Int>] = []
}
