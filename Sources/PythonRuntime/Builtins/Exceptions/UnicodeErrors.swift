extension Builtins {
    /// `UnicodeDecodeError` and `UnicodeEncodeError`: codec, data, range and reason.
    static func unicodeErrorFields(_ python: Interpreter) {
        for (name, decodes) in [("UnicodeDecodeError", true), ("UnicodeEncodeError", false)] {
            let t = TypeBuilder(python.types.exception(name), in: python)
            t.variadic(.`init`) { python, value, arguments -> Value in
                let exception = try ExceptionObject.from(value, in: python)
                let given = arguments.positional
                guard given.count == 5 else {
                    throw python.typeError(
                        "function takes exactly 5 arguments (\(given.count) given)")
                }
                exception.arguments = given
                return .none
            }
            for (index, field) in ["encoding", "object", "start", "end", "reason"].enumerated() {
                t.field(field) { _, exception in
                    exception.arguments.count == 5 ? exception.arguments[index] : .none
                }
            }
            t.unary(.str) { (python: Interpreter, exception: ExceptionObject) -> String in
                guard exception.arguments.count == 5 else {
                    return try exception.message(in: python)
                }
                let value = Value.object(exception)
                let verb = decodes ? "decode" : "encode"
                let codec = try python.str(python.getAttribute(value, "encoding"))
                let reason = try python.str(python.getAttribute(value, "reason"))
                let place = try exception.damagedPlace(decodes, in: python)
                return "'\(codec)' codec can't \(verb) \(place): \(reason)"
            }
        }
    }
}

extension ExceptionObject {
    /// `byte 0xff in position 0`, `characters in position 1-3`.
    fileprivate func damagedPlace(_ decodes: Bool, in python: Interpreter) throws -> String {
        let value = Value.object(self)
        let start = try python.index(python.getAttribute(value, "start"))
        let end = try python.index(python.getAttribute(value, "end"))
        let data = try python.getAttribute(value, "object")
        guard end - start == 1 else {
            return "\(decodes ? "bytes" : "characters") in position \(start)-\(end - 1)"
        }
        if decodes {
            let bytes = (data.object as? BytesObject)?.bytes ?? []
            let byte = bytes.indices.contains(start) ? bytes[start] : 0
            let digits = String(byte, radix: 16)
            return "byte 0x\(digits.count < 2 ? "0" : "")\(digits) in position \(start)"
        }
        let scalars = Array((data.text ?? "").unicodeScalars)
        let scalar = scalars.indices.contains(start) ? scalars[start] : " "
        let escaped = python.ascii(String(Character(scalar)))
        return "character '\(escaped)' in position \(start)"
    }
}
