import Diagnostics
import Notebooks

/// Writes one cell's output in the form that the note keeps it in: a fence of its own, an indented block, lines
/// in the cell's own fence, or the lines of a transcript.
struct RecordedOutputWriter {
    let source: SourceText
    let place: CellPlace
    /// What is recorded now.
    let recorded: String?
    /// The new output.
    let lines: [String]

    /// The change; nil where there is nothing to change.
    var edit: ByteEdit? {
        guard let block = place.recorded, let text = place.recordedText else {
            return lines.isEmpty ? nil : insertion
        }
        if block != text { return fenced(block, text) }
        return bare(block)
    }

    /// How lines end where the cell stands.
    private var lineEnd: String {
        source.text(of: place.cell).hasSuffix("\r\n") ? "\r\n" : "\n"
    }

    private func written(_ lines: [String], prefix: String) -> String {
        lines.map { line in
            let text = prefix + line
            return (line.isEmpty ? text.trimmedEnd : text) + lineEnd
        }.joined()
    }

    // MARK: New outputs

    private var insertion: ByteEdit {
        let end = place.cell.end
        let isAtEnd = end == source.utf8.count
        let hasLineEnd = source.text(of: place.cell).endsLine
        var text = hasLineEnd ? "" : lineEnd
        switch place.form {
        case .transcript: text += lineEnd + written(lines, prefix: place.prefix)
        case .fence:
            // A blank line in a list would set its items apart.
            if place.prefix.isEmpty { text += lineEnd }
            let marks = MarkdownFence.marks(around: lines, atLeast: 3)
            text += written([marks + "output"] + lines + [marks], prefix: place.prefix)
        }
        if isAtEnd, !hasLineEnd { text.removeLast() }
        return ByteEdit(SourceSpan(end, end), text)
    }

    // MARK: Outputs in a fence of their own

    private func fenced(_ block: SourceSpan, _ text: SourceSpan) -> ByteEdit {
        let opening = source.text(of: SourceSpan(block.start, text.start))
        let prefix = String(opening.prefix { $0 != "`" && $0 != "~" })
        let marks = String(
            opening.dropFirst(prefix.count).prefix { $0 == "`" || $0 == "~" })
        let body = written(lines, prefix: prefix)
        guard lines.contains(where: { $0.drop { $0 == " " }.hasPrefix(marks) }) else {
            return ByteEdit(text, body)
        }
        let longer = MarkdownFence.marks(around: lines, atLeast: marks.count)
        let info = opening.dropFirst(prefix.count + marks.count)
        let hasLineEnd = source.text(of: block).endsLine
        let closing = prefix + longer + (hasLineEnd ? lineEnd : "")
        return ByteEdit(block, prefix + longer + info + body + closing)
    }

    // MARK: Outputs without a fence

    /// Lines of a transcript, of an indented block, or in the cell's own fence; the first may hold `Out[5]:`.
    private func bare(_ span: SourceSpan) -> ByteEdit {
        let old = source.text(of: span)
        let first = old.split(separator: "\n", omittingEmptySubsequences: false).first.map(
            String.init)
        let head = (first ?? "").trimmedEnd
        let wanted =
            recorded?.split(separator: "\n").first.map { String($0).trimmedEnd } ?? ""
        let hasText = !wanted.isEmpty && head.hasSuffix(wanted)
        let lead = hasText ? String(head.dropLast(wanted.count)) : head
        let isMark = lead.contains(":") || !hasText
        let prefix = isMark ? place.prefix : lead
        var text: String
        if isMark, hasText, let line = lines.first {
            text = lead + line + lineEnd + written(Array(lines.dropFirst()), prefix: prefix)
        } else {
            text = (isMark && !hasText ? head + lineEnd : "") + written(lines, prefix: prefix)
        }
        if !old.endsLine, text.hasSuffix(lineEnd) { text.removeLast() }
        return ByteEdit(span, text)
    }
}
