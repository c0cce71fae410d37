import PythonRuntime
import Tensors

/// A call of `np.einsum`: an equation of letters, or operands with lists of axis numbers behind them.
struct EinsumCall {
    private let equation: String
    private let operands: [Tensor]

    init(_ first: Value, _ rest: [Value], in python: Interpreter) throws {
        if let text = first.text {
            equation = text
            operands = try rest.map { try ArrayLike.from($0, in: python).tensor }
            return
        }
        let all = [first] + rest
        let pairs = stride(from: 0, to: all.count - 1, by: 2).map { (all[$0], all[$0 + 1]) }
        operands = try pairs.map { try ArrayLike.from($0.0, in: python).tensor }
        let inputs = try pairs.map { try Self.letters($0.1, in: python) }.joined(separator: ",")
        let result = all.count % 2 == 1 ? try Self.letters(all[all.count - 1], in: python) : nil
        equation = inputs + (result.map { "->" + $0 } ?? "")
    }

    /// The letters that stand for a list of axis numbers.
    private static func letters(_ axes: Value, in python: Interpreter) throws -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return try python.list(axes).map { axis -> String in
            if axis.isIdentical(to: python.ellipsis) { return "..." }
            let number = try python.index(axis)
            guard letters.indices.contains(number) else {
                throw python.valueError("subscript is not within the valid range [0, 52)")
            }
            return String(letters[number])
        }.joined()
    }

    func result() throws -> Tensor {
        try check()
        let types = operands.map(\.dtype)
        let common = types.dropFirst().reduce(types.first ?? .float64, Promotion.joint)
        do {
            return try Tensor.einsum(equation, operands.map { try $0.cast(to: common) })
        } catch TensorError.equation {
            throw FaceError(
                "ValueError",
                "operands could not be broadcast together with remapped shapes [original->remapped]: "
                    + remapped)
        }
    }

    private var sides: [Substring] {
        let text = equation[...].filter { !$0.isWhitespace }
        guard let arrow = text.firstIndex(of: "-") else { return [text[...]] }
        return [text[..<arrow], text[arrow...].drop { "->".contains($0) }]
    }

    private var inputs: [Substring] {
        sides[0].split(separator: ",", omittingEmptySubsequences: false)
    }

    /// The mistakes in an equation as NumPy words them.
    private func check() throws {
        let prefix = "einstein sum subscripts string"
        if inputs.count != operands.count {
            // NumPy means the subscripts.
            let amount = operands.count < inputs.count ? "more" : "fewer"
            throw FaceError(
                "ValueError",
                "\(amount) operands provided to einstein sum function than specified in the subscripts string"
            )
        }
        for (place, (part, operand)) in zip(inputs, operands).enumerated() where !part.contains(".")
        {
            if part.count > operand.rank {
                throw FaceError(
                    "ValueError", "\(prefix) contains too many subscripts for operand \(place)")
            }
            if part.count < operand.rank {
                throw FaceError(
                    "ValueError",
                    "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions."
                )
            }
        }
        guard sides.count == 2 else { return }
        let result = sides[1].filter { $0 != "." }
        if let twice = result.first(where: { name in result.filter { $0 == name }.count > 1 }) {
            throw FaceError(
                "ValueError", "\(prefix) includes output subscript '\(twice)' multiple times")
        }
    }

    /// `(2,3)->(2,newaxis,3)`: each shape as it is, and over all axes, those of the result first.
    private var remapped: String {
        let all = inputs.joined().filter { $0 != "." }
        let once = Set(all).filter { name in all.filter { $0 == name }.count == 1 }.sorted()
        let result = sides.count == 2 ? sides[1].filter { $0 != "." } : String(once)
        let axes = Array(result) + Set(all).subtracting(result).sorted()
        return zip(inputs, operands).map { part, operand in
            let names = Array(part)
            let lengths = axes.map { axis in
                names.firstIndex(of: axis).map { String(operand.shape[$0]) } ?? "newaxis"
            }.drop { $0 == "newaxis" }
            let text =
                lengths.count == 1
                ? lengths[lengths.startIndex] + "," : lengths.joined(separator: ",")
            return "\(operand.shape.compact)->(\(text)) "
        }.joined()
    }
}
