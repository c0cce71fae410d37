/// An equation of axis names: one list for each operand, one for the result.
struct EinsumEquation {
    private(set) var operands: [[Character]]
    private(set) var result: [Character]

    /// Reads `equation` for operands of these shapes; an ellipsis stands for as many axes as are left over,
    /// which get names that no letter has.
    init(_ equation: String, shapes: [Shape]) throws {
        let text = equation.filter { !$0.isWhitespace }
        let sides = text.split(separator: ">", omittingEmptySubsequences: false)
        let inputs = sides[0].drop { _ in false }
        let hasResult = sides.count == 2 && inputs.last == "-"
        let left = (hasResult ? inputs.dropLast() : inputs[...])
            .split(separator: ",", omittingEmptySubsequences: false)
        guard sides.count <= 2, left.count == shapes.count else {
            throw TensorError.malformedEquation(
                "Expected \(left.count) arguments for equation \(equation), got: \(shapes.count)")
        }
        let dots =
            try zip(left, shapes).map { part, shape in
                try Self.implied(part, shape.rank, equation)
            }.max() ?? 0
        operands = zip(left, shapes).map { part, shape in
            Self.names(part, dots: Swift.max(0, shape.rank - Self.letters(part).count), of: dots)
        }
        if hasResult {
            result = Self.names(sides[1], dots: dots, of: dots)
        } else {
            let all = operands.flatMap { $0 }
            result = Set(all).filter { name in all.filter { $0 == name }.count == 1 }.sorted()
        }
        try check(shapes, equation)
    }

    private static func letters(_ part: Substring) -> [Character] { part.filter { $0 != "." } }

    /// The number of axes that an ellipsis stands for.
    private static func implied(_ part: Substring, _ rank: Int, _ equation: String) throws -> Int {
        let left = rank - letters(part).count
        guard left == 0 || (left > 0 && part.contains(".")) else {
            throw TensorError.malformedEquation(
                "einstein sum subscripts string contains too "
                    + (left < 0 ? "many subscripts for operand" : "few subscripts for operand"))
        }
        return left
    }

    /// The names in one part, an ellipsis being replaced by the last `dots` of the implied axes.
    private static func names(_ part: Substring, dots: Int, of total: Int) -> [Character] {
        guard let place = part.firstIndex(of: ".") else { return Array(part) }
        let implied = (total - dots..<total).map { number in
            Character(UnicodeScalar(UInt32(0xE000 + number)) ?? "?")
        }
        return Array(part[..<place]) + implied + Array(part[place...].drop { $0 == "." })
    }

    private func check(_ shapes: [Shape], _ equation: String) throws {
        var lengths: [Character: Int] = [:]
        for (names, shape) in zip(operands, shapes) {
            for (axis, name) in names.enumerated() {
                if let known = lengths[name], known != shape[axis] {
                    throw TensorError.equation(
                        axis: axis, shape, expected: known, found: shape[axis])
                }
                lengths[name] = shape[axis]
            }
        }
        if let stranger = result.first(where: { lengths[$0] == nil }) {
            throw TensorError.malformedEquation(
                "einstein sum subscripts string included output subscript '\(stranger)' which never "
                    + "appeared in an input")
        }
    }
}
