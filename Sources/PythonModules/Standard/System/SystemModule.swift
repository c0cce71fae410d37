import PythonRuntime

/// `sys`.
enum SystemModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("sys", in: python)
        try defineVersion(m)
        try defineConstants(m)
        let streams = python.standardStreams
        for (name, stream) in [("stdout", streams.output), ("stderr", streams.error)] {
            try m.set(name, stream)
            try m.set("__\(name)__", stream)
        }
        try m.set("stdin", Value.none)
        try m.set("path", ListObject([.string("", in: python)], in: python))
        try m.set("argv", ListObject([.string("nbrun", in: python)], in: python))
        let modules = loadedModules(python)
        modules["sys"] = .object(m.module)
        try m.set("modules", modules)
        python.modules.shown = modules
        defineFunctions(m)
        return m.module
    }

    private static func defineVersion(_ m: ModuleBuilder) throws {
        let python = m.python
        try m.set("version", "3.11.7 (main, Dec  4 2023, 00:00:00) [nbrun]")
        let names = ["major", "minor", "micro", "releaselevel", "serial"]
        let values: [Value] = [.int(3), .int(11), .int(7), .string("final", in: python), .int(0)]
        try m.set("version_info", record("sys.version_info", names, values, python))
        try m.set("hexversion", 0x030b_07f0)
        try m.set("api_version", 1013)
        let implementation = ModuleObject("implementation", in: python)
        implementation.namespace["name"] = .string("cpython", in: python)
        try m.set("implementation", implementation)
        try m.set(
            "int_info",
            record(
                "sys.int_info",
                [
                    "bits_per_digit", "sizeof_digit", "default_max_str_digits",
                    "str_digits_check_threshold",
                ], [.int(30), .int(4), .int(4300), .int(640)], python))
        try m.set(
            "float_info",
            record(
                "sys.float_info",
                [
                    "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig",
                    "mant_dig", "epsilon", "radix", "rounds",
                ],
                [
                    .float(.greatestFiniteMagnitude), .int(1024), .int(308),
                    .float(.leastNormalMagnitude), .int(-1021), .int(-307), .int(15), .int(53),
                    .float(.ulpOfOne), .int(2), .int(1),
                ], python))
    }

    private static func defineConstants(_ m: ModuleBuilder) throws {
        try m.set("maxsize", Int.max)
        try m.set("maxunicode", 0x10FFFF)
        try m.set("platform", "linux")
        try m.set("byteorder", "little")
        try m.set("executable", "")
        try m.set("prefix", "/usr")
        try m.set("flags", Value.none)
        try m.set("dont_write_bytecode", true)
    }

    private static func record(
        _ name: String, _ names: [String], _ values: [Value], _ python: Interpreter
    ) throws -> Value { record(name, names, python: python)(values) }

    /// What makes tuples whose items have names.
    static func record(
        _ name: String, _ names: [String], python: Interpreter
    ) -> ([Value]) -> Value {
        let type = TypeObject(
            String(name.split(separator: ".").last ?? ""), bases: [python.types.tuple],
            module: String(name.split(separator: ".").first ?? ""), metatype: python.types.type,
            in: python)
        let t = TypeBuilder(type, in: python)
        for (index, field) in names.enumerated() {
            t.property(field) { _, value in (value.object as? TupleObject)?[index] }
        }
        t.unary(.repr) { python, value -> String in
            let texts = try python.items(value).map { try python.repr($0) }
            return "\(name)(\(zip(names, texts).map { "\($0)=\($1)" }.joined(separator: ", ")))"
        }
        return { .object(TupleObject($0, type: type, in: python)) }
    }

    private static func loadedModules(_ python: Interpreter) -> DictionaryObject {
        let modules = DictionaryObject(in: python)
        for (name, module) in python.modules.loaded.sorted(by: { $0.key < $1.key }) {
            modules[name] = .object(module)
        }
        return modules
    }

    private static func defineFunctions(_ m: ModuleBuilder) {
        m.def("exit(status=None, /)\n\nEnds the cell.") {
            (python: Interpreter, status: Value) -> Value in
            throw python.error(
                python.types.exception("SystemExit"), status.isNone ? [] : [status])
        }
        m.def("getrecursionlimit()") { (python: Interpreter) in python.recursionLimit }
        m.action("setrecursionlimit(limit, /)\n\nHow many calls may be inside each other.") {
            (python: Interpreter, limit: Int) in
            guard limit > 0 else {
                throw python.valueError("recursion limit must be greater or equal than 1")
            }
            python.recursionLimit = limit
        }
        m.def("getsizeof(object, default=..., /)\n\nRoughly how many bytes an object takes.") {
            (python: Interpreter, value: Value, _: Value?) in size(value, python)
        }
        m.def("intern(string, /)") { (_: Interpreter, text: Value) in text }
        m.def("getdefaultencoding()") { (_: Interpreter) in "utf-8" }
        m.def("getrefcount(object, /)") { (_: Interpreter, _: Value) in 2 }
        m.def("exc_info()\n\nClass, value and traceback of the exception being handled.") {
            (python: Interpreter) -> Value in
            let failure = python.handling
            guard let exception = failure.object as? ExceptionObject else {
                return .tuple([.none, .none, .none], in: python)
            }
            let trace = try python.getAttribute(failure, "__traceback__")
            return .tuple([.object(exception.type), failure, trace], in: python)
        }
    }

    /// The sizes that CPython's objects have on 64-bit machines.
    private static func size(_ value: Value, _ python: Interpreter) -> Int {
        switch value {
        case .none: return 16
        case .bool(let value): return value ? 28 : 24
        case .float: return 24
        case .int(let value):
            let bits = Int.bitWidth - value.magnitude.leadingZeroBitCount
            return 24 + 4 * ((bits + 29) / 30)
        case .object(let object):
            switch object {
            case let list as ListObject: return list.count == 0 ? 56 : 56 + 8 * list.count
            case let tuple as TupleObject: return 40 + 8 * tuple.count
            case let dictionary as DictionaryObject:
                return dictionary.count == 0 ? 64 : max(232, 104 * dictionary.count / 2)
            case let set as SetObject: return set.count < 5 ? 216 : 216 + 32 * set.count
            case let bytes as BytesObject: return 33 + bytes.bytes.count
            case let text as StringObject: return 49 + text.string.utf8.count
            default: return 48
            }
        }
    }
}
