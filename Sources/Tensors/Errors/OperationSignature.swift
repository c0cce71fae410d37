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
        "Less": comparison, "LessEqual": comparison, "Greater": comparison,
        "GreaterEqual": comparison,
        "Sum": reduction, "Mean": reduction, "Prod": reduction,
    ]

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
