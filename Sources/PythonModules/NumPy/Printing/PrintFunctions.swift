import PythonRuntime
import Tensors

/// How arrays are written, and functions that write them.
enum NumPyPrinting {
    /// The options as `np.set_printoptions` takes them.
    private static let options =
        "precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None, formatter=None, sign=None, floatmode=None, *, legacy=None"

    static func define(_ m: ModuleBuilder) {
        let t = NumPyDefinitions(m)
        t.add(
            "set_printoptions(\(options))",
            .bound { python, values in
                let types = ArrayTypes.of(python)
                types.printOptions = try changed(types.printOptions, values, in: python)
                ArrayFormatter.of(python).functions = values[7]
                return .none
            })
        t.def("get_printoptions()") { python -> Value in .object(dictionary(in: python)) }
        defineContext(m)
        defineTexts(t)
    }

    /// Options after a call of `set_printoptions`.
    private static func changed(
        _ options: PrintOptions, _ values: [Value], in python: Interpreter
    ) throws -> PrintOptions {
        var options = options
        if !values[0].isNone { options.precision = try python.index(values[0]) }
        if !values[1].isNone { options.threshold = try python.double(values[1]) }
        if !values[2].isNone { options.edgeItems = try python.index(values[2]) }
        if !values[3].isNone { options.lineWidth = Int(min(try python.double(values[3]), 1e9)) }
        if !values[4].isNone { options.suppressesExponents = try python.isTrue(values[4]) }
        options.nanText = values[5].text ?? options.nanText
        options.infinityText = values[6].text ?? options.infinityText
        if let sign = values[8].text {
            guard let known = PrintOptions.Sign(rawValue: sign) else {
                throw python.valueError("sign option must be one of ' ', '+', or '-'")
            }
            options.sign = known
        }
        if let mode = values[9].text {
            guard let known = PrintOptions.FloatMode(rawValue: mode) else {
                throw python.valueError(
                    "floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", \"maxprec_equal\""
                )
            }
            options.floatMode = known
        }
        return options
    }

    private static func dictionary(in python: Interpreter) -> DictionaryObject {
        let options = ArrayTypes.of(python).printOptions
        let result = DictionaryObject(in: python)
        result["edgeitems"] = .int(options.edgeItems)
        result["threshold"] =
            options.threshold < 1e15 ? .int(Int(options.threshold)) : .float(options.threshold)
        result["floatmode"] = .string(options.floatMode.rawValue, in: python)
        result["precision"] = .int(options.precision)
        result["suppress"] = .bool(options.suppressesExponents)
        result["linewidth"] = .int(options.lineWidth)
        result["nanstr"] = .string(options.nanText, in: python)
        result["infstr"] = .string(options.infinityText, in: python)
        result["sign"] = .string(options.sign.rawValue, in: python)
        result["formatter"] = ArrayFormatter.of(python).functions
        result["legacy"] = .bool(false)
        return result
    }

    /// `with np.printoptions(precision=2): …`
    private static func defineContext(_ m: ModuleBuilder) {
        m.type("printoptions") { t in
            t.constructor("printoptions(\(options))") { python, type, values in
                .object(PrintContext(values, type: type))
            }
            t.unary(.enter) { python, value -> Value in
                guard let context = value.object as? PrintContext else { return .none }
                let types = ArrayTypes.of(python)
                let formatter = ArrayFormatter.of(python)
                context.outer = (types.printOptions, formatter.functions)
                types.printOptions = try changed(types.printOptions, context.values, in: python)
                formatter.functions = context.values[7]
                return .object(dictionary(in: python))
            }
            t.variadic(.exit) { python, value, _ -> Bool in
                if let outer = (value.object as? PrintContext)?.outer {
                    ArrayTypes.of(python).printOptions = outer.options
                    ArrayFormatter.of(python).functions = outer.functions
                }
                return false
            }
        }
    }

