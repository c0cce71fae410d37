import PythonRuntime
import Tensors

/// What NumPy does where a result is no finite number though its operands were: warn, raise, or nothing.
final class FloatErrors {
    /// The kinds of mistakes, in the order in which NumPy tells them, and what each leads to.
    var modes = ["divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"] {
        didSet { isQuiet = modes.values.allSatisfy { $0 == "ignore" } }
    }
    /// What is called where the mode is `call`.
    var handler = Value.none
    private var isQuiet = false
    private unowned let python: Interpreter

    private init(_ python: Interpreter) { self.python = python }

    static func of(_ python: Interpreter) -> FloatErrors {
        python.state(FloatErrors.self) { FloatErrors($0) }
    }

    static let kinds = ["divide", "over", "under", "invalid"]

    /// Tells what went wrong in a function of floats, or of whole numbers where it divides.
    func check(
        _ name: String, _ operands: [Tensor], _ result: Tensor, isScalar: Bool = false
    ) throws {
        guard !isQuiet, FloatMistakes.isPossible(in: result, of: name) else { return }
        let found = FloatMistakes.kinds(name, operands, result)
        for kind in Self.kinds where found.contains(kind) {
            try tell(kind, isScalar ? "scalar \(name)" : name)
        }
    }

    private func tell(_ kind: String, _ name: String) throws {
        let what = ["divide": "divide by zero", "over": "overflow", "under": "underflow"]
        try tell(kind, message: "\(what[kind] ?? "invalid value") encountered in \(name)")
    }

    /// Does what the mode of a kind of mistake says.
    func tell(_ kind: String, message: String) throws {
        switch modes[kind] {
        case "warn": try warn(message)
        case "raise": throw python.error("FloatingPointError", message)
        case "print": python.output.stdout("Warning: \(message)\n")
        case "call":
            guard !handler.isNone else { return }
            let text = String(message.prefix { $0 != "e" })
            try python.call(handler, [.string(text, in: python), .int(1)])
        default: return
        }
    }

    /// `RuntimeWarning` at the place of the call.
    func warn(_ message: String) throws {
        guard let warnings = try python.modules.find("warnings", in: python),
            let warn = warnings.namespace["warn"]
        else { return }
        let category = Value.object(python.types.exception("RuntimeWarning"))
        try python.call(warn, [.string(message, in: python), category])
    }
}

/// Which mistakes a result shows.
private enum FloatMistakes {
    /// The functions of whole numbers that cannot divide by zero.
    private static let divisions: Set<String> = ["floor_divide", "remainder", "fmod", "mod"]

    static func isPossible(in result: Tensor, of name: String) -> Bool {
        result.dtype.isFloating ? result.hasInfinities : divisions.contains(name)
    }

    static func kinds(_ name: String, _ operands: [Tensor], _ result: Tensor) -> Set<String> {
        guard result.dtype.isFloating else {
            let isZero = operands.last?.doubles.contains(0) ?? false
            return isZero ? ["divide"] : []
        }
        let values = result.doubles
        let given = operands.compactMap { operand -> [Double]? in
            guard operand.count != result.count else { return operand.doubles }
            return operand.shape.stretches(to: result.shape)
                ? operand.stretched(to: result.shape).doubles : nil
        }
        guard given.count == operands.count else { return [] }
        var found: Set<String> = []
        for (place, value) in values.enumerated() where !value.isFinite {
            let inputs = given.map { $0[place] }
            if let kind = mistake(name, inputs, value) { found.insert(kind) }
        }
        return found
    }

    private static func mistake(
        _ name: String, _ inputs: [Double], _ value: Double
    ) -> String? {
        if inputs.contains(where: \.isNaN) { return nil }
        if value.isNaN { return "invalid" }
        guard inputs.allSatisfy(\.isFinite) else { return nil }
        switch name {
        case "divide", "floor_divide": return inputs.last == 0 ? "divide" : "over"
        case "log", "log2", "log10", "log1p", "reciprocal", "arctanh": return "divide"
        case "power", "float_power": return inputs.first == 0 ? "divide" : "over"
        default: return "over"
        }
    }
}
