import Foundation
import PythonRuntime

// Plain data with a coding of the compiler's: nothing of it can be forgotten.

extension StateWriter {
    package func write(encoded value: some Encodable) throws {
        let encoder = Foundation.JSONEncoder()
        // The same value must always be the same bytes.
        encoder.outputFormatting = .sortedKeys
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        guard let data = try? encoder.encode(value) else {
            throw Unstorable("a number that has no text")
        }
        try write(block: [UInt8](data))
    }
}

extension StateReader {
    package func decoded<Wanted: Decodable>(_: Wanted.Type = Wanted.self) throws -> Wanted {
        let decoder = Foundation.JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        guard let value = try? decoder.decode(Wanted.self, from: Data(try block())) else {
            throw UnreadableState()
        }
        return value
    }
}
