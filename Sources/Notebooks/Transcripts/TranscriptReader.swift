import PythonSyntax

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
    private let promptLine: Int
    /// Columns that all lines are indented by.
    private var indent = 0
    /// The lines of the paragraphs up to the next prompt.
    private var paragraphs: [Range<Int>] = []
    /// The names that the note's transcripts mention so far.
    private(set) var names: Set<String>
    private var code = ""
    private var shows = false
    /// The first paragraph of the last statements that were read together.
    private var unitStart = 0
    /// Up to where paragraphs of `#` lines are known to have code behind them.
    private var commentsEnd = 0

    init(_ note: NoteText, prompt: TranscriptPrompt, line: Int, names: Set<String>) {
        self.note = note
        self.prompt = prompt
        self.names = names
        promptLine = line
        readParagraphs()
    }

    /// The cell, and the first line behind it.
    mutating func read() -> (cell: TranscriptCell, end: Int) {
        var next = 0
        var startsOutput = false
        while next < paragraphs.count {
            guard let step = readCode(at: next) else { break }
            if case .output = step {
                startsOutput = true
                break
            }
            if case .code(let end) = step { next = end }
        }
        let codeEnd = next > 0 ? paragraphs[next - 1].upperBound : promptLine + 1
        let codeStart = next > 0 ? paragraphs[0].lowerBound : promptLine + 1
        var cell = TranscriptCell(
            number: prompt.number, line: promptLine,
            code: (codeStart..<codeEnd).map { shown($0) }, codeLines: codeStart..<codeEnd)
        if startsOutput { readOutput(from: next, into: &cell) }
        return (cell, cell.output?.upperBound ?? codeEnd)
    }

    // MARK: Code

    private enum Step {
        /// Code up to a paragraph.
        case code(end: Int)
        case output
    }

    /// What the paragraph is behind the code before it; nil where the cell ends.
    private mutating func readCode(at index: Int) -> Step? {
        let paragraph = paragraphs[index]
        let bytes = note.bytes[shown(paragraph.lowerBound)]
        if TranscriptPrompt(bytes) != nil { return .output }
        let isFirst = index == 0 && paragraph.lowerBound == promptLine + 1
        if !isFirst, MarkdownSigns.begins(bytes) { return nil }
        guard let unit = unit(at: index) else {
            if let line = printedLine(in: index) {
                paragraphs[index] = paragraph.lowerBound..<line
                paragraphs.insert(line..<paragraph.upperBound, at: index + 1)
                return readCode(at: index)
            }
            if isFirst { return takeFaulty() }
            return MarkdownSigns.isProse(text(index...index), code: code) ? nil : .output
        }
        if isFirst || unit.start < index {
            return take(unit.start, through: unit.end, unit.statements)
        }
        if unit.statements.isEmpty {
            return isComment(index) ? take(index, through: unit.end, []) : nil
        }
        return judge(unit)
    }

    private mutating func judge(_ unit: Unit) -> Step? {
        let text = text(unit.start...unit.end)
        if unit.statements.areWords(known: names) {
            if code.contains(text) { return .output }
            if !text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
            if shows { return .output }
        }
        let isDocumentation = text.hasPrefix("\"\"\"") || text.hasPrefix("'''")
        if shows, !isDocumentation, unit.statements.areValues(known: names) { return .output }
        return take(unit.start, through: unit.end, unit.statements)
    }

    private mutating func take(_ start: Int, through end: Int, _ statements: [Statement]) -> Step {
        code += text(start...end) + "\n"
        names.formUnion(PythonNames.mentioned(in: text(start...end)))
        shows = shows || statements.show
        unitStart = start
        return .code(end: end + 1)
    }

    /// Code that is no Python may do anything.
    private mutating func takeFaulty() -> Step {
        let step = take(0, through: 0, [])
        shows = true
        return step
    }

    /// The line of a paragraph where code ends and something printed begins, without a blank line.
    private func printedLine(in index: Int) -> Int? {
        let paragraph = paragraphs[index]
        let isIndented = isIndented(index)
        guard case .other(let fault) = PythonReading(text(index...index), isIndented: isIndented)
        else { return nil }
        let line = paragraph.lowerBound + fault
        guard line > paragraph.lowerBound, line < paragraph.upperBound,
            PrintedSigns.begins(note.bytes[shown(line)]),
            case .statements(let statements) = PythonReading(
                text(paragraph.lowerBound..<line), isIndented: isIndented),
            !statements.isEmpty
        else { return nil }
        return line
    }

    /// Whether a paragraph of nothing but `#` lines is a comment: code follows.
    private mutating func isComment(_ index: Int) -> Bool {
        if index < commentsEnd { return true }
        for next in paragraphs.indices.dropFirst(index + 1) {
            guard !MarkdownSigns.begins(note.bytes[shown(paragraphs[next].lowerBound)]),
                case .statements(let statements) = PythonReading(text(next...next))
            else { return false }
            if statements.isEmpty { continue }
            let isCode = !statements.areValues(known: names) && !statements.areWords(known: names)
            if isCode { commentsEnd = next }
            return isCode
        }
        return false
    }

    /// Statements that were read from some paragraphs together.
    private struct Unit {
        let start: Int
        let end: Int
        let statements: [Statement]
    }

    /// The statements that the paragraph begins, or that it continues.
    private func unit(at index: Int) -> Unit? {
        for start in [index, unitStart] where start == index || unitStart < index {
            for end in index..<paragraphs.count {
                let text = text(start...end)
                if start < index, text.utf8.count > Self.maximumUnit { break }
                switch PythonReading(text, isIndented: start == index && isIndented(index)) {
                case .statements(let statements):
                    return Unit(start: start, end: end, statements: statements)
                case .unfinished where text.utf8.count < Self.maximumUnit: continue
                case .unfinished, .other: break
                }
                break
            }
        }
        return nil
    }

    /// Statements longer than this are not looked for: every further paragraph parses them again.
    private static let maximumUnit = 20_000

    // MARK: Output

    private func readOutput(from first: Int, into cell: inout TranscriptCell) {
        var end: Int?
        for index in first..<paragraphs.count {
            let paragraph = paragraphs[index]
            let start = note.bytes[shown(paragraph.lowerBound)]
            if index > first, MarkdownSigns.begins(start) || isProse(index) { break }
            let stop = paragraph.first { MarkdownSigns.isHeading(note.bytes[shown($0)]) }
            let lines = paragraph.lowerBound..<(stop ?? paragraph.upperBound)
            if !lines.isEmpty {
                append(lines, after: end, to: &cell)
                end = lines.upperBound
            }
            if stop != nil { break }
        }
        cell.output = end.map { paragraphs[first].lowerBound..<$0 }
    }

    private func isProse(_ index: Int) -> Bool {
        MarkdownSigns.isProse(text(index...index), code: code)
    }

    private func append(_ lines: Range<Int>, after end: Int?, to cell: inout TranscriptCell) {
        for line in end.map({ $0..<lines.lowerBound }) ?? 0..<0 where !cell.outputText.isEmpty {
            cell.outputText.append(shown(line))
        }
        for line in lines {
            let range = shown(line)
            guard let mark = TranscriptPrompt(note.bytes[range]), !mark.isInput else {
                cell.outputText.append(range)
                continue
            }
            if mark.end < range.upperBound { cell.outputText.append(mark.end..<range.upperBound) }
        }
    }

    // MARK: Lines

    private mutating func readParagraphs() {
        var start: Int?
        for line in (promptLine + 1)..<max(note.lineCount, promptLine + 1) {
            let bytes = note.bytes[note.line(line)]
            let mark = TranscriptPrompt(bytes)
            if let mark, mark.isInput, mark.end == bytes.endIndex {
                endParagraph(&start, before: line)
                return
            }
            let isBlank = bytes.allSatisfy(\.isBlank)
            if isBlank || mark != nil { endParagraph(&start, before: line) }
            if isBlank { continue }
            let blanks = bytes.prefix(while: \.isBlank).count
            if start == nil, paragraphs.isEmpty { indent = blanks }
            if blanks < indent { return endParagraph(&start, before: line) }
            start = start ?? line
        }
        endParagraph(&start, before: note.lineCount)
    }

    private mutating func endParagraph(_ start: inout Int?, before line: Int) {
        if let first = start { paragraphs.append(first..<line) }
        start = nil
    }

    private func isIndented(_ index: Int) -> Bool {
        note.bytes[shown(paragraphs[index].lowerBound)].first?.isBlank ?? false
    }

    /// The bytes of a line without the indentation of the whole cell.
    private func shown(_ line: Int) -> Range<Int> {
        let range = note.line(line)
        return min(range.lowerBound + indent, range.upperBound)..<range.upperBound
    }

    /// The text of some paragraphs, with the blank lines between them.
    private func text(_ range: ClosedRange<Int>) -> String {
        text(paragraphs[range.lowerBound].lowerBound..<paragraphs[range.upperBound].upperBound)
    }

    private func text(_ lines: Range<Int>) -> String {
        lines.map { note.string(shown($0)) }.joined(separator: "\n")
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
