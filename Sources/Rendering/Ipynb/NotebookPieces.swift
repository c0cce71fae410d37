import Diagnostics
import Notebooks

/// A note's file cut into its cells and the Markdown between them.
enum NotebookPieces {
    enum Piece: Equatable {
        /// The YAML at the head, with its fences.
        case frontMatter(String)
        /// Lines of the note; `indent` columns were cut off so that a list's inside does not read as code.
        case markdown(String, indent: Int)
        case cell(Int)
    }

    static func pieces(of note: Notebook) -> [Piece] {
        var pieces: [Piece] = []
        var start = 0
        if let head = frontMatter(of: note) {
            pieces.append(.frontMatter(note.source.text(of: head).withoutFinalLineEnds))
            start = head.end
        }
        var isNested = false
        for cell in note.cells {
            if let place = cell.place {
                pieces += markdown(
                    note.source.text(of: SourceSpan(start, place.cell.start)), isNested)
                start = max(place.cell.end, place.recorded?.end ?? 0)
                isNested = !place.prefix.isEmpty
            }
            pieces.append(.cell(cell.index))
        }
        return pieces
            + markdown(note.source.text(of: SourceSpan(start, note.source.utf8.count)), isNested)
    }

    private static func markdown(_ text: String, _ isNested: Bool) -> [Piece] {
        var lines = text.splitKeepingLineEnds.map { $0.withoutLineEnd }
        while lines.first?.trimmed.isEmpty == true { lines.removeFirst() }
        while lines.last?.trimmed.isEmpty == true { lines.removeLast() }
        guard !lines.isEmpty else { return [] }
        // Four blanks make a code block, where a list that ended with the cell before gave them a meaning.
        let blanks = lines.filter { !$0.trimmed.isEmpty }.map(\.indentation).min() ?? 0
        let indent = isNested && blanks >= 4 ? blanks : 0
        let kept = lines.map { String($0.dropFirst(min(indent, $0.indentation))) }
        return [.markdown(kept.joined(separator: "\n"), indent: indent)]
    }

    /// The YAML at the head with its fences; nil where none stands.
    private static func frontMatter(of note: Notebook) -> SourceSpan? {
        let source = note.source
        guard source.line(1).withoutFinalLineEnds == "---" else { return nil }
        let limit = note.blocks.first?.line ?? source.lineStarts.count + 1
        let end = (2..<max(limit, 2)).first {
            ["---", "..."].contains(source.line($0).withoutFinalLineEnds)
        }
        return end.map {
            SourceSpan(0, $0 < source.lineStarts.count ? source.lineStarts[$0] : source.utf8.count)
        }
    }
}

extension String {
    fileprivate var indentation: Int { prefix { $0 == " " }.count }

    fileprivate var withoutLineEnd: String {
        var line = self
        while line.last?.isNewline == true { line.removeLast() }
        return line
    }
}
