// Shared by the tests.
import Foundation

/// What matplotlib 3.8 does, recorded.
enum Recorded {
    struct Ticks: Decodable, Sendable {
        let low, high: Double
        let room: Int
        let ticks: [Double]
        let labels: [String]
        let end: String
    }

    struct Range: Decodable, Sendable {
        let data: [Double]
        let low, high: Double
    }

    static func read<Content: Decodable>(_ name: String) throws -> Content {
        let file = Bundle.module.bundleURL.appending(path: "References/\(name).json")
        return try JSONDecoder().decode(Content.self, from: Data(contentsOf: file))
    }
}
