import Foundation
import Testing

@testable import Tensors

/// What a library draws, by name: how many numbers, the first four, and a digest of all their bits.
struct RandomReference {
    private struct Draw: Decodable {
        let name: String
        let count: Int
        let first: String
        let digest: String
    }

    private let draws: [String: Draw]

    /// The draws in `References/<file>.json`.
    init(_ file: String) throws {
        let url = try #require(
            Bundle.module.url(
                forResource: file, withExtension: "json", subdirectory: "References"))
        let list = try JSONDecoder().decode([Draw].self, from: Data(contentsOf: url))
        draws = Dictionary(uniqueKeysWithValues: list.map { ($0.name, $0) })
    }

    /// Expects `values` to be the draws called `name`, bit for bit.
    func expect(
        _ name: String, _ values: [some BitPatterned],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let draw = try #require(draws[name], "no reference \(name)", sourceLocation: sourceLocation)
        let first = values.prefix(4).map(\.hex).joined(separator: " ")
        #expect(first == draw.first, "\(name)", sourceLocation: sourceLocation)
        #expect(values.count == draw.count, "\(name)", sourceLocation: sourceLocation)
        #expect(digest(values) == draw.digest, "\(name)", sourceLocation: sourceLocation)
    }

    /// FNV-1a over the numbers' bytes, lowest first.
    private func digest(_ values: [some BitPatterned]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for value in values {
            for byte in 0..<value.byteCount {
                hash = (hash ^ (value.bits >> UInt64(8 * byte) & 0xFF)) &* 0x100_0000_01B3
            }
        }
        return padded(hash, 16)
    }
}

/// A number whose bits can be compared.
protocol BitPatterned {
    var bits: UInt64 { get }
    var byteCount: Int { get }
}

extension BitPatterned {
    /// The bits in hexadecimal digits.
    var hex: String { padded(bits, 2 * byteCount) }
    var byteCount: Int { MemoryLayout<Self>.size }
}

private func padded(_ bits: UInt64, _ digits: Int) -> String {
    let hex = String(bits, radix: 16)
    return String(repeating: "0", count: digits - hex.count) + hex
}

extension Double: BitPatterned { var bits: UInt64 { bitPattern } }
extension Float: BitPatterned { var bits: UInt64 { UInt64(bitPattern) } }
extension Float16: BitPatterned { var bits: UInt64 { UInt64(bitPattern) } }
extension Int: BitPatterned { var bits: UInt64 { UInt64(bitPattern: Int64(self)) } }
extension Int32: BitPatterned { var bits: UInt64 { UInt64(UInt32(bitPattern: self)) } }
extension UInt32: BitPatterned { var bits: UInt64 { UInt64(self) } }
extension UInt8: BitPatterned { var bits: UInt64 { UInt64(self) } }
extension Int64: BitPatterned { var bits: UInt64 { UInt64(bitPattern: self) } }
