import PythonRuntime
import Tensors

/// `numpy.char`: the methods of text for arrays of text.
enum NumPyCharModule {
    /// Methods that give text.
    private static let texts = [
        "capitalize(a)", "lower(a)", "upper(a)", "swapcase(a)", "title(a)", "strip(a, chars=None)",
        "lstrip(a, chars=None)", "rstrip(a, chars=None)", "center(a, width, fillchar=' ')",
        "ljust(a, width, fillchar=' ')", "rjust(a, width, fillchar=' ')", "zfill(a, width)",
        "replace(a, old, new, count=-1)", "expandtabs(a, tabsize=8)",
    ]
    /// Methods that give whole numbers or truth values.
    private static let facts = [
        "count(a, sub, start=0, end=None)", "find(a, sub, start=0, end=None)",
        "rfind(a, sub, start=0, end=None)", "index(a, sub, start=0, end=None)",
        "startswith(a, prefix, start=0, end=None)",
        "endswith(a, suffix, start=0, end=None)", "isalpha(a)", "isdigit(a)", "isalnum(a)",
        "isspace(a)", "islower(a)",
        "isupper(a)", "istitle(a)", "isnumeric(a)", "isdecimal(a)",
    ]

    static func make(in python: Interpreter) -> ModuleObject {
        let builder = ModuleBuilder("numpy.char", pythonWording: true, in: python)
        let m = NumPyDefinitions(builder)
        builder.module.makeAttribute = { [unowned python] name in
            try python.modules.find("numpy._more", in: python)?.namespace["char_" + name]
        }
        for literal in texts { method(m, literal, isText: true) }
        for literal in facts { method(m, literal, isText: false) }
        m.def("add(x1, x2)") { (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            let shape = try python.commonShape([a.tensor, b.tensor])
            let pairs = zip(
                a.tensor.stretched(to: shape).byteStrings,
                b.tensor.stretched(to: shape).byteStrings)
            let joined = pairs.map { Scalar.bytes(ByteString($0.bytes + $1.bytes)) }
            return python.ndarray(Tensor(joined, shape: shape, .string), isText: a.isText)
        }
        m.def("multiply(a, i)") { (python: Interpreter, a: ArrayLike, count: ArrayLike) -> Value in
            let shape = try python.commonShape([a.tensor, count.tensor])
            let counts = count.tensor.stretched(to: shape).ints
            let repeated = try zip(a.tensor.stretched(to: shape).byteStrings, counts).map {
                bytes, count -> Scalar in
                guard count < 1 << 24 else { throw python.error("MemoryError", "") }
                return .bytes(
                    ByteString(Array(repeating: bytes.bytes, count: max(0, count)).flatMap { $0 }))
            }
            return python.ndarray(Tensor(repeated, shape: shape, .string), isText: a.isText)
        }
        m.def("str_len(a)") { (python: Interpreter, a: ArrayLike) -> Value in
            let lengths = a.tensor.byteStrings.map { bytes in
                Int64(a.isText ? bytes.text.unicodeScalars.count : bytes.bytes.count)
            }
            return python.numPyValue(Tensor(lengths, shape: a.tensor.shape))
        }
        for (name, isText) in [("encode", false), ("decode", true)] {
            m.def("\(name)(a, encoding=None, errors=None)") {
                (python: Interpreter, a: ArrayLike, _: Value, _: Value) -> Value in
                python.ndarray(a.tensor.copy(), isText: isText)
            }
        }
        return builder.module
    }

    /// One method of `str`, applied to each element.
    private static func method(_ m: NumPyDefinitions, _ literal: String, isText: Bool) {
        let name = String(literal.prefix { $0 != "(" })
        m.add(
            literal,
            .bound { python, values in
                let a = try ArrayLike.from(values[0], in: python)
                guard a.tensor.dtype == .string else {
                    throw python.typeError("string operation on non-string array")
                }
                let rest = values.dropFirst().filter { !$0.isNone }
                let results = try a.tensor.byteStrings.map { bytes in
                    let element: Value =
                        a.isText
                        ? .string(bytes.text, in: python)
                        : .object(BytesObject(bytes.bytes, in: python))
                    return try python.callMethod(element, name, Array(rest))
                }
                return try array(results, a, isText: isText, in: python)
            })
    }

    private static func array(
        _ results: [Value], _ model: ArrayLike, isText: Bool, in python: Interpreter
    ) throws -> Value {
        let scalars = results.map { result -> Scalar in
            switch result {
            case .bool(let value): return .bool(value)
            case .int(let value): return .int(value)
            default:
                if let text = result.text { return .bytes(ByteString(text)) }
                return .bytes(ByteString((result.object as? BytesObject)?.bytes ?? []))
            }
        }
        if isText {
            return python.ndarray(
                Tensor(scalars, shape: model.tensor.shape, .string), isText: model.isText)
        }
        let type: DType = if case .bool? = scalars.first { .bool } else { .int64 }
        return python.numPyValue(Tensor(scalars, shape: model.tensor.shape, type))
    }
}
