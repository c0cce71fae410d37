import Diagnostics
import Execution
import Foundation
import Rendering

/// Builds a site: runs its notes, checks how they hang together, and writes the pages.
package struct SiteBuilder {
    private let source: SiteSource
    private let worker: NoteWorker
    private let output: any SiteOutput
    private var options: BuildOptions { worker.options }

    package init(_ source: SiteSource, worker: NoteWorker, output: any SiteOutput) {
        self.source = source
        self.worker = worker
        self.output = output
    }

    /// `progress` is told how many of how many notes are done, from any thread.
    package func build(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) throws
        -> Site
    {
        let (configuration, mistakes) = try readConfiguration()
        let order = NoteOrder(source, configuration)
        let jobs = try jobs(for: order.notes)
        let results = try run(jobs, progress)
        let notes = zip(jobs, results).map {
            SiteNote(path: $0.path, file: $0.file, page: $0.page, result: $1.result)
        }
        let home = try source.home.map { try homeNote($0) }
        let check = LinkCheck(notes, home: home, source: source)
        try write(notes, home, configuration, check.files)
        let made = (notes + [home].compactMap { $0 }).map(\.result)
        return Site(
            diagnostics: mistakes + order.diagnostics + made.flatMap(\.diagnostics)
                + check.diagnostics,
            noteCount: notes.count, executedCount: results.filter { !$0.isSaved }.count,
            hasFailed: made.contains(where: \.hasFailed),
            inputs: inputs(notes, home, check.files.union(check.missing)),
            hasReads: made.contains { !$0.reads.isEmpty || !$0.isRepeatable })
    }

    // MARK: Reading and running

    private func readConfiguration() throws -> (SiteConfiguration, [Diagnostic]) {
        guard let path = source.configuration else { return (SiteConfiguration(), []) }
        let reader = try SiteConfigurationReader(SiteSource.text(path))
        return (reader.configuration, reader.diagnostics)
    }

    private func jobs(for notes: [String]) throws -> [Job] {
        var pages: [String: String] = ["index.html": "the home page"]
        return try notes.map { note in
            let page = SitePath.page(of: note)
            if let other = pages.updateValue(note, forKey: page) {
                throw Diagnostic(
                    .error, "\(other) and \(note) would both be \(page)",
                    hints: ["rename one of them"])
            }
            return Job(path: note, file: SiteSource.join(source.folder, note), page: page)
        }
    }

    private func run(
        _ jobs: [Job], _ progress: @escaping @Sendable (Int, Int) -> Void
    ) throws -> [(result: SiteNote.Result, isSaved: Bool)] {
        let known = Set(jobs.map(\.path))
        let count = Counter(total: jobs.count, report: progress)
        let worker = worker
        let results = Parallel.map(jobs, jobs: options.jobs) { job in
            let result = Result { try worker.result(of: job) { known.contains($0) } }
            count.add()
            return result
        }
        return try results.map { try $0.get() }
    }

    /// The home page may stand in another folder than the notes it links to.
    private func homeNote(_ path: String) throws -> SiteNote {
        let known = Set(source.notes)
        var job = Job(path: "index.md", file: path, page: "index.html")
        job.prefix = SitePath.way(from: SitePath.folder(of: path), to: source.folder)
        let result = try worker.result(of: job) { known.contains($0) }.result
        return SiteNote(path: job.path, file: path, page: job.page, result: result)
    }

    private func inputs(_ notes: [SiteNote], _ home: SiteNote?, _ files: Set<String>)
        -> Set<String>
    {
        var inputs = Set(notes.map(\.file))
        inputs.formUnion([source.configuration, source.home].compactMap { $0 })
        inputs.formUnion(files.map { SiteSource.join(source.folder, $0) })
        for note in notes + [home].compactMap({ $0 }) {
            let folder = PathParts.folder(of: note.file)
            inputs.formUnion(note.result.pictures.keys.map { SiteSource.join(folder, $0) })
        }
        return inputs
    }

    // MARK: Writing

    private func write(
        _ notes: [SiteNote], _ home: SiteNote?, _ configuration: SiteConfiguration,
        _ files: Set<String>
    ) throws {
        let assets = worker.assets
        let frame = SiteFrame(
            configuration: configuration, notes: notes, templates: options.templates,
            policy: assets.policy(isPreview: options.isPreview), theme: assets.theme,
            assets: try write(assets, notes, home), isPreview: options.isPreview)
        let output = output
        let written = Parallel.map(Array(notes.indices), jobs: options.jobs) { index in
            Result { try output.write(Array(frame.page(of: index).utf8), to: notes[index].page) }
        }
        for result in written { try result.get() }
        let pages = SitePages(frame: frame, home: home?.result)
        try write(pages.index(), to: "index.html")
        try write(pages.variables(), to: "variables.html")
        try write(pages.notFound(), to: "404.html")
        try write(options.templates.file("favicon.svg"), to: "favicon.svg")
        if let map = SiteMap.text(["index.html"] + notes.map(\.page), configuration) {
            try write(map, to: "sitemap.xml")
        }
        try copy(files, notes, home)
    }

    /// Writes what all pages share, and returns the addresses.
    private func write(_ assets: SharedAssets, _ notes: [SiteNote], _ home: SiteNote?) throws
        -> SiteFrame.Assets
    {
        var use = MathUse()
        for note in notes + [home].compactMap({ $0 }) { use.formUnion(note.result.content.math) }
        let preview = options.isPreview ? options.templates.file("preview.js") : ""
        var math: String?
        if let style = try assets.mathStyle(for: use) { math = try asset(style, "math.css") }
        return SiteFrame.Assets(
            style: try asset(assets.style, "style.css"),
            script: try asset(preview + assets.script, "script.js"), math: math,
            index: try asset(SearchIndex(notes).script(), "search-index.js"))
    }

    private func asset(_ text: String, _ name: String) throws -> String {
        try asset(Array(text.utf8), name)
    }

    /// The address of a shared file changes with its content, so that no browser keeps an old one.
    private func asset(_ bytes: [UInt8], _ name: String) throws -> String {
        try output.write(bytes, to: "assets/" + name)
        let version = String(CacheKey.checksum(bytes), radix: 36).prefix(8)
        return "assets/\(name)?v=\(version)"
    }

    private func write(_ text: String, to path: String) throws {
        try output.write(Array(text.utf8), to: path)
    }

    /// Takes along the pictures and the files that links lead to.
    private func copy(_ files: Set<String>, _ notes: [SiteNote], _ home: SiteNote?) throws {
        for file in files.sorted() {
            let path = SiteSource.join(source.folder, file)
            try copy(path, to: file)
        }
        for note in notes + [home].compactMap({ $0 }) {
            let folder = PathParts.folder(of: note.file)
            for (path, name) in note.result.content.pictures.sorted(by: { $0.key < $1.key }) {
                try copy(SiteSource.join(folder, path), to: SiteLinks.pictures + name)
            }
        }
    }

    private func copy(_ file: String, to path: String) throws {
        guard let data = FileManager.default.contents(atPath: file) else { return }
        try output.write([UInt8](data), to: path)
    }
}

/// Counts what is done, from any thread.
private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0
    private let total: Int
    private let report: @Sendable (Int, Int) -> Void

    init(total: Int, report: @escaping @Sendable (Int, Int) -> Void) {
        self.total = total
        self.report = report
    }

    func add() {
        let count = lock.withLock {
            self.count += 1
            return self.count
        }
        report(count, total)
    }
}
