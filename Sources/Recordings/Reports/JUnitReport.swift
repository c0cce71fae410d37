import Notebooks

/// JUnit's XML, which continuous integration services read.
package enum JUnitReport {
    /// One suite for each note, one case for each cell.
    package static func text(of notes: [NoteVerdict]) -> String {
        let failures = notes.reduce(0) { $0 + $1.failures.count }
        let tests = notes.reduce(0) { $0 + $1.cells.count }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites name=\"nbrun\" tests=\"\(tests)\" failures=\"\(failures)\">\n"
        for note in notes { text += suite(note) }
        return text + "</testsuites>\n"
    }

    private static func suite(_ note: NoteVerdict) -> String {
        let skipped = note.cells.filter { $0.verdict.name == "skipped" }.count
        var text = "  <testsuite name=\"\(escaped(note.note))\" tests=\"\(note.cells.count)\""
        text += " failures=\"\(note.failures.count)\" skipped=\"\(skipped)\""
        text += " time=\"\(seconds(note.duration))\">\n"
        for cell in note.cells { text += testCase(cell, in: note) }
        return text + "  </testsuite>\n"
    }

    private static func testCase(_ cell: CellVerdict, in note: NoteVerdict) -> String {
        var text =
            "    <testcase classname=\"\(escaped(note.note))\" name=\"\(escaped(cell.title))\""
        text += " file=\"\(escaped(note.note))\" line=\"\(cell.line)\""
        text += " time=\"\(seconds(cell.duration))\""
        switch cell.verdict {
        case .differs(let difference):
            text += ">\n      <failure message=\"\(escaped(cell.sentence))\">"
            text += escaped(plain(difference)) + "</failure>\n    </testcase>\n"
        case .raised(let report):
            text += ">\n      <failure message=\"\(escaped(cell.sentence))\">"
            text += escaped(report.traceback.joined(separator: "\n"))
            text += "</failure>\n    </testcase>\n"
        case .skipped(let reason):
            text += ">\n      <skipped message=\"\(escaped(reason))\"/>\n    </testcase>\n"
        default: text += "/>\n"
        }
        return text
    }

    static func plain(_ difference: Difference) -> String {
        difference.hunks.flatMap { hunk in
            hunk.wanted.map { "- \($0)" } + hunk.found.map { "+ \($0)" }
        }.joined(separator: "\n")
    }

    private static func seconds(_ duration: Double) -> String {
        "\((duration * 1000).rounded() / 1000)"
    }

    /// XML has no way to write most control characters; they become question marks.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\n": escaped += "&#10;"
            case "\t": escaped += "\t"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                escaped += "?"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
