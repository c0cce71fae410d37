import Foundation

@testable import Rendering

extension Typesetter {
    /// KaTeX compiles once for all tests, in a folder of the system's temporary files.
    static let sharedCache = BytecodeCache(
        folder: FileManager.default.temporaryDirectory.appendingPathComponent("nbrun-tests"))

    /// A typesetter for one note.
    static func shared() -> Typesetter { Typesetter(cache: sharedCache) }
}
