import Diagnostics
import Notebooks

/// Rewrites a Markdown note's cells in another form, and leaves the rest as it is.
package struct CellForms {
    /// The note in its new form.
    package let bytes: [UInt8]
    /// What the new form cannot hold, a sentence each.
    package let losses: [String]

    /// Cells as fences: ```python, and ```output behind it.
    package static func fences(in notebook: Notebook) -> CellForms {
        var edits: [ByteEdit] = []
        var losesNumbers = false
        for cell in notebook.cells {
            guard let place = cell.place, place.form == .transcript else { continue }
            losesNumbers = losesNumbers || cell.prompt != nil
            edits.append(ByteEdit(span(of: place), fence(cell)))
        }
        return CellForms(
            bytes: ByteEdit.apply(edits, to: notebook.source.utf8),
            losses: losesNumbers ? ["the numbers of the cells: fences have none"] : [])
    }

    /// Cells as a transcript: `In [1]:`, the code, the output.
    package static func transcript(in notebook: Notebook) -> CellForms {
        var edits: [ByteEdit] = []
        var losses: [String] = []
        for cell in notebook.cells {
            guard let place = cell.place, place.form == .fence else { continue }
            let edit = ByteEdit(span(of: place), transcript(cell))
            if place.prefix.isEmpty, isFaithful(edit, cell, in: notebook) {
                edits.append(edit)
            } else {
                let line = cell.source.filePosition(of: 0).line
                losses.append("the cell at line \(line) stays a fence: a transcript cannot hold it")
            }
        }
        return CellForms(
            bytes: ByteEdit.apply(edits, to: notebook.source.utf8), losses: losses)
    }

    private static func span(of place: CellPlace) -> SourceSpan {
        SourceSpan(place.cell.start, max(place.cell.end, place.recorded?.end ?? 0))
    }

    private static func fence(_ cell: Cell) -> String {
        var text = MarkdownFence.text(cell.source.text, info: "python")
        if let recorded = cell.recordedOutput {
            text += "\n" + MarkdownFence.text(recorded, info: "output")
        }
        return text
    }

    private static func transcript(_ cell: Cell) -> String {
        let code = cell.source.text
        var text = "In [\(cell.prompt ?? cell.index + 1)]:\n" + code
        if !code.endsLine { text += "\n" }
        if let recorded = cell.recordedOutput, !recorded.isEmpty { text += "\n\(recorded)\n" }
        return text
    }

    /// Whether the cell reads the same in its new form.
    private static func isFaithful(_ edit: ByteEdit, _ cell: Cell, in notebook: Notebook) -> Bool {
        let bytes = ByteEdit.apply([edit], to: notebook.source.utf8)
        let again = NotebookReader.read(SourceText(name: notebook.source.name, utf8: bytes))
        guard again.cells.count == notebook.cells.count else { return false }
        let read = again.cells[cell.index]
        return lines(read.source.text) == lines(cell.source.text)
            && lines(read.recordedOutput ?? "") == lines(cell.recordedOutput ?? "")
    }

    private static func lines(_ text: String) -> [String] {
        SettledText.lines(of: text).filter { !$0.isEmpty }
    }
}

/// A fenced block of Markdown.
enum MarkdownFence {
    /// The block with its text, in marks that no line of the text closes, each line behind a prefix.
    static func text(_ text: String, info: String, prefix: String = "") -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        let marks = marks(around: lines, atLeast: 3)
        return ([marks + info] + lines + [marks]).map { line in
            line.isEmpty ? prefix.trimmedEnd + "\n" : prefix + line + "\n"
        }.joined()
    }

    /// Backticks that no line of a text can be taken for.
    static func marks(around lines: [String], atLeast count: Int) -> String {
        let longest =
            lines.map { line in line.drop { $0 == " " }.prefix { $0 == "`" }.count }.max() ?? 0
        return String(repeating: "`", count: max(count, longest + 1))
    }
}

extension String {
    /// The text without blanks at its end.
    var trimmedEnd: String {
        let end = lastIndex { !$0.isWhitespace }
        return end.map { String(self[...$0]) } ?? ""
    }
}