    private static func defineTexts(_ t: NumPyDefinitions) {
        t.add(
            "array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='', *, formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix='')",
            .bound { python, values in
                let a = try ArrayLike.from(values[0], in: python)
                let none = Value.none
                let order = [
                    values[2], values[7], values[8], values[1], values[3], none, none, values[6],
                    values[9], values[10], none,
                ]
                let options = try changed(ArrayTypes.of(python).printOptions, order, in: python)
                let text = python.arrayText(isText: a.isText, options)
                let formatter = ArrayFormatter.formatter(
                    values[6].isNone ? ArrayFormatter.of(python).functions : values[6], a,
                    in: python)
                return .string(
                    try text.text(
                        a.tensor, separator: values[4].text ?? " ", prefix: values[5].text ?? "",
                        suffix: values[11].text ?? "", formatter: formatter), in: python)
            })
        t.def("array_repr(arr, max_line_width=None, precision=None, suppress_small=None)") {
            (python: Interpreter, a: ArrayLike, width: Value, precision: Value, small: Value)
                -> String
            in
            try text(a, precision, width, small, in: python).repr(
                a.tensor, formatter: ArrayFormatter.current(a, in: python))
        }
        t.def("array_str(a, max_line_width=None, precision=None, suppress_small=None)") {
            (python: Interpreter, a: ArrayLike, width: Value, precision: Value, small: Value)
                -> String
            in
            try text(a, precision, width, small, in: python).str(
                a.tensor, formatter: ArrayFormatter.current(a, in: python))
        }
        defineNumbers(t)
    }

    private static func text(
        _ a: ArrayLike, _ precision: Value, _ width: Value, _ small: Value, in python: Interpreter
    ) throws -> ArrayText {
        var values = [Value](repeating: .none, count: 11)
        (values[0], values[3], values[4]) = (precision, width, small)
        return python.arrayText(
            isText: a.isText, try changed(ArrayTypes.of(python).printOptions, values, in: python))
    }

    private static func defineNumbers(_ t: NumPyDefinitions) {
        t.def("binary_repr(num, width=None)") {
            (python: Interpreter, number: Int, width: Int?) -> String in
            if number < 0, let width {
                let bits = UInt64(bitPattern: Int64(number)) & (UInt64.max >> UInt64(64 - width))
                return String(bits, radix: 2)
            }
            let digits = String(number.magnitude, radix: 2)
            let padded = String(repeating: "0", count: max(0, (width ?? 0) - digits.count)) + digits
            return number < 0 ? "-" + padded : padded
        }
        t.def("base_repr(number, base=2, padding=0)") {
            (python: Interpreter, number: Int, base: Int, padding: Int) -> String in
            guard (2...36).contains(base) else {
                throw python.valueError("Bases greater than 36 not handled in base_repr.")
            }
            let digits = String(number.magnitude, radix: base, uppercase: true)
            return (number < 0 ? "-" : "") + String(repeating: "0", count: padding) + digits
        }
    }
}

/// One `with np.printoptions(…)`.
package final class PrintContext: InstanceObject {
    let values: [Value]
    var outer: (options: PrintOptions, functions: Value)?

    init(_ values: [Value], type: TypeObject) {
        self.values = values
        super.init(type: type)
    }
}

/// The functions that write elements, where a note gives some: `formatter={'float': …}`.
final class ArrayFormatter {
    /// A dictionary of functions by kinds of elements, or None.
    var functions = Value.none

    static func of(_ python: Interpreter) -> ArrayFormatter {
        python.state(ArrayFormatter.self) { _ in ArrayFormatter() }
    }

    /// What writes the elements of an array with the options as they are.
    static func current(_ a: ArrayLike, in python: Interpreter) -> ArrayText.Formatter? {
        formatter(of(python).functions, a, in: python)
    }

    /// What writes the elements of an array; nil for NumPy's own way.
    static func formatter(
        _ functions: Value, _ a: ArrayLike, in python: Interpreter
    ) -> ArrayText.Formatter? {
        guard let dictionary = functions.object as? DictionaryObject,
            let function = names(of: a.tensor.dtype).lazy.compactMap({ dictionary[$0] }).first
        else { return nil }
        let scalars = a.tensor.scalars
        let (dtype, isText) = (a.tensor.dtype, a.isText)
        return { place in
            let element = python.numPyScalar(scalars[place], dtype, isText: isText)
            return try python.str(python.call(function, [element]))
        }
    }

    private static func names(of dtype: DType) -> [String] {
        switch dtype.kind {
        case .bool: ["bool", "all"]
        case .signed, .unsigned: ["int", "int_kind", "all"]
        case .floating: ["float", "float_kind", "all"]
        case .complex: ["complexfloat", "complex_kind", "all"]
        case .string: ["numpystr", "str_kind", "all"]
        }
    }
}
