import Diagnostics

/// Reads formulas that span several lines, where Markdown would see headings, lists and rules.
extension BlockScanner {
    /// Reads a formula to its closing delimiter; where that ends, or nil if nothing closes it.
    mutating func readDisplay(
        _ opening: DisplayMath.Opening, line: Int
    ) -> (offset: Int, line: Int)? {
        var parts = [note.string(opening.texStart..<note.line(line).upperBound)]
        var hasBlankLine = false
        for next in (line + 1)..<max(note.lineCount, line + 1) {
            var cursor = LineCursor(note, line: next)
            let isWhole = takePrefixes(off: &cursor) == containers.count
            guard mayContinue(cursor, isWhole: isWhole, afterBlankLine: hasBlankLine) else { break }
            hasBlankLine = hasBlankLine || cursor.isBlank
            let text = note.bytes[cursor.rest]
            guard let close = opening.form.close(in: text) else {
                parts.append(note.string(cursor.rest))
                continue
            }
            let end = close + opening.form.closer.utf8.count
            let lastTeX = text.startIndex..<(opening.form.keepsDelimiters ? end : close)
            parts.append(note.string(lastTeX))
            findings.addDisplay(
                TeX.trimmed(parts.joined(separator: "\n")), range: opening.start..<end)
            return (end, next)
        }
        if opening.form != .brackets { findings.reportUnclosed(opening, in: note) }
        return nil
    }

    /// Whether a line can belong to a formula that began above it.
    private func mayContinue(
        _ cursor: LineCursor, isWhole: Bool, afterBlankLine: Bool
    ) -> Bool {
        if cursor.isBlank { return isWhole }
        let text = note.bytes[cursor.text]
        if BlockStart.heading(text) != nil || BlockStart.fence(text) != nil
            || TranscriptPrompt(text) != nil
        {
            return false
        }
        if !isWhole,
            afterBlankLine || text.first == ASCII.greater
                || BlockStart.listMarker(text, interrupting: true) != nil
        {
            return false
        }
        return !afterBlankLine || !BlockScanner.isProse(text)
    }

    /// Whether a line behind a blank one is text again: it ends a sentence or holds a formula
    /// itself.
    private static func isProse(_ text: ArraySlice<UInt8>) -> Bool {
        guard DisplayMath.dollars.close(in: text) == nil else { return false }
        let line = String(decoding: text, as: UTF8.self)
        return line.contains("。") || line.contains("，") || text.contains(ASCII.dollar)
    }
}
