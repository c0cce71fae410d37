import Diagnostics
import Notebooks

/// A report for programs: one object a note, so that the reports of several shards can be put one after the
/// other.
package enum JSONReport {
    package static func text(of notes: [NoteVerdict]) -> String {
        let failed = notes.filter { !$0.failures.isEmpty }.count
        let report = JSON.object([
            ("notes", .array(notes.map(json))),
            (
                "summary",
                .object([
                    ("notes", .integer(notes.count)), ("failed", .integer(failed)),
                    ("cells", .integer(notes.reduce(0) { $0 + $1.cells.count })),
                ])
            ),
        ])
        return report.text + "\n"
    }

    private static func json(_ note: NoteVerdict) -> JSON {
        .object([
            ("note", .string(note.note)), ("ok", .bool(note.failures.isEmpty)),
            ("cells", .array(note.cells.map(json))),
        ])
    }

    private static func json(_ cell: CellVerdict) -> JSON {
        var members: [(String, JSON)] = [
            ("cell", .string(cell.title)), ("line", .integer(cell.line)),
            ("verdict", .string(cell.verdict.name)), ("message", .string(cell.sentence)),
        ]
        switch cell.verdict {
        case .differs(let difference):
            members.append(("difference", .array(difference.hunks.map(json))))
        case .raised(let report):
            members.append(("traceback", .array(report.traceback.map(JSON.string))))
        default: break
        }
        return .object(members)
    }

    private static func json(_ hunk: Difference.Hunk) -> JSON {
        .object([
            ("wanted", .array(hunk.wanted.map(JSON.string))),
            ("found", .array(hunk.found.map(JSON.string))),
        ])
    }
}
