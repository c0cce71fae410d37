import Foundation
import Testing

/// What CPython 3.11.7 says about a text.
enum References {
    struct Fault: Decodable {
        var source: String
        var kind: String
        var message: String
        /// From 1; nil where CPython gives no place.
        var line: Int?
        var column: Int?
        /// nil where CPython points at one column.
        var endColumn: Int?
    }

    struct Tree: Decodable {
        var source: String
        /// The tree as `TreeText` writes it.
        var tree: String
    }

    static func faults() throws -> [Fault] { try read("faults") }

    static func trees() throws -> [Tree] { try read("trees") }

    private static func read<T: Decodable>(_ name: String) throws -> T {
        let folder = Bundle.module.resourceURL?.appending(path: "References")
        let file = try #require(folder?.appending(path: name + ".json"))
        return try JSONDecoder().decode(T.self, from: Data(contentsOf: file))
    }
}
