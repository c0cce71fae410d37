import Diagnostics

/// What a walk through a note's lines found.
struct ScanFindings: Sendable {
    var edits: [Edit] = []
    var pieces: [ProtectedPiece] = []
    /// The fenced blocks by the line of their opening fence, from 0.
    var fences: [Int: Fence] = [:]
    /// The labels of the footnotes by the line of their definition, from 0.
    var footnotes: [Int: String] = [:]
    var transcripts: [TranscriptCell] = []
    /// The names that the code of the transcripts mentions.
    var transcriptNames: Set<String> = []
    /// The numbers of prompts that stand above a fence, by the line of the fence, from 0.
    var fencePrompts: [Int: Int] = [:]
    var diagnostics: [Diagnostic] = []
    private var isFlattened = false

    mutating func addDisplay(_ tex: String, range: Range<Int>) {
        add(.math(tex, isDisplayed: true), range: range)
    }

    /// Protects the formulas of some running text and helps its emphasis.
    mutating func scan(_ slices: ArraySlice<TextSlice>, in note: NoteText, isTableRow: Bool = false)
    {
        guard let first = slices.first, let last = slices.last,
            InlineScanner.isWorthwhile(note.bytes[first.range.lowerBound..<last.range.upperBound])
        else { return }
        var scanner = InlineScanner(note, slices: Array(slices), isTableRow: isTableRow)
        scanner.scan()
        for finding in scanner.findings {
            switch finding {
            case .math(let tex, let isDisplayed, let range):
                add(.math(tex, isDisplayed: isDisplayed), range: range)
            case .letter(let offset):
                edits.append(Edit(range: offset..<offset, replacement: .letter))
            case .path(let range):
                edits.append(
                    Edit(range: range.lowerBound..<range.lowerBound, replacement: .text("<")))
                edits.append(
                    Edit(range: range.upperBound..<range.upperBound, replacement: .text(">")))
            case .linkEnd(let offset):
                edits.append(Edit(range: offset..<offset, replacement: .linkEnd))
            }
        }
        for offset in scanner.unclosed { reportUnclosedDollar(at: offset, in: note) }
    }

    mutating func addTranscript(_ cell: TranscriptCell, range: Range<Int>) {
        edits.append(Edit(range: range, replacement: .paragraph(pieces.count)))
        pieces.append(ProtectedPiece(kind: .transcript(transcripts.count), range: range))
        transcripts.append(cell)
    }

    /// Takes a prompt out of the text, for the fence below it to carry.
    mutating func addPrompt(_ number: Int?, ofFenceAt line: Int, range: Range<Int>) {
        edits.append(Edit(range: range, replacement: .nothing))
        fencePrompts[line] = number
    }

    /// Makes Markdown see a letter before a quote or list that would nest too deep.
    mutating func flatten(_ text: ArraySlice<UInt8>, in note: NoteText) {
        edits.append(Edit(range: text.startIndex..<text.startIndex, replacement: .letter))
        guard !isFlattened else { return }
        isFlattened = true
        diagnostics.append(
            Diagnostic(
                .warning,
                "quotes and lists nest deeper than \(BlockScanner.maximumDepth) levels here",
                at: note.place(text.startIndex..<text.endIndex),
                hints: ["what is deeper is shown as plain text"]))
    }

    /// A table of wide rows of which most cells are missing costs columns times rows.
    mutating func limitTable(_ rows: ArraySlice<TextSlice>, in note: NoteText) {
        guard let delimiters = rows.first?.range else { return }
        let columns = note.bytes[delimiters].count { $0 == ASCII.pipe } + 1
        let written = rows.reduce(0) { $0 + note.bytes[$1.range].count { $0 == ASCII.pipe } + 1 }
        guard columns * rows.count - written > ScanFindings.maximumMissingCells else { return }
        let start = delimiters.lowerBound
        edits.append(Edit(range: start..<start, replacement: .letter))
        diagnostics.append(
            Diagnostic(
                .warning, "this table has \(columns) columns and \(rows.count) rows, mostly empty",
                at: note.place(delimiters), hints: ["it is shown as plain text"]))
    }

    /// Beyond this many cells without text a table is not one that somebody wrote.
    private static let maximumMissingCells = 200_000

    private mutating func add(_ kind: ProtectedPiece.Kind, range: Range<Int>) {
        edits.append(Edit(range: range, replacement: .piece(pieces.count)))
        pieces.append(ProtectedPiece(kind: kind, range: range))
    }
}

/// The mistakes that a walk through the lines reports.
extension ScanFindings {
    mutating func reportUnclosed(_ fence: Fence, in note: NoteText) {
        diagnostics.append(
            Diagnostic(
                .warning, "this code fence is never closed",
                at: note.place(fence.start..<fence.start + fence.length),
                hints: ["close it with \(fence.closingMarks) on a line of its own"]))
    }

    mutating func reportUnclosed(_ opening: DisplayMath.Opening, in note: NoteText) {
        let start = opening.start
        let isDollars = opening.form == .dollars
        let end = isDollars ? start + 2 : note.bytes[start...].firstIndex(of: ASCII.closeBrace)! + 1
        let delimiter = note.string(start..<end)
        let dollars = isDollars ? [", or write `\\$` for a dollar sign"] : []
        diagnostics.append(
            Diagnostic(
                .warning, "this formula is never closed: `\(delimiter)`",
                at: note.place(start..<end),
                hints: ["close it with `\(opening.form.closer)`" + dollars.joined()]))
    }

    mutating func reportUnclosedDollar(at offset: Int, in note: NoteText) {
        diagnostics.append(
            Diagnostic(
                .warning, "this formula is never closed: `$`", at: note.place(offset..<offset + 1),
                hints: ["close it with `$` in the same paragraph, or write `\\$` for a dollar sign"]
            ))
    }
}
