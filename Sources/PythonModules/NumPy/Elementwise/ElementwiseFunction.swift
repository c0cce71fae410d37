import PythonRuntime
import Tensors

/// A function of NumPy that works element by element: a ufunc.
struct ElementwiseFunction: Sendable {
    /// The type in which operands of a common type are computed; nil where there is no loop for it.
    typealias LoopType = @Sendable (DType) throws -> DType?

    let name: String
    /// What numbers of one operand or two become.
    let loop: Loop
    private let loopType: LoopType
    /// What the function is for an array of floats, when nothing else has to be looked at.
    var floatOperation: UnaryOperation?
    /// What the function is for two arrays of floats of one type, when nothing else has to be looked at.
    private(set) var floatPairOperation: BinaryOperation?
    /// The element with which a reduction starts that has nothing to reduce.
    var identity: Scalar?

    enum Loop: Sendable {
        case unary(@Sendable (Tensor) throws -> Tensor)
        case binary(@Sendable (Tensor, Tensor) throws -> Tensor)
    }

    init(
        _ name: String, _ loopType: @escaping LoopType,
        unary: @escaping @Sendable (Tensor) throws -> Tensor
    ) {
        self.name = name
        self.loopType = loopType
        loop = .unary(unary)
    }

    init(
        _ name: String, _ loopType: @escaping LoopType, identity: Scalar? = nil,
        binary: @escaping @Sendable (Tensor, Tensor) throws -> Tensor
    ) {
        self.name = name
        self.loopType = loopType
        self.identity = identity
        loop = .binary(binary)
    }

    /// Arithmetic that is one operation for numbers of every type.
    init(
        _ name: String, _ loopType: @escaping LoopType, identity: Scalar? = nil,
        operation: BinaryOperation
    ) {
        self.init(name, loopType, identity: identity, binary: { try operation($0, $1) })
        floatPairOperation = operation
    }

    /// How many operands the function takes.
    var operandCount: Int {
        if case .unary = loop { 1 } else { 2 }
    }

    /// The result for one operand.
    func callAsFunction(_ x: Tensor, in python: Interpreter) throws -> Tensor {
        guard case .unary(let body) = loop else { return x }
        return try body(x.cast(to: type(for: x.dtype, in: python)))
    }

    /// The result for two operands, in their common type or one asked for.
    func callAsFunction(
        _ a: Tensor, _ b: Tensor, as dtype: DType? = nil, in python: Interpreter
    ) throws -> Tensor {
        guard case .binary(let body) = loop else { return a }
        let common = dtype ?? Promotion.common(a, b)
        let isArithmetic = ["add", "subtract", "multiply", "maximum", "minimum"].contains(name)
        if common == .string, a.dtype != b.dtype || isArithmetic {
            throw mismatch(a, b, in: python)
        }
        let type = try type(for: common, in: python)
        return try body(a.cast(to: type), b.cast(to: type))
    }

    private func type(for dtype: DType, in python: Interpreter) throws -> DType {
        if let type = try loopType(dtype) { return type }
        throw python.typeError(
            "ufunc '\(name)' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''"
        )
    }

    private func mismatch(_ a: Tensor, _ b: Tensor, in python: Interpreter) -> PythonError {
        let isComparison = ["less", "less_equal", "greater", "greater_equal"].contains(name)
        func text(_ tensor: Tensor) -> String {
            if isComparison {
                let type = tensor.dtype == .string ? "Str" : tensor.dtype.name.capitalizedFirst
                return "<class 'numpy.dtypes.\(type)DType'>"
            }
            return operandText(tensor)
        }
        func operandText(_ tensor: Tensor) -> String {
            tensor.dtype == .string
                ? "dtype('\(tensor.textCode)')" : "dtype('\(tensor.dtype.name)')"
        }
        return python.numPyError(
            "UFuncTypeError",
            "ufunc '\(name)' did not contain a loop with signature matching types (\(text(a)), \(text(b))) -> None"
        )
    }
}

/// The types in which functions work.
enum LoopTypes {
    /// Numbers as they are; no text.
    static let numbers: ElementwiseFunction.LoopType = { $0 == .string ? nil : $0 }
    /// Numbers as they are, truth values as small integers.
    static let counted: ElementwiseFunction.LoopType = {
        $0 == .string ? nil : $0 == .bool ? .int8 : $0
    }
    /// Real or complex floats; whole numbers become floats of twice their width.
    static let floats: ElementwiseFunction.LoopType = {
        $0 == .string ? nil : Promotion.floatType(for: $0)
    }
    /// Real floats.
    static let realFloats: ElementwiseFunction.LoopType = {
        $0 == .string || $0.isComplex ? nil : Promotion.floatType(for: $0)
    }
    /// Floats; whole numbers become `float64`: true division.
    static let quotients: ElementwiseFunction.LoopType = {
        $0 == .string ? nil : $0.isFloating || $0.isComplex ? $0 : .float64
    }
    /// Anything, text too.
    static let anything: ElementwiseFunction.LoopType = { $0 }
    /// Whole numbers and truth values.
    static let bits: ElementwiseFunction.LoopType = { $0.isInteger || $0 == .bool ? $0 : nil }
}

extension String {
    /// The text with a capital letter at its start.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Tensor {
    /// NumPy's code for an array of text: `<U3`.
    var textCode: String { "<U\(textWidth)" }

    /// The characters of the longest text.
    var textWidth: Int {
        guard dtype == .string else { return 0 }
        return Swift.max(
            1, elements(of: ByteString.self).map { $0.text.unicodeScalars.count }.max() ?? 1)
    }
}
