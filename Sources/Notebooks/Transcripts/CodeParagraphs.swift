import PythonSyntax

/// Finds where code ends that nothing marks the end of, paragraph by paragraph, with the rule that
/// `TranscriptReader` states.
struct CodeParagraphs {
    private(set) var lines: TranscriptLines
    /// The names that code mentions so far.
    private(set) var names: Set<String>
    private(set) var code = ""
    private var shows = false
    /// The first paragraph of the last statements that were read together.
    private var unitStart = 0
    /// Up to where paragraphs of `#` lines are known to have code behind them.
    private var commentsEnd = 0

    init(_ lines: TranscriptLines, names: Set<String> = []) {
        self.lines = lines
        self.names = names
    }

    /// The first paragraph that is no code, and whether output begins there.
    mutating func read() -> (end: Int, isOutput: Bool) {
        var next = 0
        while next < lines.paragraphs.count, let step = step(at: next) {
            guard case .code(let end) = step else { return (next, true) }
            next = end
        }
        return (next, false)
    }

    private enum Step {
        /// Code up to a paragraph.
        case code(end: Int)
        case output
    }

    /// What the paragraph is behind the code before it; nil where the cell ends.
    private mutating func step(at index: Int) -> Step? {
        let bytes = lines.start(of: index)
        if TranscriptPrompt(bytes) != nil { return .output }
        let isFirst = lines.isFirst(index)
        if !isFirst, MarkdownSigns.begins(bytes) { return nil }
        guard let unit = unit(at: index) else {
            if let line = printedLine(in: index) {
                lines.split(index, before: line)
                return step(at: index)
            }
            if isFirst { return takeFaulty() }
            return MarkdownSigns.isProse(lines.text(index...index), code: code) ? nil : .output
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
        let text = lines.text(unit.start...unit.end)
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
        code += lines.text(start...end) + "\n"
        names.formUnion(PythonNames.mentioned(in: lines.text(start...end)))
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
        let paragraph = lines.paragraphs[index]
        let isIndented = isIndented(index)
        var end = paragraph.upperBound
        var tries = 0
        // The first mistake that is found need not be the first one there is.
        while tries < Self.maximumTries,
            case .other(let fault) = PythonReading(
                lines.text(paragraph.lowerBound..<end), isIndented: isIndented)
        {
            guard fault > 0, paragraph.lowerBound + fault < end else { return nil }
            end = paragraph.lowerBound + fault
            tries += 1
        }
        guard end < paragraph.upperBound, PrintedSigns.begins(lines.note.bytes[lines.range(end)]),
            case .statements(let statements) = PythonReading(
                lines.text(paragraph.lowerBound..<end), isIndented: isIndented),
            !statements.isEmpty
        else { return nil }
        return end
    }

    /// Every mistake that is found parses what is above it again.
    private static let maximumTries = 16

    /// Whether a paragraph of nothing but `#` lines is a comment: code follows.
    private mutating func isComment(_ index: Int) -> Bool {
        if index < commentsEnd { return true }
        for next in lines.paragraphs.indices.dropFirst(index + 1) {
            guard !MarkdownSigns.begins(lines.start(of: next)),
                case .statements(let statements) = PythonReading(lines.text(next...next))
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
            for end in index..<lines.paragraphs.count {
                let text = lines.text(start...end)
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

    private func isIndented(_ index: Int) -> Bool { lines.start(of: index).first?.isBlank ?? false }
}
