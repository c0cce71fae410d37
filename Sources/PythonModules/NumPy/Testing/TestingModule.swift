import PythonRuntime
import Tensors

/// The module `numpy.testing`.
enum NumPyTesting {
    static func make(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("numpy.testing", pythonWording: true, in: python)
        let t = NumPyDefinitions(m)
        defineClose(t)
        defineEqual(t)
        t.def("assert_(val, msg='')") {
            (python: Interpreter, truth: Bool, message: Value) -> Value in
            if truth { return .none }
            throw python.error("AssertionError", try python.str(message))
        }
        t.def("assert_raises(exception_class, callable, *args)") {
            (python: Interpreter, type: Value, function: Value, arguments: [Value]) -> Value in
            do { try python.call(function, arguments) } catch let failure as PythonError {
                if try python.isInstance(.object(failure.exception), type) { return .none }
                throw failure
            }
            let name = (type.object as? TypeObject)?.name ?? ""
            throw python.error("AssertionError", "\(name) not raised")
        }
        return m.module
    }

    private static func defineClose(_ t: NumPyDefinitions) {
        t.def(
            "assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg='', verbose=True)"
        ) {
            (
                python: Interpreter, a: ArrayLike, b: ArrayLike, relative: Value, absolute: Value,
                equalNaN: Bool, message: String, _: Value
            ) -> Value in
            let tolerance = Tolerance(
                relative: try python.double(relative), absolute: try python.double(absolute),
                equalNaN: equalNaN)
            let header =
                "Not equal to tolerance rtol=\(general(relative)), atol=\(general(absolute))"
            try Comparison(a, b, header, message, in: python).require {
                try tolerance.close($0, $1)
            }
            return .none
        }
        t.def("assert_array_almost_equal(x, y, decimal=6, err_msg='', verbose=True)") {
            (
                python: Interpreter, a: ArrayLike, b: ArrayLike, decimals: Int, message: String,
                _: Value
            )
                -> Value in
            try almostEqual(a, b, decimals, message, in: python)
            return .none
        }
        t.def("assert_almost_equal(actual, desired, decimal=7, err_msg='', verbose=True)") {
            (
                python: Interpreter, first: Value, second: Value, decimals: Int, message: String,
                _: Value
            )
                -> Value in
            let (a, b) = (
                try ArrayLike.from(first, in: python), try ArrayLike.from(second, in: python)
            )
            guard a.tensor.rank == 0, b.tensor.rank == 0 else {
                try almostEqual(a, b, decimals, message, in: python)
                return .none
            }
            guard abs(a.tensor.item.double - b.tensor.item.double) >= 1.5 * power(-decimals) else {
                return .none
            }
            let lines = [
                "",
                "Arrays are not almost equal to \(decimals) decimals"
                    + (message.isEmpty ? "" : "\n\(message)"),
                " ACTUAL: \(try python.repr(first))", " DESIRED: \(try python.repr(second))",
            ]
            throw python.error("AssertionError", lines.joined(separator: "\n"))
        }
    }

    private static func almostEqual(
        _ a: ArrayLike, _ b: ArrayLike, _ decimals: Int, _ message: String, in python: Interpreter
    ) throws {
        let header = "Arrays are not almost equal to \(decimals) decimals"
        let bound = Tensor(scalar: 1.5 * power(-decimals))
        try Comparison(a, b, header, message, in: python).require { x, y in
            let gap = try UnaryOperation.absolute(
                x.cast(to: .float64) - y.cast(to: .float64))
            return try ComparisonOperation.less(gap, bound)
        }
    }

    private static func defineEqual(_ t: NumPyDefinitions) {
        t.def("assert_array_equal(x, y, err_msg='', verbose=True, *, strict=False)") {
            (python: Interpreter, a: ArrayLike, b: ArrayLike, message: String, _: Value, _: Value)
                -> Value in
            try Comparison(a, b, "Arrays are not equal", message, in: python).require {
                try ElementwiseFunction.equal($0, $1, in: python)
            }
            return .none
        }
        t.def("assert_array_less(x, y, err_msg='', verbose=True)") {
            (python: Interpreter, a: ArrayLike, b: ArrayLike, message: String, _: Value) -> Value in
            try Comparison(a, b, "Arrays are not less-ordered", message, in: python).require {
                try ElementwiseFunction.less($0, $1, in: python)
            }
            return .none
        }
        t.def("assert_equal(actual, desired, err_msg='', verbose=True)") {
            (python: Interpreter, a: Value, b: Value, message: String, _: Value) -> Value in
            try requireEqual(a, b, message, in: python)
            return .none
        }
    }

