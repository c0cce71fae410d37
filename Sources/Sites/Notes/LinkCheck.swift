import Diagnostics
import Foundation
import Rendering

/// Looks for links that lead nowhere, and for pages that nobody can tell apart.
struct LinkCheck {
    private(set) var diagnostics: [Diagnostic] = []
    /// Files beside the notes that links lead to: the site takes them along.
    private(set) var files: Set<String> = []
    /// Files that links lead to and that are not there: were they made, the warnings would be wrong.
    private(set) var missing: Set<String> = []

    private let source: SiteSource
    private let pages: [String: SiteNote]

    init(_ notes: [SiteNote], home: SiteNote?, source: SiteSource) {
        self.source = source
        pages = Dictionary(notes.map { ($0.page, $0) }) { first, _ in first }
        for note in notes + [home].compactMap({ $0 }) {
            for link in note.result.content.links { check(link, of: note) }
        }
        checkTitles(of: notes)
    }

    private mutating func check(_ link: NoteLink, of note: SiteNote) {
        guard let page = link.page else { return checkFile(link, of: note) }
        guard let anchor = link.anchor, !anchor.isEmpty,
            let target = SitePath.resolve(page, from: note.page).flatMap({ pages[$0] }),
            !target.result.content.anchors.contains(anchor)
        else { return }
        let near = Spelling.nearest(
            to: anchor, among: target.result.content.sections.map(\.anchor).filter { !$0.isEmpty })
        diagnostics.append(
            Diagnostic(
                .warning, "nothing in \(target.path) is called #\(anchor)", at: link.place,
                hints: near.map { ["did you mean `#\($0)`?"] } ?? []))
    }

    private mutating func checkFile(_ link: NoteLink, of note: SiteNote) {
        let path = SitePath.resolve(link.path, from: note.path)
        guard let path, !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else {
            diagnostics.append(
                Diagnostic(
                    .warning, "the link leads out of the site to \(link.path)", at: link.place,
                    hints: ["link to a note or a file in \(source.folder)"]))
            return
        }
        var isFolder: ObjCBool = false
        let file = SiteSource.join(source.folder, path)
        if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue
        {
            files.insert(path)
            return
        }
        missing.insert(path)
        let near = Spelling.nearest(to: path, among: source.notes)
        diagnostics.append(
            Diagnostic(
                .warning, "the link leads to \(link.path), which is not there", at: link.place,
                hints: near.map { ["did you mean `\($0)`?"] } ?? []))
    }

    private mutating func checkTitles(of notes: [SiteNote]) {
        var seen: [String: SiteNote] = [:]
        for note in notes {
            let content = note.result.content
            guard let first = seen[content.title] else {
                seen[content.title] = note
                continue
            }
            diagnostics.append(
                Diagnostic(
                    .warning, "\(first.path) has the same title, \(content.title)",
                    at: content.titlePlace, hints: ["a reader cannot tell them apart in a list"]))
        }
    }
}
