import Diagnostics

/// Where a cell stands in its file, in bytes of the file, so that what was recorded after it can be
/// rewritten without touching anything else.
package struct CellPlace: Sendable, Hashable {
    package enum Form: String, Sendable {
        case fence
        /// A cell of an exported notebook: `In [2]:`, code and output without fences.
        case transcript
    }

    package var form: Form
    /// The whole cell with the end of its last line: both fences, or the prompt and the code.
    package var cell: SourceSpan
    /// The code's lines with their prefixes and line ends.
    package var code: SourceSpan
    /// What stands before every line at the cell's own level, in a list or a quote: `  > `.
    package var prefix: String
    /// The marks that open and close the cell's fence; empty in a transcript.
    package var fence: String
    /// The whole recorded output with the end of its last line and its fences; nil without one. It
    /// lies inside `cell` where the author pasted it into the cell's own fence.
    package var recorded: SourceSpan?
    /// The lines of the recorded text alone, with their prefixes and line ends.
    package var recordedText: SourceSpan?

    package init(
        form: Form, cell: SourceSpan, code: SourceSpan, prefix: String, fence: String,
        recorded: SourceSpan? = nil, recordedText: SourceSpan? = nil
    ) {
        self.form = form
        self.cell = cell
        self.code = code
        self.prefix = prefix
        self.fence = fence
        self.recorded = recorded
        self.recordedText = recordedText
    }
}