    private static func requireEqual(
        _ a: Value, _ b: Value, _ message: String, in python: Interpreter
    ) throws {
        if a.object is ArrayObject || b.object is ArrayObject {
            try Comparison(
                ArrayLike.from(a, in: python), ArrayLike.from(b, in: python),
                "Arrays are not equal", message, in: python
            ).require { try ElementwiseFunction.equal($0, $1, in: python) }
            return
        }
        let isSequence = [a, b].allSatisfy { $0.object is ListObject || $0.object is TupleObject }
        if isSequence, try python.length(a) == python.length(b) {
            for (place, pair) in zip(try python.list(a), try python.list(b)).enumerated() {
                try requireEqual(pair.0, pair.1, "item=\(place)\n\(message)", in: python)
            }
            return
        }
        if case .float(let x) = a, case .float(let y) = b, x.isNaN, y.isNaN { return }
        if let found = a.object as? DictionaryObject, let wanted = b.object as? DictionaryObject {
            try requireEqual(.int(found.count), .int(wanted.count), message, in: python)
            for (key, value) in found.items {
                let other = try python.getItem(b, key)
                try requireEqual(
                    value, other, "key=\(try python.repr(key))\n\(message)", in: python)
            }
            return
        }
        guard try !python.isEqual(a, b) else { return }
        let header = "\nItems are not equal:" + (message.isEmpty ? "" : "\n\(message)")
        throw python.error(
            "AssertionError",
            "\(header)\n ACTUAL: \(try python.repr(a))\n DESIRED: \(try python.repr(b))")
    }

    /// A number as `%g` writes it.
    private static func general(_ value: Value) -> String {
        switch value {
        case .float(let number): FloatText.general(number, digits: 6)
        case .int(let number): String(number)
        default: "0"
        }
    }

    private static func power(_ exponent: Int) -> Double {
        (0..<abs(exponent)).reduce(1.0) { result, _ in exponent < 0 ? result / 10 : result * 10 }
    }
}

/// Two arrays that should agree, and what is said when they do not.
private struct Comparison {
    private let a: ArrayLike
    private let b: ArrayLike
    private let header: String
    private let message: String
    private let python: Interpreter

    init(
        _ a: ArrayLike, _ b: ArrayLike, _ header: String, _ message: String, in python: Interpreter
    ) {
        self.a = a
        self.b = b
        self.header = header
        self.message = message
        self.python = python
    }

    /// Throws unless the comparison holds everywhere; not-a-number must stand in the same places.
    func require(_ compare: (Tensor, Tensor) throws -> Tensor) throws {
        let (x, y) = (a.tensor, b.tensor)
        guard x.shape == y.shape || x.rank == 0 || y.rank == 0 else {
            throw failure(["(shapes \(x.shape), \(y.shape) mismatch)"])
        }
        let missing = x.isNaN()
        guard try missing.xor(y.isNaN()).any().item.isTrue == false else {
            throw failure(["x and y nan location mismatch:"])
        }
        let agrees = try compare(x, y).or(missing)
        guard try !agrees.all().item.isTrue else { return }
        throw failure(try statistics(agrees))
    }

    private func statistics(_ agrees: Tensor) throws -> [String] {
        let wrong = agrees.count - (try agrees.countTrue().item.int)
        let share = FloatText.general(100 * Double(wrong) / Double(agrees.count), digits: 3)
        var lines = ["Mismatched elements: \(wrong) / \(agrees.count) (\(share)%)"]
        guard a.tensor.dtype != .string, b.tensor.dtype != .string else { return lines }
        let common = Promotion.joint(a.tensor.dtype, b.tensor.dtype)
        let type = common == .bool ? .int64 : common
        let (x, y) = (try a.tensor.cast(to: type), try b.tensor.cast(to: type))
        let gap = try UnaryOperation.absolute(x - y)
        lines.append("Max absolute difference: \(text(try gap.max()))")
        let floats: DType = type.isFloating || type.isComplex ? type : .float64
        let sizes = try UnaryOperation.absolute(y.cast(to: floats))
        let known = try ComparisonOperation.notEqual(sizes, Tensor(.int(0), sizes.dtype))
        let ratios = try (gap.cast(to: sizes.dtype) / sizes).stretched(to: agrees.shape).indexed([
            .mask(known.stretched(to: agrees.shape))
        ])
        let largest = ratios.count > 0 ? text(try ratios.max()) : "inf"
        return lines + ["Max relative difference: \(largest)"]
    }

    /// A number as an array without axes writes it.
    private func text(_ number: Tensor) -> String {
        ArrayText().text(number)
    }

    private func failure(_ details: [String]) -> PythonError {
        let text = python.arrayText(isText: a.isText)
        let lines =
            ["", header, message] + details + [
                " x: " + text.repr(a.tensor), " y: " + text.repr(b.tensor),
            ]
        return python.error("AssertionError", lines.joined(separator: "\n"))
    }
}
