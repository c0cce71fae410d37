/// A cell of an exported notebook, as the lines of the note that it takes, from 0.
struct TranscriptCell: Sendable {
    let number: Int?
    /// The line of `In [2]:`.
    let line: Int
    let code: Range<Int>
    /// From the first to the last line of the recorded output; nil without any.
    var output: Range<Int>?
    /// The recorded output without the `Out[2]:` marks.
    var outputParts: [Range<Int>] = []
}
