import PythonRuntime
import Tensors

/// Reads arrays out of Python values: numbers, nested sequences, arrays, tensors, variables.
struct ArrayReader {
    /// Which library's rules give plain Python numbers their type.
    enum Face {
        case tensorFlow, numPy
    }

    let face: Face
    let python: Interpreter
    private var elements: [Scalar] = []
    /// The types of the plain Python numbers among the elements, for NumPy, which weighs them by their kind.
    private var plainKinds: Set<DType> = []
    /// The types of arrays and NumPy numbers among the elements.
    private var arrayTypes: Set<DType> = []
    /// The type of the first tensor or variable among the elements.
    private var tensorType: DType?
    /// The type of the first element to TensorFlow.
    private var firstType: DType?
    private var hasText = false
    /// Whether the element that is read stands in a number of NumPy's.
    private var isBoxed = false

    init(_ face: Face, in python: Interpreter) {
        self.face = face
        self.python = python
    }

    /// The tensor of a value that holds one already; nil for plain numbers and sequences.
    static func existing(_ value: Value) -> Tensor? {
        switch value.object {
        case let tensor as TensorObject: tensor.tensor
        case let array as ArrayObject: array.tensor
        case let variable as VariableObject: variable.variable.value
        case let scalar as ScalarObject: scalar.tensor
        case let slices as SlicesObject: try? slices.slices.dense
        default: nil
        }
    }

    /// A value as a tensor of a type, or of its natural one.
    static func tensor(
        _ value: Value, _ dtype: DType? = nil, face: Face, in python: Interpreter
    ) throws -> Tensor {
        if let tensor = existing(value) {
            guard let dtype, dtype != tensor.dtype else {
                // Tensors do not change when the array does that they came from.
                return face == .tensorFlow && value.object is ArrayObject ? tensor.copy() : tensor
            }
            return try tensor.cast(to: dtype)
        }
        var reader = ArrayReader(face, in: python)
        return try reader.read(value, dtype).tensor
    }

    /// A value as a tensor, and whether its strings were text.
    mutating func read(_ value: Value, _ dtype: DType?) throws -> (tensor: Tensor, isText: Bool) {
        let shape = try collect(value, depth: 0)
        let chosen = dtype ?? naturalType
        if dtype == nil, face == .tensorFlow, tensorType?.isInteger == true {
            try requireIntegers()
        }
        if chosen != .string, elements.contains(where: \.isBytes) {
            throw python.valueError(conversionMessage)
        }
        return (Tensor(elements(as: chosen), shape: shape, chosen), hasText)
    }

    /// The elements; numbers among text are written out.
    private func elements(as dtype: DType) -> [Scalar] {
        guard dtype == .string, !elements.allSatisfy(\.isBytes) else { return elements }
        return elements.map { $0.isBytes ? $0 : .bytes(ByteString(ScalarText.repr($0))) }
    }

    /// The room that NumPy gives text among numbers: that of the longest number of their type. Nil where there is only
    /// text.
    var textRoom: Int? {
        let numbers = plainKinds.union(arrayTypes).filter { $0 != .string }
        guard let room = numbers.map(\.writtenRoom).max() else { return nil }
        let longest = elements.lazy.compactMap { $0.text?.unicodeScalars.count }.max() ?? 1
        return max(room, longest)
    }

    private var conversionMessage: String {
        "could not convert string to float: '\(elements.lazy.compactMap(\.text).first ?? "")'"
    }

    /// Deeper nesting than any array has.
    private static let depthLimit = 32

    private mutating func collect(_ value: Value, depth: Int) throws -> Shape {
        if let tensor = Self.existing(value) {
            arrayTypes.insert(tensor.dtype)
            firstType = firstType ?? tensor.dtype
            if !(value.object is ArrayObject || value.object is ScalarObject) {
                tensorType = tensorType ?? tensor.dtype
            }
            elements += tensor.scalars
            return tensor.shape
        }
        switch value {
        case .int(let value): append(.int(value))
        case .float(let value): append(.float(value))
        case .bool(let value): append(.bool(value))
        case .none: throw noneError()
        case .object(let object): return try collect(object, depth: depth)
        }
        return .scalar
    }

    private mutating func append(_ element: Scalar) {
        let natural = element.naturalType
        firstType = firstType ?? (natural == .float64 ? .float32 : natural)
        if !isBoxed { plainKinds.insert(natural) }
        elements.append(element)
    }

    private mutating func collect(_ object: Object, depth: Int) throws -> Shape {
        if let text = Value.object(object).text {
            hasText = true
            elements.append(.bytes(ByteString(text)))
            return .scalar
        }
        switch object {
        case let bytes as BytesObject: elements.append(.bytes(ByteString(bytes.bytes)))
        case let complex as ComplexObject:
            elements.append(.complex(Complex(complex.real, complex.imaginary)))
        case let boxed as BoxedObject:
            if let dtype = ArrayTypes.of(python).dtype(of: boxed.type) {
                firstType = firstType ?? dtype
                isBoxed = true
                if face == .numPy { arrayTypes.insert(dtype) }
            }
            defer { isBoxed = false }
            return try collect(boxed.base, depth: depth)
        case let symbol as KerasTensorObject: throw SymbolicArgument(symbol)
        case is BigIntegerObject:
            if face == .numPy { throw NumPyObjects.error(python) }
            throw python.error("OverflowError", "Python int too large to convert to C long")
        case let shape as ShapeObject:
            let lengths = shape.dimensions ?? []
            elements += lengths.map { .int($0 ?? -1) }
            return [lengths.count]
        default: return try collectItems(of: object, depth: depth)
        }
        return .scalar
    }

