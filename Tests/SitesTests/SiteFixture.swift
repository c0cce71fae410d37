import Diagnostics
import Execution
import Foundation
import Rendering
import TestSupport

@testable import Sites

/// A folder of notes and the site that is made of it.
final class SiteFixture {
    private let folder: TemporaryFolder

    init(_ files: [String: String]) throws {
        folder = try TemporaryFolder()
        for (name, text) in files { try write(text, to: name) }
    }

    var path: String { folder.path }

    func write(_ text: String, to name: String) throws {
        try folder.write(text, to: "notes/" + name)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path + "/notes/" + name)
    }

    /// Builds the site into `out`, formulas as their source.
    @discardableResult
    func build() throws -> Site {
        let notes =
            (FileManager.default.enumerator(atPath: path + "/notes")?.compactMap {
                $0 as? String
            } ?? []).filter { $0.hasSuffix(".md") }.sorted()
        let source = SiteSource(
            folder: path + "/notes", notes: notes.map { path + "/notes/" + $0 },
            siteFolders: [path + "/notes"])
        let worker = NoteWorker(
            BuildOptions(
                templates: try TemplateSet(),
                pool: KaTeXPool(assets: nil, cache: nil), jobs: 2),
            cache: CacheFolder(beside: path + "/notes"))
        let folder = SiteFolder(path + "/out")
        let site = try SiteBuilder(source, worker: worker, output: folder).build()
        try folder.finish()
        return site
    }

    func page(_ name: String) throws -> String { try folder.read("out/" + name) }

    var pages: [String] {
        (FileManager.default.enumerator(atPath: path + "/out")?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".html") }.sorted()
    }
}
