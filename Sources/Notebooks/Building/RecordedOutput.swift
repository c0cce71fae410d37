/// Finds the output that a note's author recorded behind a cell, among the blocks at its level.
///
/// Output is an indented block directly behind the cell, as Jupyter exports it, or a fenced block
/// directly behind the cell whose info string is `output`, `{output}`, `text` or empty; a line like
/// `输出：` or `Output:` may stand between. A block without an info string and without such a line is
/// output only if it does not read as code.
struct RecordedOutput {
    /// The cell that ended at the block before.
    private(set) var cell: Int?
    /// Whether a line that announces an output follows the cell.
    private(set) var hasLabel = false

    init(cell: Int? = nil) { self.cell = cell }

    /// The recorded text, if the next block holds it.
    func output(in node: MarkdownNode) -> String? {
        guard cell != nil, case .code(let info, let text, let isFenced) = node.kind else {
            return nil
        }
        guard isFenced || !hasLabel else { return nil }
        let fence = FenceInfo(info)
        guard fence.isOutput, !fence.isBraced || fence.language == "output" else { return nil }
        let output = text.hasSuffix("\n") ? String(text.dropLast()) : text
        return info.isEmpty && !hasLabel && RecordedOutput.isCode(output) ? nil : output
    }

    /// Takes note of a block that is neither cell nor output.
    mutating func pass(_ node: MarkdownNode) {
        if cell != nil, !hasLabel, case .paragraph = node.kind, isLabel(node) {
            hasLabel = true
        } else {
            self = RecordedOutput()
        }
    }

    private func isLabel(_ node: MarkdownNode) -> Bool {
        guard node.children.count == 1, case .text(let text) = node.children[0].kind else {
            return false
        }
        if let prompt = TranscriptPrompt(Array(text.utf8)[...]) { return !prompt.isInput }
        let word = text.lowercased().filter { !" :：*".contains($0) }
        return RecordedOutput.labels.contains(word)
    }

    private static func isCode(_ text: String) -> Bool {
        let isCommand = ["$ ", "pip ", "pip3 ", "conda ", "git ", "cd ", "sudo ", "apt", "python "]
            .contains { text.hasPrefix($0) }
        return isCommand || PythonReading.isCode(text)
    }

    private static let labels: Set<String> = [
        "output", "outputs", "out", "result", "results", "输出", "输出结果", "输出如下", "结果", "运行结果",
        "结果如下", "打印结果", "出力", "結果", "実行結果", "輸出", "輸出結果",
    ]
}
