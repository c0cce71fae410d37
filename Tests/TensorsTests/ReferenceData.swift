import Foundation
import Testing

@testable import Tensors

/// Numbers from the real TensorFlow and NumPy: small results as bit patterns, large ones as a digest of them.
///
/// The operands are not stored; both sides make them by the same formula.
enum ReferenceData {
    static func load<T: Decodable>(_ name: String, as type: T.Type = T.self) throws -> T {
        let url = try #require(
            Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "References"))
        return try JSONDecoder().decode(T.self, from: Data(contentsOf: url))
    }

    /// Numbers between -scale and scale that follow from the shape and the seed.
    static func values(_ shape: Shape, seed: Int, scale: Double = 2) -> Tensor {
        Tensor(
            (0..<shape.count).map { i in
                let unit = Double((i * i * 31 + i * 7919 + seed * 104_729) % 65537) / 65537
                return Float((unit * 2 - 1) * scale)
            }, shape: shape)
    }

    /// What a reference file says of a tensor.
    static func describe(_ tensor: Tensor) -> String {
        let bits = tensor.elements(of: Float.self).map(\.bitPattern)
        if bits.count <= 40 { return bits.map { hex(UInt64($0), digits: 8) }.joined() }
        let digest = bits.reduce(14_695_981_039_346_656_037 as UInt64) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        return hex(digest, digits: 16)
    }

    private static func hex(_ number: UInt64, digits: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: digits - text.count) + text
    }
}
