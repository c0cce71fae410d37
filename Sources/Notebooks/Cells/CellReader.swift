import Diagnostics

/// Cuts the cells out of a note: their code without prefixes, and where each line of it stands.
struct CellReader {
    let note: NoteText

    /// The cell of a fenced block, not yet numbered.
    func cell(_ fence: Fence) -> (cell: Cell, diagnostics: [Diagnostic]) {
        let info = FenceInfo(note.string(fence.info))
        // MyST's option lines are no Python.
        let options = info.isDirective ? fence.lines.prefix { isDirectiveOption($0) } : []
        let pasted = PastedOutput(fence.lines.dropFirst(options.count), in: note)
        let source = source(pasted.code, emptyLine: fence.line + 1)
        let tags = options.map { note.string($0.range) }.filter { $0.hasPrefix(":tags:") }
        let read = CellOptionReader(source, info: info, tags: tags.joined())
        var place = CellPlace(
            form: .fence, cell: span(note.lines(fence.lineRange)),
            code: span(pasted.code.indices, in: fence), prefix: prefix(of: fence),
            fence: fence.closingMarks)
        if pasted.text != nil {
            place.recorded = span(pasted.output.indices, in: fence)
            place.recordedText = place.recorded
        }
        let cell = Cell(
            index: 0, source: source, options: read.options, prompt: pasted.prompt,
            recordedOutput: pasted.text, place: place)
        return (cell, read.diagnostics)
    }

    /// The cell of a transcript, not yet numbered.
    func cell(_ transcript: TranscriptCell) -> (cell: Cell, diagnostics: [Diagnostic]) {
        let lines = transcript.code.map { Fence.Line(range: $0) }
        let source = source(lines[...], emptyLine: transcript.line)
        let read = CellOptionReader(source)
        var place = CellPlace(
            form: .transcript,
            cell: span(note.lines(transcript.line..<transcript.codeLines.upperBound)),
            code: span(note.lines(transcript.codeLines)), prefix: "", fence: "")
        place.recorded = transcript.output.map { span(note.lines($0)) }
        place.recordedText = place.recorded
        let cell = Cell(
            index: 0, source: source, options: read.options, prompt: transcript.number,
            recordedOutput: recordedOutput(of: transcript), place: place)
        return (cell, read.diagnostics)
    }

    /// The lines of a recorded output in a fenced block: all of it, and the text alone.
    func recorded(_ fence: Fence) -> (block: SourceSpan, text: SourceSpan) {
        (span(note.lines(fence.lineRange)), span(note.lines(fence.codeLines)))
    }

    private func isDirectiveOption(_ line: Fence.Line) -> Bool {
        note.bytes[line.range].first == ASCII.colon
    }

    private func source(_ lines: ArraySlice<Fence.Line>, emptyLine: Int) -> SourceText {
        var bytes: [UInt8] = []
        var positions: [SourcePosition] = []
        for line in lines {
            if !positions.isEmpty { bytes.append(ASCII.newline) }
            bytes += [UInt8](repeating: ASCII.space, count: line.padding)
            bytes += note.bytes[line.range]
            let start = note.source.position(of: line.range.lowerBound)
            positions.append(
                SourcePosition(line: start.line, column: start.column - line.padding))
        }
        if positions.isEmpty { positions = [SourcePosition(line: emptyLine + 1, column: 1)] }
        return SourceText(
            name: note.source.name, utf8: bytes, origin: LineOrigin(lines: positions))
    }

    private func recordedOutput(of transcript: TranscriptCell) -> String? {
        guard transcript.output != nil else { return nil }
        return transcript.outputText.map { note.string($0) }.joined(separator: "\n")
    }

    /// What stands before the fence, the markers of list items turned into blanks.
    func prefix(of fence: Fence) -> String {
        let before = note.line(fence.line).lowerBound..<fence.start
        return String(
            note.string(before).map { "> \t".contains($0) ? $0 : " " })
    }

    /// The bytes of an indented block of output, whose lines count from 0.
    func recorded(_ lines: Range<Int>) -> SourceSpan { span(note.lines(lines)) }

    /// The bytes of some lines of a fence's code, counted from 0.
    private func span(_ lines: Range<Int>, in fence: Fence) -> SourceSpan {
        let first = fence.codeLines.lowerBound
        return span(note.lines(first + lines.lowerBound..<first + lines.upperBound))
    }

    private func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(range.lowerBound, range.upperBound)
    }
}
