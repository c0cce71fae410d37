import Diagnostics

/// A site that was built.
package struct Site: Sendable {
    /// What its author should know, in the order of the notes.
    package var diagnostics: [Diagnostic]
    package var noteCount: Int
    /// Notes of which at least one cell was executed.
    package var executedCount: Int
    /// Whether a cell failed that was not meant to.
    package var hasFailed: Bool
    /// The files that the pages were made from, by their paths.
    package var inputs: Set<String>
    /// What notes read beside that can't be told by the date of a file.
    package var hasReads: Bool
}
