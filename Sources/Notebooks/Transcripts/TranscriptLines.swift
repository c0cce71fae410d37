/// The lines below a prompt or inside a fence, in paragraphs that blank lines part.
struct TranscriptLines {
    let note: NoteText
    /// The line of the prompt or of the opening fence, from 0.
    let head: Int
    /// The lines of each paragraph.
    private(set) var paragraphs: [Range<Int>] = []
    /// The bytes of each line below `head`, without what all lines are indented by.
    private let shown: [Range<Int>]

    /// The lines from a prompt to the next one, or to the first that is indented less than the
    /// first.
    init(_ note: NoteText, belowPrompt head: Int) {
        var indent: Int?
        var shown: [Range<Int>] = []
        for line in (head + 1)..<max(note.lineCount, head + 1) {
            let range = note.line(line)
            let bytes = note.bytes[range]
            if let mark = TranscriptPrompt(bytes), mark.isInput, mark.end == range.upperBound {
                break
            }
            let blanks = bytes.prefix(while: \.isBlank).count
            let isBlank = blanks == bytes.count
            if !isBlank, blanks < indent ?? 0 { break }
            if !isBlank { indent = indent ?? blanks }
            shown.append(min(range.lowerBound + (indent ?? 0), range.upperBound)..<range.upperBound)
        }
        self.init(note, head: head, shown: shown)
    }

    /// The lines of a fence up to one of them.
    init(_ note: NoteText, inside fence: Fence, before end: Int) {
        let lines = fence.lines.prefix(end - fence.line - 1)
        self.init(note, head: fence.line, shown: lines.map(\.range))
    }

    private init(_ note: NoteText, head: Int, shown: [Range<Int>]) {
        self.note = note
        self.head = head
        self.shown = shown
        var start: Int?
        for (line, range) in zip(head + 1..<head + 1 + shown.count, shown) {
            let bytes = note.bytes[range]
            let isBlank = bytes.allSatisfy(\.isBlank)
            if let first = start, isBlank || TranscriptPrompt(bytes) != nil {
                paragraphs.append(first..<line)
                start = nil
            }
            if !isBlank { start = start ?? line }
        }
        if let first = start { paragraphs.append(first..<head + 1 + shown.count) }
    }

    /// Whether a paragraph stands right under the prompt or the fence.
    func isFirst(_ index: Int) -> Bool {
        index == 0 && paragraphs[0].lowerBound == head + 1
    }

    /// The bytes of a line.
    func range(_ line: Int) -> Range<Int> { shown[line - head - 1] }

    /// The bytes of a paragraph's first line.
    func start(of index: Int) -> ArraySlice<UInt8> {
        note.bytes[range(paragraphs[index].lowerBound)]
    }

    /// The text of some paragraphs, with the blank lines between them.
    func text(_ range: ClosedRange<Int>) -> String {
        text(paragraphs[range.lowerBound].lowerBound..<paragraphs[range.upperBound].upperBound)
    }

    func text(_ lines: Range<Int>) -> String {
        lines.map { note.string(range($0)) }.joined(separator: "\n")
    }

    /// Parts a paragraph before one of its lines.
    mutating func split(_ index: Int, before line: Int) {
        let paragraph = paragraphs[index]
        paragraphs[index] = paragraph.lowerBound..<line
        paragraphs.insert(line..<paragraph.upperBound, at: index + 1)
    }
}
