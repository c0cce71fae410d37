import Foundation
import Testing

@testable import Tensors

/// Short sequences that the real libraries drew, written out number by number.
struct RandomVectors {
    private struct Vector: Decodable {
        let name: String
        let values: [Number]
        let bits: [String]?
    }

    /// A number's text, which the file holds as a number or, for floats, as a string.
    private struct Number: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let value = try? container.decode(Int.self) {
                text = String(value)
            } else if let value = try? container.decode(UInt.self) {
                text = String(value)
            } else {
                text = try container.decode(String.self)
            }
        }
    }

    private let vectors: [Vector]

    init() throws {
        let url = try #require(
            Bundle.module.url(
                forResource: "random_vectors", withExtension: "json", subdirectory: "References"))
        vectors = try JSONDecoder().decode([Vector].self, from: Data(contentsOf: url))
    }

    /// The numbers of the vector called `name`, or of the one `offset` places after it.
    func values(_ name: String, _ offset: Int = 0) throws -> [String] {
        try vector(name, offset).values.map(\.text)
    }

    /// The bits of the same numbers, in hexadecimal digits.
    func bits(_ name: String, _ offset: Int = 0) throws -> [String] {
        try #require(vector(name, offset).bits)
    }

    private func vector(_ name: String, _ offset: Int) throws -> Vector {
        let index = try #require(vectors.firstIndex { $0.name == name }, "no vector \(name)")
        return vectors[index + offset]
    }
}
