import Diagnostics
import Foundation

/// The order in which a site's notes follow each other.
struct NoteOrder {
    private(set) var notes: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// The notes that the configuration names come first, in its order; then the others by name.
    init(_ source: SiteSource, _ configuration: SiteConfiguration) {
        var left = source.notes
        for entry in configuration.order {
            if let index = left.firstIndex(where: { Self.matches($0, entry.name) }) {
                notes.append(left.remove(at: index))
            } else {
                diagnostics.append(Self.warning(entry, source))
            }
        }
        notes += left
    }

    private static func matches(_ note: String, _ name: String) -> Bool {
        note == name || PathParts.stem(of: note) == name
    }

    private static func warning(_ entry: SiteConfiguration.Entry, _ source: SiteSource)
        -> Diagnostic
    {
        let near = Spelling.nearest(to: entry.name, among: source.notes)
        let place = source.configuration.map {
            Diagnostic.Place(file: $0, position: SourcePosition(line: entry.line, column: 1))
        }
        return Diagnostic(
            .warning, "there is no note `\(entry.name)` in \(source.folder)", at: place,
            hints: near.map { ["did you mean `\($0)`?"] } ?? [])
    }
}
