/// Cells whose closing fence is missing: Markdown would take the rest of the note for code.
extension BlockScanner {
    /// Whether a line opens a fence that cannot stand in the open cell's Python.
    func opensAnother(_ text: ArraySlice<UInt8>, in fence: Fence) -> Bool {
        guard text.first == fence.mark, let other = BlockStart.fence(text) else { return false }
        return other.length >= fence.length && !other.info.isEmpty && isCell(fence)
    }

    /// Whether the open leaf is a cell.
    var isInCell: Bool {
        if case .fence(let fence) = leaf { return isCell(fence) }
        return false
    }

    /// Ends the open cell where its code ends, at the latest before a line; the next line to read.
    mutating func recover(before line: Int) -> Int {
        guard case .fence(var fence) = leaf else { return line }
        leaf = .none
        var code = CodeParagraphs(TranscriptLines(note, inside: fence, before: line))
        let (next, _) = code.read()
        let paragraphs = code.lines.paragraphs
        let end = next < paragraphs.count ? paragraphs[next].lowerBound : line
        let codeEnd = next > 0 ? paragraphs[next - 1].upperBound : fence.line + 1
        fence.lines.removeLast(fence.lines.count - (codeEnd - fence.line - 1))
        findings.fences[fence.line] = fence
        findings.reportUnclosed(fence, in: note)
        if end < note.lineCount {
            let marks = CellReader(note: note).prefix(of: fence) + fence.closingMarks
            let start = note.lines(0..<end).upperBound
            findings.edits.append(Edit(range: start..<start, replacement: .line(marks)))
        }
        return end
    }

    private func isCell(_ fence: Fence) -> Bool { FenceInfo(note.string(fence.info)).isCell }
}
