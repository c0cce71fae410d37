import Diagnostics
import Notebooks
import PythonModules
import Rendering

/// A note that was run and written.
struct SiteNote: Sendable {
    /// Its path in the folder of the notes.
    let path: String
    /// Its file.
    let file: String
    /// Its page's path in the site.
    let page: String
    let result: Result

    /// What a note's page is made of, in the form in which it is kept between builds.
    struct Result: Sendable, Codable {
        var content: NoteContent
        /// Errors of cells that were not meant to fail, and what reading the note found.
        var diagnostics: [Diagnostic]
        var hasFailed: Bool
        /// What the note read, and fingerprints of the pictures it shows.
        var reads: [FileRead]
        var pictures: [String: UInt64?]
        var isRepeatable: Bool
    }
}
