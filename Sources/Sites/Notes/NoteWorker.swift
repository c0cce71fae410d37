import Diagnostics
import Execution
import Foundation
import Notebooks
import PythonModules
import Rendering

/// Takes notes from their files to what their pages say; what has not changed is taken from the last time.
package struct NoteWorker: Sendable {
    let options: BuildOptions
    private let runs: RunCache?
    private let folder: CacheFolder?
    private let program: String
    private let looks: [UInt8]
    private let store = FormulaStore()
    private let memory = ResultMemory()
    /// The notes that are being written, in a preview.
    private let live: LiveNotes?

    /// `cache` is nil where nothing is to be kept.
    package init(_ options: BuildOptions, cache: CacheFolder?) {
        self.options = options
        looks = Array(options.looks.utf8)
        program = CacheKey.program() ?? ""
        folder = program.isEmpty ? nil : cache
        runs = cache.flatMap(RunCache.init)
        live = options.isPreview ? LiveNotes() : nil
    }

    var assets: SharedAssets { SharedAssets(options.templates, pool: options.pool) }

    /// A note's result, and whether nothing had to be executed for it.
    func result(of note: Job, isNote: @escaping @Sendable (String) -> Bool) throws -> (
        result: SiteNote.Result, isSaved: Bool
    ) {
        let source = try SiteSource.text(note.file)
        let site = SiteLinks(root: SitePath.root(from: note.page)) { path in
            let path = path.hasPrefix(note.prefix) ? path.dropFirst(note.prefix.count) : path[...]
            guard let target = SitePath.resolve(String(path), from: note.path), isNote(target)
            else { return nil }
            return SitePath.relative(SitePath.page(of: target), from: note.page)
        }
        let notebook =
            try JupyterReader.reads(source)
            ? JupyterReader.read(source) : NotebookReader.read(source)
        let key = key(of: notebook)
        if let known = known(note, key, site) { return (known, true) }
        let (result, isSaved) = try make(notebook, note, site)
        keep(result, of: note, key)
        return (result, isSaved)
    }

    private func make(_ notebook: Notebook, _ note: Job, _ site: SiteLinks) throws -> (
        SiteNote.Result, Bool
    ) {
        let log = PictureLog(folder: PathParts.folder(of: note.file))
        let typesetter = Typesetter(options.pool, store: store)
        var render = try RenderOptions(typesetter: typesetter, templates: options.templates) {
            log.read($0)
        }
        render.showsShapes = options.showsShapes
        render.site = site
        typesetter.prepare(notebook)
        let kept =
            live != nil
            ? runs?.run(notebook, options: options.session) { execute(notebook) }
            : runs?.run(notebook, options: options.session)
        let run = kept ?? execute(notebook)
        let content = NoteContent(run.note, options: render)
        let failures = run.note.runs.filter { $0.status == .failed }.flatMap(\.outputs)
        let errors = failures.compactMap { output -> Diagnostic? in
            if case .error(let report) = output { report.diagnostic } else { nil }
        }
        let result = SiteNote.Result(
            content: content, diagnostics: run.note.diagnostics + content.diagnostics + errors,
            hasFailed: run.note.runs.contains { $0.status == .failed }, reads: run.reads,
            pictures: log.fingerprints, isRepeatable: run.isRepeatable)
        return (result, run.isSaved)
    }

    private func execute(_ notebook: Notebook) -> NoteRun {
        live?.run(notebook, options: options.session)
            ?? NotebookSession.record(notebook, options: options.session)
    }

    // MARK: What is kept

    private func key(of notebook: Notebook) -> [UInt8] {
        Array("\(program)\n\(options.session.key)\n\(notebook.source.name)\n".utf8) + looks
            + notebook.source.utf8
    }

    private func known(_ note: Job, _ key: [UInt8], _ site: SiteLinks) -> SiteNote.Result? {
        if let result = memory.result(of: note.file, key: key) {
            return isCurrent(result, note, site) ? result : nil
        }
        guard let payload = folder?.entry(Self.name(of: note), key: key),
            let result = try? JSONDecoder().decode(SiteNote.Result.self, from: Data(payload)),
            isCurrent(result, note, site)
        else { return nil }
        remember(result, of: note, key)
        return result
    }

    private func keep(_ result: SiteNote.Result, of note: Job, _ key: [UInt8]) {
        remember(result, of: note, key)
        guard let folder, result.isRepeatable, let payload = try? JSONEncoder().encode(result)
        else { return }
        folder.save([UInt8](payload), as: Self.name(of: note), key: key)
    }

    /// A preview builds again and again: there, a note that reads the clock runs when it is saved and not when another is.
    private func remember(_ result: SiteNote.Result, of note: Job, _ key: [UInt8]) {
        if options.isPreview { memory.keep(result, of: note.file, key: key) }
    }

    /// Whether the files and the pages that the result speaks of are still the same.
    private func isCurrent(_ result: SiteNote.Result, _ note: Job, _ site: SiteLinks) -> Bool {
        let folder = PathParts.folder(of: note.file)
        let log = PictureLog(folder: folder)
        return result.reads.allSatisfy(\.isCurrent)
            && result.pictures.allSatisfy { log.fingerprint(of: $0.key) == $0.value }
            && result.content.links.allSatisfy { site.page($0.path) == $0.page }
    }

    private static func name(of note: Job) -> String { CacheKey.name(note.file) + ".page" }
}

/// A note to be run, and where its page goes.
struct Job: Sendable {
    /// The note's path in the folder of the notes.
    let path: String
    let file: String
    let page: String
    /// The way from its file to the folder of the notes, where it stands in another.
    var prefix = ""
}

/// The results of this process by note: a preview builds again and again.
private final class ResultMemory: @unchecked Sendable {
    private let lock = NSLock()
    private var results: [String: (key: [UInt8], result: SiteNote.Result)] = [:]

    func result(of file: String, key: [UInt8]) -> SiteNote.Result? {
        lock.withLock { results[file].flatMap { $0.key == key ? $0.result : nil } }
    }

    func keep(_ result: SiteNote.Result, of file: String, key: [UInt8]) {
        lock.withLock { results[file] = (key, result) }
    }
}

/// Reads the pictures of a note, and remembers what they were.
private final class PictureLog: @unchecked Sendable {
    private let folder: String
    private let lock = NSLock()
    private var found: [String: UInt64?] = [:]

    init(folder: String) { self.folder = folder }

    func read(_ path: String) -> [UInt8]? {
        let bytes = FileManager.default.contents(atPath: SiteSource.join(folder, path))
            .map { [UInt8]($0) }
        lock.withLock { found[path] = .some(bytes.map(CacheKey.checksum)) }
        return bytes
    }

    func fingerprint(of path: String) -> UInt64? { read(path).map(CacheKey.checksum) }

    var fingerprints: [String: UInt64?] { lock.withLock { found } }
}
