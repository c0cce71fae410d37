import Diagnostics
import Foundation

/// What the command line asks for.
struct RunArguments {
    let sources: [SourceText]
    /// Seconds after which a file is interrupted.
    var limit: Double?

    /// Nil where a file is missing.
    init?(_ arguments: ArraySlice<String>) {
        var paths = arguments
        if paths.first == "--limit" {
            guard let seconds = paths.dropFirst().first.flatMap(Double.init) else { return nil }
            limit = seconds
            paths = paths.dropFirst(2)
        }
        let sources = paths.compactMap { path in
            FileManager.default.contents(atPath: path).map {
                SourceText(name: path, text: String(decoding: $0, as: UTF8.self))
            }
        }
        guard !sources.isEmpty, sources.count == paths.count else { return nil }
        self.sources = sources
    }
}
