import BigInt
import PythonRuntime

/// `_native`: what modules written in Python need to look like CPython's native ones.
enum NativeModule {
    static func make(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("_native", in: python)
        ArchiveFunctions.define(m)
        m.action("name_in_messages(cls, name, /)\n\nSays what messages call a class.") {
            (python: Interpreter, type: Value, name: String) in
            guard let type = type.object as? TypeObject, !type.isBuiltin else {
                throw python.typeError("name_in_messages() needs a class written in Python")
            }
            type.messageName = name
        }
        m.def("namespace(module, /)\n\nThe variables of a module by its name.") {
            (python: Interpreter, name: String) -> Value in
            let space =
                name == "__main__" ? python.main.namespace : python.modules.loaded[name]?.namespace
            guard let space else { return .object(DictionaryObject(in: python)) }
            return .object(python.namespaceDictionary(space))
        }
        m.def(
            "unless_printing(value, make, /)\n\nWhat a call gives, but None while it prints the value."
        ) {
            (python: Interpreter, value: Value, make: Value) -> Value in
            var result = Value.none
            _ = try python.guardingRecursion(value) {
                result = try python.call(make)
                return ""
            }
            return result
        }
        defineFloatBits(m)
        m.def("traceback(exception, /)\n\nThe lines that Python shows of an exception.") {
            (python: Interpreter, exception: Value) -> [String] in
            guard let exception = exception.object as? ExceptionObject else {
                throw python.typeError("exceptions must derive from BaseException")
            }
            return TracebackText(in: python).lines(of: exception).map { $0 + "\n" }
        }
        return m.module
    }

    /// What `struct` needs of floats.
    private static func defineFloatBits(_ m: ModuleBuilder) {
        m.def(
            "float_bits(number, size, /)\n\nA float's bits; None where the size holds no such number."
        ) {
            (python: Interpreter, number: Double, size: Int) -> Value in
            switch size {
            case 2:
                let half = Float16(number)
                return half.isFinite || !number.isFinite ? .int(Int(half.bitPattern)) : .none
            case 4:
                let single = Float(number)
                return single.isFinite || !number.isFinite ? .int(Int(single.bitPattern)) : .none
            default: return python.integer(BigInt(number.bitPattern))
            }
        }
        m.def("float_from_bits(bits, size, /)\n\nThe float of bits.") {
            (_: Interpreter, bits: BigInt, size: Int) -> Double in
            switch size {
            case 2: Double(Float16(bitPattern: UInt16(truncatingIfNeeded: bits)))
            case 4: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
            default: Double(bitPattern: UInt64(truncatingIfNeeded: bits))
            }
        }
    }
}
