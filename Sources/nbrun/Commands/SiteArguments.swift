import ArgumentParser
import Diagnostics
import Execution
import Foundation
import Rendering
import Sites

/// The options of the commands that make a site.
struct SiteArguments: ParsableArguments {
    @Argument(help: "The folder of the notes.")
    var folder: String

    @Option(
        help:
            "The folder of site.yml and index.md; usually the one above the output, or the notes' own."
    )
    var site: String?

    @Option(help: "A folder whose page.mustache, style.css … replace the built-in ones.")
    var template: String?

    @Option(help: "Notes that are run at the same time.")
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Flag(
        inversion: .prefixedNo, help: "Show the shapes that assignments produced beside the code.")
    var shapes = true

    @Flag(
        inversion: .prefixedNo,
        help: "Keep results in .nbrun/cache beside the notes, and run only what has changed.")
    var cache = true

    @OptionGroup var cells: CellArguments

    func validate() throws {
        guard jobs > 0 else { throw ValidationError("--jobs is a number from 1.") }
    }

    /// The notes, and where the site's own files are looked for.
    func source(output: String?) throws -> SiteSource {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
            isFolder.boolValue
        else {
            throw Diagnostic(
                .error, "there is no folder \(folder)",
                hints: ["a site is made of a folder of notes; for one note, `nbrun NOTE` is enough"]
            )
        }
        return SiteSource(
            folder: folder, notes: try NoteList([folder]).notes, siteFolders: siteFolders(output))
    }

    /// Looked through in this order.
    func siteFolders(_ output: String?) -> [String] {
        if let site { return [site] }
        let above = output.map { PathParts.folder(of: $0) }
        return [above, folder, beside].compactMap { $0 }.map { $0.isEmpty ? "." : $0 }
    }

    /// The folder `site` beside the notes.
    private var beside: String {
        if [".", ".."].contains(PathParts.name(of: folder)) { return folder + "/../site" }
        let above = PathParts.folder(of: folder)
        return above.isEmpty ? "site" : above + "/site"
    }

    func options(isPreview: Bool) throws -> BuildOptions {
        BuildOptions(
            session: cells.session, templates: try TemplateSet(directory: template),
            showsShapes: shapes, jobs: jobs, isPreview: isPreview)
    }

    var cacheFolder: CacheFolder? { cache ? CacheFolder(beside: folder) : nil }
}