    private mutating func collectItems(of object: Object, depth: Int) throws -> Shape {
        if face == .tensorFlow, NumPyObjects.isArray(object, python) {
            let items = try python.callMethod(.object(object), "tolist")
            return try collect(items, depth: depth)
        }
        guard depth < Self.depthLimit,
            object is ListObject || object is TupleObject || object is RangeObject
        else { throw unconvertible(object) }
        let items = try python.list(.object(object))
        guard let first = items.first else { return [0] }
        let inner = try collect(first, depth: depth + 1)
        for item in items.dropFirst() {
            guard try collect(item, depth: depth + 1) == inner else { throw raggedError(object) }
        }
        return Shape([items.count] + inner.dimensions)
    }

    // MARK: Types

    private var naturalType: DType {
        let plain = elements.isEmpty ? nil : plainType
        let joined = arrayTypes.reduce(nil) { (whole: DType?, next: DType) -> DType? in
            guard face == .numPy, let whole else { return Self.wider(whole, next) }
            return Promotion.joint(whole, next)
        }
        guard let array = joined else {
            return plain.map { face == .tensorFlow ? tensorFlowType($0) : $0 }
                ?? (face == .tensorFlow ? .float32 : .float64)
        }
        if face == .tensorFlow { return tensorFlowType(plain ?? array) }
        if elements.contains(where: \.isBytes) { return .string }
        return plainKinds.reduce(array) { Promotion.joint($0, $1) }
    }

    /// The type that TensorFlow gives a sequence: that of a tensor in it, or what its first element asks for.
    private func tensorFlowType(_ plain: DType) -> DType {
        if let tensorType { return tensorType }
        // NumPy's whole numbers in a sequence are like Python's, whatever their width.
        return firstType == .float64 || firstType == .float16 ? firstType ?? plain : plain
    }

    /// The type of plain Python numbers.
    private var plainType: DType {
        var kind = DType.Kind.bool
        var isLarge = false
        for element in elements {
            kind = max(
                kind, element.naturalType.kind == .unsigned ? .signed : element.naturalType.kind)
            if case .int(let value) = element, Int32(exactly: value) == nil { isLarge = true }
        }
        let isTensorFlow = face == .tensorFlow
        return switch kind {
        case .bool: .bool
        case .signed, .unsigned: isTensorFlow && !isLarge ? .int32 : .int64
        case .floating: isTensorFlow ? .float32 : .float64
        case .complex: .complex128
        case .string: .string
        }
    }

    private static func wider(_ a: DType?, _ b: DType) -> DType? {
        guard let a else { return b }
        if a.kind != b.kind { return a.kind > b.kind ? a : b }
        return a.byteWidth >= b.byteWidth ? a : b
    }

    // MARK: Mistakes

    /// Floats do not go among the integers of a tensor.
    private func requireIntegers() throws {
        for case .float(let value) in elements {
            throw python.typeError(
                "Cannot convert \(ScalarText.repr(.float(value))) to EagerTensor of dtype \(tensorType?.name ?? "int32")"
            )
        }
    }

    private func noneError() -> PythonError {
        face == .tensorFlow
            ? python.valueError(
                "Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor."
            )
            : python.error(
                NumPyTypes.of(python).objects,
                [
                    .string(
                        "float() argument must be a string or a real number, not 'NoneType'",
                        in: python)
                ])
    }

    private func unconvertible(_ object: Object) -> PythonError {
        if face == .numPy { return NumPyObjects.error(python) }
        let text = (try? python.repr(.object(object))) ?? object.type.name
        let type = (try? python.repr(.object(object.type))) ?? object.type.name
        return python.valueError(
            "Attempt to convert a value (\(text)) with an unsupported type (\(type)) to a Tensor.")
    }

    private func raggedError(_ object: Object) -> PythonError {
        guard face == .numPy else {
            return python.valueError("Can't convert non-rectangular Python sequence to Tensor.")
        }
        return python.valueError(
            "setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (\((try? python.length(.object(object))) ?? 0),) + inhomogeneous part."
        )
    }
}

extension DType {
    /// The characters that NumPy makes room for when a number becomes text.
    package var writtenRoom: Int {
        switch self {
        case .bool: 5
        case .uint8: 3
        case .uint16: 5
        case .uint32: 10
        case .uint64: 20
        case .int8: 4
        case .int16: 6
        case .int32: 11
        case .int64: 21
        case .float16, .float32, .float64: 32
        case .complex64, .complex128: 64
        case .string: 1
        }
    }
}

extension Scalar {
    fileprivate var isBytes: Bool {
        if case .bytes = self { true } else { false }
    }

    fileprivate var text: String? {
        if case .bytes(let value) = self { value.text } else { nil }
    }
}
