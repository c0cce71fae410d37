/// Reads one cell of an exported notebook, which has prompts but no fences:
///
///     In [5]:
///     x = f(2)
///
///     x.shape
///
///     TensorShape([2])
///
/// Nothing marks where the code ends. The rule, paragraph by paragraph (blank lines part them):
///
/// 1. The paragraph right under the prompt is code.
/// 2. A paragraph is code as long as it is Python, by itself or together with what is above it.
/// 3. A paragraph that is not Python begins the output. So do a paragraph of nothing but printed
///    values, such as `(4, 64)` or `TensorShape([4, 64])`, once the code displays or calls
///    something; a line `Out[5]:`; and, inside a paragraph, the line where it ceases to be Python,
///    if that reads as something printed and not as code with a mistake.
/// 4. Behind that, everything is output.
/// 5. The cell ends before the next prompt, and where Markdown begins again: with a heading, a
///    picture, a link, a list, a quote, a fence, a formula, a tag, bold text, or a sentence whose
///    beginning the code does not contain. In code a line `# …` is a comment, unless it stands
///    alone and no code follows.
struct TranscriptReader {
    private let note: NoteText
    private let prompt: TranscriptPrompt
    private var code: CodeParagraphs

    init(_ note: NoteText, prompt: TranscriptPrompt, line: Int, names: Set<String>) {
        self.note = note
        self.prompt = prompt
        code = CodeParagraphs(TranscriptLines(note, belowPrompt: line), names: names)
    }

    /// The names that the note's transcripts mention so far.
    var names: Set<String> { code.names }

    private var lines: TranscriptLines { code.lines }

    /// The cell, and the first line behind it.
    mutating func read() -> (cell: TranscriptCell, end: Int) {
        let (next, isOutput) = code.read()
        let below = lines.head + 1
        let codeLines =
            next > 0
            ? lines.paragraphs[0].lowerBound..<lines.paragraphs[next - 1].upperBound : below..<below
        var cell = TranscriptCell(
            number: prompt.number, line: lines.head, code: codeLines.map { lines.range($0) },
            codeLines: codeLines)
        if isOutput { readOutput(from: next, into: &cell) }
        return (cell, cell.output?.upperBound ?? codeLines.upperBound)
    }

    private func readOutput(from first: Int, into cell: inout TranscriptCell) {
        var end: Int?
        for index in first..<lines.paragraphs.count {
            let paragraph = lines.paragraphs[index]
            if index > first, MarkdownSigns.begins(lines.start(of: index)) || isProse(index) {
                break
            }
            let stop = paragraph.first { MarkdownSigns.isHeading(note.bytes[lines.range($0)]) }
            let output = paragraph.lowerBound..<(stop ?? paragraph.upperBound)
            if !output.isEmpty {
                append(output, after: end, to: &cell)
                end = output.upperBound
            }
            if stop != nil { break }
        }
        cell.output = end.map { lines.paragraphs[first].lowerBound..<$0 }
    }

    private func isProse(_ index: Int) -> Bool {
        MarkdownSigns.isProse(lines.text(index...index), code: code.code)
    }

    private func append(_ output: Range<Int>, after end: Int?, to cell: inout TranscriptCell) {
        for line in end.map({ $0..<output.lowerBound }) ?? 0..<0 where !cell.outputText.isEmpty {
            cell.outputText.append(lines.range(line))
        }
        for line in output {
            let range = lines.range(line)
            guard let mark = TranscriptPrompt(note.bytes[range]), !mark.isInput else {
                cell.outputText.append(range)
                continue
            }
            if mark.end < range.upperBound { cell.outputText.append(mark.end..<range.upperBound) }
        }
    }
}

/// Where transcripts begin.
extension BlockScanner {
    /// Reads the cell of a transcript whose prompt stands on a line of its own, outside of all
    /// quotes and lists; the first line behind it, or nil without a prompt.
    mutating func readTranscript(at line: Int) -> Int? {
        let range = note.line(line)
        guard let prompt = TranscriptPrompt(note.bytes[range]), prompt.isInput,
            prompt.end == range.upperBound
        else { return nil }
        close(to: 0)
        let next = (line + 1..<max(note.lineCount, line + 1)).first {
            !note.bytes[note.line($0)].allSatisfy(\.isBlank)
        }
        if let next, BlockStart.fence(note.bytes[note.line(next)]) != nil {
            findings.addPrompt(prompt.number, ofFenceAt: next, range: range)
            return line + 1
        }
        var reader = TranscriptReader(
            note, prompt: prompt, line: line, names: findings.transcriptNames)
        let (cell, end) = reader.read()
        findings.transcriptNames = reader.names
        findings.addTranscript(cell, range: note.lines(line..<end))
        return end
    }
}
