import Notebooks

/// GitHub's workflow commands, which put a failure beside the line of the note in a pull request.
package enum AnnotationReport {
    package static func text(of note: NoteVerdict) -> String {
        note.failures.map { cell in
            var message = cell.sentence
            if case .differs(let difference) = cell.verdict {
                message += "\n" + JUnitReport.plain(difference)
            }
            return "::error file=\(property(note.note)),line=\(cell.line),"
                + "title=\(property(cell.title))::\(data(message))\n"
        }.joined()
    }

    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
