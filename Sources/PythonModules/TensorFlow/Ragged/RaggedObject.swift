import PythonRuntime
import Tensors

/// A `tf.RaggedTensor` as Python holds it.
package final class RaggedObject: Object {
    let ragged: RaggedTensor

    init(_ ragged: RaggedTensor, in python: Interpreter) {
        self.ragged = ragged
        super.init(type: RaggedType.of(python))
    }
}

extension RaggedTensor: ToPython {
    package func value(in python: Interpreter) -> Value { .object(RaggedObject(self, in: python)) }
}

extension RaggedPiece: ToPython {
    package func value(in python: Interpreter) -> Value {
        switch self {
        case .tensor(let tensor): tensor.object(in: python)
        case .ragged(let ragged): ragged.value(in: python)
        }
    }
}

/// A ragged tensor, or anything that is a tensor.
struct RaggedArgument: FromPython {
    let ragged: RaggedPiece

    static func from(_ value: Value, in python: Interpreter) throws -> RaggedArgument {
        if let object = value.object as? RaggedObject {
            return RaggedArgument(ragged: .ragged(object.ragged))
        }
        return RaggedArgument(ragged: .tensor(try TensorLike.from(value, in: python).tensor))
    }

    /// The same rows with each element replaced.
    func map(_ body: (Tensor) throws -> Tensor) rethrows -> RaggedPiece {
        switch ragged {
        case .tensor(let tensor): .tensor(try body(tensor))
        case .ragged(let ragged): .ragged(ragged.with(flatValues: try body(ragged.flatValues)))
        }
    }
}

/// Text, in a ragged tensor or any other.
struct TextArgument: FromPython {
    private let argument: RaggedArgument
    /// Whether it was no tensor.
    let isPlain: Bool

    static func from(_ value: Value, in python: Interpreter) throws -> TextArgument {
        let argument = try RaggedArgument.from(value, in: python)
        let isPlain = !(value.object is RaggedObject) && ArrayReader.existing(value) == nil
        if isPlain, argument.ragged.flatValues.dtype != .string {
            throw python.typeError(
                "Cannot convert \(try python.repr(value)) to EagerTensor of dtype string")
        }
        return TextArgument(argument: argument, isPlain: isPlain)
    }

    /// The same rows with each element replaced.
    func map(_ body: (Tensor) throws -> Tensor) rethrows -> RaggedPiece { try argument.map(body) }
}

/// The text of a ragged tensor: NumPy's layout of an array of arrays, with commas.
enum RaggedText {
    /// The width of a line.
    private static let width = 75

    static func text(_ ragged: RaggedTensor, in python: Interpreter) throws -> String {
        try text(.ragged(ragged), python)
    }

    private static func text(_ piece: RaggedPiece, _ python: Interpreter) throws -> String {
        switch piece {
        case .tensor(let tensor): return try text(tensor, python)
        case .ragged(let ragged):
            let lengths = Set(ragged.rowLengths)
            if ragged.raggedRank == 1, lengths.count == 1, let length = lengths.first, length > 0 {
                let inner = ragged.flatValues.shape.dimensions.dropFirst()
                let shape = Shape([ragged.rowCount, length] + inner)
                return try text(ragged.flatValues.reshaped(to: shape), python)
            }
            return joined(try ragged.rows().map { try text($0, python) })
        }
    }

    private static func text(_ tensor: Tensor, _ python: Interpreter) throws -> String {
        guard tensor.rank > 0 else {
            return try python.str(TensorType.numpy(tensor.object(in: python), python))
        }
        guard tensor.rank > 1 else {
            return joined(try tensor.unstacked(axis: 0).map { try text($0, python) })
        }
        let rows = try tensor.unstacked(axis: 0).map { try text($0, python) }
        let gap = "," + String(repeating: "\n", count: tensor.rank - 1)
        let lines = rows.map { row in
            row.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n ")
        }
        return "[" + lines.joined(separator: gap + " ") + "]"
    }

    /// Words between brackets, wrapped as NumPy wraps them.
    private static func joined(_ words: [String]) -> String {
        var (done, line) = ("", " ")
        for (place, word) in words.enumerated() {
            let separator = place == words.count - 1 ? "" : ", "
            extend(&done, &line, word)
            line += separator
        }
        return "[" + (done + line).dropFirst() + "]"
    }

    private static func extend(_ done: inout String, _ line: inout String, _ word: String) {
        let lines = word.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let longest = lines.map(\.count).max() ?? 0
        var indent = String(repeating: " ", count: line.count)
        if line.count + longest > width - 1, line.count > 1 {
            done += trimmed(line) + "\n"
            line = " "
            indent = " "
        }
        line += lines[0]
        for next in lines.dropFirst() {
            done += trimmed(line) + "\n"
            line = indent + next
        }
        if lines.count > 1 {
            line += String(repeating: " ", count: longest - (lines.last?.count ?? 0))
        }
    }

    private static func trimmed(_ line: String) -> Substring {
        var rest = line[...]
        while rest.last == " " { rest.removeLast() }
        return rest
    }
}
