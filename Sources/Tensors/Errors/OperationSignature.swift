/// How TensorFlow declares an operation, as its refusal of an element type recites it.
struct OperationSignature {
    /// The declaration, such as `x:T -> y:T`.
    let declaration: String
    /// The element types it takes, in the order declared, by their names in messages.
    let allowed: [String]
    /// What follows the list of types in the declaration.
    var flags = ""

    private static let floating = [
        "bfloat16", "half", "float", "double", "complex64", "complex128",
    ]
    private static let unary = OperationSignature(declaration: "x:T -> y:T", allowed: floating)
    private static let comparison = OperationSignature(
        declaration: "x:T, y:T -> z:bool",
        allowed: [
            "float", "double", "int32", "uint8", "int16", "int8", "int64", "bfloat16", "uint16",
            "half", "uint32", "uint64",
        ])
    private static let whole = [
        "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
    ]
    private static let numbers = [
        "float", "double", "int32", "uint8", "int16", "int8", "complex64", "int64", "qint8",
        "quint8",
        "qint32", "bfloat16", "qint16", "quint16", "uint16", "complex128", "half", "uint32",
        "uint64",
    ]

    private static let known: [String: OperationSignature] = [
        "AddV2": OperationSignature(
            declaration: "x:T, y:T -> z:T",
            allowed: [
                "bfloat16", "half", "float", "double", "uint8", "uint16", "uint32", "uint64",
                "int8",
                "int16", "int32", "int64", "complex64", "complex128",
            ], flags: "; is_commutative=true; is_aggregate=true"),
        "Mul": OperationSignature(
            declaration: "x:T, y:T -> z:T",
            allowed: [
                "bfloat16", "half", "float", "double", "uint8", "int8", "uint16", "int16", "int32",
                "uint32", "uint64", "int64", "complex64", "complex128",
            ], flags: "; is_commutative=true"),
        "Neg": OperationSignature(
            declaration: "x:T -> y:T",
            allowed: [
                "bfloat16", "half", "float", "double", "int8", "int16", "int32", "int64",
                "complex64",
                "complex128",
            ]),
        "BitwiseAnd": OperationSignature(
            declaration: "x:T, y:T -> z:T", allowed: whole, flags: "; is_commutative=true"),
        "BitwiseOr": OperationSignature(
            declaration: "x:T, y:T -> z:T", allowed: whole, flags: "; is_commutative=true"),
        "BitwiseXor": OperationSignature(
            declaration: "x:T, y:T -> z:T", allowed: whole, flags: "; is_commutative=true"),
        "Sub": OperationSignature(
            declaration: "x:T, y:T -> z:T",
            allowed: [
                "bfloat16", "half", "float", "double", "uint8", "int8", "uint16", "int16", "int32",
                "int64", "complex64", "complex128", "uint32", "uint64",
            ]),
        "MatMul": OperationSignature(
            declaration:
                "a:T, b:T -> product:T; attr=transpose_a:bool,default=false; attr=transpose_b:bool,default=false",
            allowed: [
                "bfloat16", "half", "float", "double", "int32", "int64", "uint8", "uint16",
                "uint32", "uint64", "complex64", "complex128",
            ]),
        "Softmax": OperationSignature(declaration: "logits:T -> softmax:T", allowed: halves),
        "LogSoftmax": OperationSignature(declaration: "logits:T -> logsoftmax:T", allowed: halves),
        "Elu": activation, "Selu": activation, "Softplus": activation, "Softsign": activation,
        "LeakyRelu": activation,
        "Invert": OperationSignature(declaration: "x:T -> y:T", allowed: whole),
        "Floor": OperationSignature(declaration: "x:T -> y:T", allowed: Array(floating.prefix(4))),
        "Ceil": OperationSignature(declaration: "x:T -> y:T", allowed: Array(floating.prefix(4))),
        "Abs": OperationSignature(
            declaration: "x:T -> y:T", allowed: Array(floating.prefix(4)) + Array(whole.prefix(4))),
        "Sign": OperationSignature(
            declaration: "x:T -> y:T",
            allowed: Array(floating.prefix(4)) + Array(whole.prefix(4)) + Array(floating.suffix(2))),
        "Square": OperationSignature(
            declaration: "x:T -> y:T",
            allowed: Array(floating.prefix(4)) + whole + Array(floating.suffix(2))),
        "Cumsum": cumulation, "Cumprod": cumulation, "Max": extreme, "Min": extreme,
        "Less": comparison, "LessEqual": comparison, "Greater": comparison,
        "GreaterEqual": comparison,
        "Sum": reduction, "Mean": reduction, "Prod": reduction,
    ]

    /// The types of floats in the order of older declarations.
    private static let halves = ["half", "bfloat16", "float", "double"]
    private static let activation = OperationSignature(
        declaration: "features:T -> activations:T", allowed: halves)
    private static let cumulation = OperationSignature(
        declaration:
            "x:T, axis:Tidx -> out:T; attr=exclusive:bool,default=false; attr=reverse:bool,default=false",
        allowed: numbers, flags: "; attr=Tidx:type,default=DT_INT32,allowed=[DT_INT32, DT_INT64]")
    private static let extreme = OperationSignature(
        declaration:
            "input:T, reduction_indices:Tidx -> output:T; attr=keep_dims:bool,default=false",
        allowed: [
            "float", "double", "int32", "uint8", "int16", "int8", "int64", "bfloat16", "uint16",
            "half", "uint32", "uint64", "qint8", "quint8", "qint32", "qint16", "quint16",
        ], flags: "; attr=Tidx:type,default=DT_INT32,allowed=[DT_INT32, DT_INT64]")
    private static let reduction = OperationSignature(
        declaration:
            "input:T, reduction_indices:Tidx -> output:T; attr=keep_dims:bool,default=false",
        allowed: numbers, flags: "; attr=Tidx:type,default=DT_INT32,allowed=[DT_INT32, DT_INT64]")

    /// What TensorFlow says when `operation` is called on elements of `dtype`.
    static func refusal(of dtype: DType, operation: String) -> String {
        let signature = known[operation] ?? unary
        let types = signature.allowed.joined(separator: ", ")
        let enumerators = signature.allowed.map { "DT_" + $0.uppercased() }.joined(separator: ", ")
        return
            "Value for attr 'T' of \(dtype.cName) is not in the list of allowed values: \(types)\n"
            + "\t; NodeDef: {{node \(operation)}}; Op<name=\(operation); "
            + "signature=\(signature.declaration); attr=T:type,allowed=[\(enumerators)]"
            + "\(signature.flags)>"
    }
}
