import Notebooks
import PythonModules

/// What running a note gave, and what besides its text decided that.
package struct NoteRun: Sendable {
    package let note: ExecutedNotebook
    /// What the note read from its folder.
    package let reads: [FileRead]
    /// Whether something in the result says on which lines of the file the cells stand.
    let seesLines: Bool
    /// Whether another run would give the same: no clock was read, no seed was drawn, nobody interrupted it.
    package let isRepeatable: Bool
    /// Whether an earlier run gave it, and nothing was executed.
    package var isSaved = false
}
