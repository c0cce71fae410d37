import Foundation
import Testing

@testable import Tensors

/// An array, options, and the text that NumPy or TensorFlow made of it.
struct PrintedCase: Decodable {
    let kind: String
    let dtype: String
    let shape: [Int]
    private let bits: [String]
    private let options: [String: String]?
    private let args: [String: String]?
    let expected: String

    /// The cases in `References/<file>.json`.
    static func load(_ file: String) throws -> [PrintedCase] {
        let url = try #require(
            Bundle.module.url(
                forResource: file, withExtension: "json", subdirectory: "References"))
        return try JSONDecoder().decode([PrintedCase].self, from: Data(contentsOf: url))
    }

    /// The value of an argument of the call.
    func argument(_ name: String) -> String? { args?[name] }

    /// What its string elements are.
    var strings: StringFace { dtype == "text" ? .text() : .bytes }

    /// The array.
    var tensor: Tensor {
        let shape = Shape(shape)
        switch dtype {
        case "float64": return Tensor(doubles, shape: shape)
        case "float32": return Tensor(floats, shape: shape)
        case "float16":
            return Tensor(words.map { Float16(bitPattern: UInt16($0)) }, shape: shape)
        case "complex128": return Tensor(pairs(doubles), shape: shape)
        case "complex64": return Tensor(pairs(floats), shape: shape)
        case "bool": return Tensor(words.map { $0 != 0 }, shape: shape)
        case "int64": return Tensor(words.map { Int64(bitPattern: $0) }, shape: shape)
        case "int32": return Tensor(words.map { Int32(truncatingIfNeeded: $0) }, shape: shape)
        case "int8": return Tensor(words.map { Int8(truncatingIfNeeded: $0) }, shape: shape)
        case "uint8": return Tensor(words.map { UInt8($0) }, shape: shape)
        case "uint64": return Tensor(words, shape: shape)
        default: return Tensor(bits.map { ByteString($0) }, shape: shape)
        }
    }

    private var words: [UInt64] { bits.map { UInt64($0, radix: 16) ?? 0 } }
    private var doubles: [Double] { words.map { Double(bitPattern: $0) } }
    private var floats: [Float] { words.map { Float(bitPattern: UInt32($0)) } }

    private func pairs<Part>(_ parts: [Part]) -> [Complex<Part>] {
        stride(from: 0, to: parts.count, by: 2).map { Complex(parts[$0], parts[$0 + 1]) }
    }

    /// The options that were set.
    func printOptions() throws -> PrintOptions {
        var result = PrintOptions()
        for (name, value) in options ?? [:] {
            switch name {
            case "precision": result.precision = try #require(Int(value))
            case "threshold": result.threshold = try #require(Double(value))
            case "edgeitems": result.edgeItems = try #require(Int(value))
            case "linewidth": result.lineWidth = try #require(Int(value))
            case "suppress": result.suppressesExponents = value == "True"
            case "sign": result.sign = try #require(.init(rawValue: value))
            case "floatmode": result.floatMode = try #require(.init(rawValue: value))
            case "nanstr": result.nanText = value
            case "infstr": result.infinityText = value
            default: Issue.record("unknown option \(name)")
            }
        }
        return result
    }
}
