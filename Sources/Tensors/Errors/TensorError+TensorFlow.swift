extension TensorError {
    /// The mistake as TensorFlow 2.15 reports it in eager mode on a CPU.
    package var tensorFlow: FaceError {
        switch self {
        case .ragged:
            FaceError("ValueError", "Can't convert non-rectangular Python sequence to Tensor.")
        case .typeMismatch(let operation, let position, let expected, let found):
            FaceError(
                Self.invalidArgument,
                "cannot compute \(operation) as input #\(position)(zero-based) was expected to be "
                    + "a \(expected.cName) tensor but is a \(found.cName) tensor "
                    + "[Op:\(operation)] name: \(Self.defaultName[operation] ?? "")")
        case .unsupportedType(let operation, let dtype):
            FaceError(
                Self.invalidArgument,
                OperationSignature.refusal(of: dtype, operation: operation)
                    + " [Op:\(operation)] name: \(Self.defaultName[operation] ?? "")")
        case .axisOutOfRange(let operation, let axis, let rank)
        where Self.checkedInPython(operation):
            Self.pythonAxisError(operation, axis, rank)
        case .maskLength(_, let length, let mask):
            FaceError("ValueError", "Shapes (\(length),) and (\(mask),) are incompatible")
        case .repeats(let given, let length):
            FaceError("ValueError", "Dimensions \(length) and \(given) are not compatible")
        case .conversion(let source, let target):
            FaceError(
                "UnimplementedError",
                Self.kernelPrefix("Cast")
                    + "Cast \(source.cName) to \(target.cName) is not supported [Op:Cast] name: ")
        case .tapeSpent:
            FaceError(
                "RuntimeError",
                "A non-persistent GradientTape can only be used to compute one set of gradients "
                    + "(or jacobians)")
        case .nothingTo(let verb):
            FaceError("ValueError", "List argument 'values' to '\(verb)' must not be empty.")
        case .severalEllipses:
            FaceError("ValueError", "Multiple ellipses are not allowed")
        case .tooLarge(let shape, let dtype):
            FaceError(
                "ResourceExhaustedError",
                Self.kernelPrefix("Fill")
                    + "OOM when allocating tensor with shape\(shape.bracketed) and type "
                    + "\(dtype.cName) on /job:localhost/replica:0/task:0/device:CPU:0 by allocator "
                    + "mklcpu [Op:Fill] name: ")
        default: FaceError(Self.invalidArgument, kernelMessage)
        }
    }

    private static let invalidArgument = "InvalidArgumentError"

    /// The scope name that some operations show after `name:`.
    private static let defaultName = [
        "ConcatV2": "concat", "Pack": "stack", "StridedSlice": "strided_slice/", "Split": "split",
        "SplitV": "split", "MatrixDiagV3": "diag",
    ]

    /// Operations that oneDNN's build of TensorFlow computes with kernels of its own.
    private static let oneDNN: Set<String> = ["MatMul", "BatchMatMulV2", "Einsum"]

    private static func checkedInPython(_ operation: String) -> Bool {
        ["Pack", "Unpack", "Softmax", "LogSoftmax"].contains(operation)
    }

    private static func pythonAxisError(_ operation: String, _ axis: Int, _ rank: Int) -> FaceError
    {
        if operation.hasSuffix("Softmax") {
            return FaceError(
                invalidArgument,
                "`dim` must be in the range [\(-rank), \(rank)) where \(rank) is the number of "
                    + "dimensions in the input. Received: dim=\(axis)")
        }
        return FaceError(
            "ValueError", "Argument `axis` = \(axis) not in range [\(-rank), \(rank))")
    }

    private static func kernelPrefix(_ kernel: String) -> String {
        "{{function_node __wrapped__\(kernel)_device_/job:localhost/replica:0/task:0/device:CPU:0}} "
    }

    /// What the kernel says, between the prefix that names it and the suffix that names the operation.
    private var kernelMessage: String {
        let said = kernelText
        let family = Self.oneDNN.contains(said.operation) ? "__Mkl" : ""
        let name = said.showsName ? " name: \(Self.defaultName[said.operation] ?? "")" : ""
        return Self.kernelPrefix(family + said.operation + said.variant) + said.text
            + " [Op:\(said.operation)]" + name
    }

    /// The words of one kernel; `variant` follows its name in the prefix.
    struct KernelText {
        let operation: String
        let text: String
        var variant = ""
        /// Whether ` name: ` follows, as it does when the kernel failed rather than shape inference.
        var showsName = true

        init(_ operation: String, _ text: String, variant: String = "", showsName: Bool = true) {
            self.operation = operation
            self.text = text
            self.variant = variant
            self.showsName = showsName
        }
    }
}

extension DType {
    /// The name of the type in TensorFlow's C++ messages: `float`, `double`, `half`.
    package var cName: String {
        switch self {
        case .float16: "half"
        case .float32: "float"
        case .float64: "double"
        default: name
        }
    }
}
