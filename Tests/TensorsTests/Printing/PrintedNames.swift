import Foundation
import Testing

/// Texts that NumPy and TensorFlow made, by name.
struct PrintedNames {
    private struct Named: Decodable {
        let name: String
        let text: String
    }

    private let texts: [String: String]

    init() throws {
        let url = try #require(
            Bundle.module.url(
                forResource: "printing_named", withExtension: "json", subdirectory: "References"))
        let list = try JSONDecoder().decode([Named].self, from: Data(contentsOf: url))
        texts = Dictionary(uniqueKeysWithValues: list.map { ($0.name, $0.text) })
    }

    subscript(name: String) -> String {
        get throws { try #require(texts[name], "no text \(name)") }
    }
}
