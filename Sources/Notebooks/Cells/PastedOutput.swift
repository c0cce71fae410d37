/// What people paste into a cell's fence together with the code: the prompt above it, and below it
/// the output, behind `Out[3]:`, `output:` or `输出：`.
///
/// The mark counts only if what stands above it is Python and what follows does not read as code.
struct PastedOutput {
    /// The number of `In [3]:`.
    private(set) var prompt: Int?
    private(set) var code: ArraySlice<Fence.Line>
    /// The lines of the output, the mark's included; empty without a mark.
    private(set) var output: ArraySlice<Fence.Line> = []
    /// The output without the mark.
    private(set) var text: String?

    private let note: NoteText

    init(_ lines: ArraySlice<Fence.Line>, in note: NoteText) {
        self.note = note
        code = lines
        takePrompt()
        var tries = 0
        for index in code.indices.dropFirst() {
            guard let end = markEnd(in: code[index].range) else { continue }
            if split(at: index, markEnd: end) { return }
            tries += 1
            if tries == Self.maximumTries { return }
        }
    }

    /// Every mark that might be one parses the code above it again.
    private static let maximumTries = 4

    private mutating func takePrompt() {
        guard let first = code.firstIndex(where: { !isBlank($0) }) else { return }
        let range = code[first].range
        let bytes = note.bytes[range]
        guard let mark = TranscriptPrompt(bytes + [ASCII.colon]) ?? TranscriptPrompt(bytes),
            mark.isInput, code[first].padding == 0
        else { return }
        prompt = mark.number
        code = code[first...]
        code[first].range = min(mark.end, range.upperBound)..<range.upperBound
        if code[first].range.isEmpty { code.removeFirst() }
    }

    private mutating func split(at index: Int, markEnd: Int) -> Bool {
        let above = code[..<index].map { shown($0) }.joined(separator: "\n")
        var lines = code[index...].map { shown($0) }
        lines[0] = note.string(markEnd..<code[index].range.upperBound)
        if lines[0].isEmpty { lines.removeFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
        let below = lines.joined(separator: "\n")
        guard case .statements(let statements) = PythonReading(above), !statements.isEmpty,
            !below.isEmpty, !PythonReading.isCode(below)
        else { return false }
        output = code[index...]
        code = code[..<index]
        while let last = code.last, isBlank(last) { code.removeLast() }
        text = below
        return true
    }

    /// Where the mark that a line begins with ends.
    private func markEnd(in range: Range<Int>) -> Int? {
        let bytes = note.bytes[range]
        guard let first = bytes.first, "Oo输结运".utf8.contains(first) else { return nil }
        if let mark = TranscriptPrompt(bytes) { return mark.isInput ? nil : mark.end }
        let line = note.string(range)
        for name in ["output", "Output", "输出", "运行结果", "结果"] {
            for colon in [":", "："] where line.hasPrefix(name + colon) {
                let end = range.lowerBound + name.utf8.count + colon.utf8.count
                return note.bytes[end..<range.upperBound].drop(while: \.isBlank).startIndex
            }
        }
        return nil
    }

    private func isBlank(_ line: Fence.Line) -> Bool {
        note.bytes[line.range].allSatisfy(\.isBlank)
    }

    private func shown(_ line: Fence.Line) -> String {
        String(repeating: " ", count: line.padding) + note.string(line.range)
    }
}
