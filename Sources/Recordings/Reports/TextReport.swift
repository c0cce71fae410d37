import Diagnostics
import Notebooks

/// A report for a person at a terminal.
package struct TextReport {
    private let isColored: Bool

    package init(colored: Bool) { isColored = colored }

    /// What is worth reading about a note; its last line sums up.
    package func text(of note: NoteVerdict, source: SourceText) -> String {
        let cells = note.cells.flatMap { lines(of: $0, in: note, source) }
        return (cells + [summary(of: note)]).map { $0 + "\n" }.joined()
    }

    /// The last line about several notes.
    package func total(of notes: [NoteVerdict]) -> String {
        let failed = notes.filter { !$0.failures.isEmpty }.count
        let count = "\(notes.count) note\(notes.count == 1 ? "" : "s")"
        let result =
            failed == 0 ? color("all as recorded", 32) : color("\(failed) with differences", 31)
        return "\(count): \(result)\n"
    }

    private func lines(of cell: CellVerdict, in note: NoteVerdict, _ source: SourceText) -> [String]
    {
        let head = "\(note.note):\(cell.line): \(cell.title) "
        switch cell.verdict {
        case .same, .raisedAsRecorded, .close, .unrecorded: return []
        case .skipped, .shape: return [head + cell.sentence]
        case .raised(let report):
            return [color(head + cell.sentence, 31)] + report.hints.map { "    hint: \($0)" }
        case .differs(let difference):
            let first = cell.recordedLine(in: source)
            return [color(head + cell.sentence, 31)]
                + difference.hunks.flatMap { lines(of: $0, recordedAt: first) }
        }
    }

    private func lines(of hunk: Difference.Hunk, recordedAt first: Int?) -> [String] {
        let wanted = hunk.wanted.enumerated().map { index, text in
            let number = first.map { "\($0 + hunk.start + index)" } ?? ""
            return padded(number) + color(" wanted │ \(text)", 31)
        }
        return Self.shortened(wanted)
            + Self.shortened(hunk.found.map { padded("") + color(" found  │ \($0)", 32) })
    }

    /// A screenful of a long difference.
    private static func shortened(_ lines: [String]) -> [String] {
        let limit = 24
        guard lines.count > limit else { return lines }
        return lines.prefix(limit) + ["      … \(lines.count - limit) more lines"]
    }

    private func padded(_ number: String) -> String {
        String(repeating: " ", count: max(6 - number.count, 0)) + number
    }

    private func summary(of note: NoteVerdict) -> String {
        var counts: [(String, Int)] = []
        for (name, verdicts) in Self.groups {
            let count = note.cells.filter { verdicts.contains($0.verdict.name) }.count
            if count > 0 { counts.append((name, count)) }
        }
        let parts = counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
        let cells = "\(note.cells.count) cell\(note.cells.count == 1 ? "" : "s")"
        let mark = note.failures.isEmpty ? color("ok", 32) : color("FAILED", 31)
        return "\(note.note): \(mark): \(cells)" + (parts.isEmpty ? "" : ": \(parts)")
    }

    private static let groups: [(String, Set<String>)] = [
        ("as recorded", ["same", "raised as recorded"]), ("close", ["close"]),
        ("compared by shape", ["shape"]), ("different", ["differs"]),
        ("raised an error", ["raised"]),
        ("without a recorded output", ["unrecorded"]), ("skipped", ["skipped"]),
    ]

    private func color(_ text: String, _ code: Int) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
