import PythonRuntime
import PythonSyntax

/// Writes Python values as JSON.
struct JSONEncoder {
    struct Options {
        var skipsKeys: Bool
        var onlyASCII: Bool
        var allowsNaN: Bool
        var sortsKeys: Bool
        /// A function that gives something else for a value that JSON does not have.
        var fallback: Value
        /// What each level begins its lines with; nil for a single line.
        var indent: String?
        var itemSeparator = ", "
        var keySeparator = ": "
    }

    private let options: Options
    private let python: Interpreter
    private(set) var text = ""
    private var open: Set<ObjectIdentifier> = []

    init(_ options: Options, _ python: Interpreter) {
        self.options = options
        self.python = python
    }

    mutating func write(_ value: Value, depth: Int) throws {
        switch value {
        case .none: text += "null"
        case .bool(let truth): text += truth ? "true" : "false"
        case .int(let number): text += "\(number)"
        case .float(let number): text += try float(number)
        case .object(let object): try write(object, value, depth)
        }
        try python.checkInterrupt()
        try python.checkSize(text.utf8.count, times: 1)
    }

    private mutating func write(_ object: Object, _ value: Value, _ depth: Int) throws {
        if let string = value.text {
            text += Self.quoted(string, onlyASCII: options.onlyASCII)
        } else if object.type.isSubtype(of: python.types.int) {
            text += "\(try python.bigIndex(value))"
        } else if object.type.isSubtype(of: python.types.float) {
            text += try float(python.double(value))
        } else if object is ListObject || object is TupleObject {
            try enclosed(object) { try $0.array($0.python.list(value), depth) }
        } else if let dictionary = object as? DictionaryObject {
            try enclosed(object) { try $0.dictionary(dictionary, depth) }
        } else {
            guard !options.fallback.isNone else {
                throw python.typeError(
                    "Object of type \(python.typeName(value)) is not JSON serializable")
            }
            try enclosed(object) {
                try $0.write($0.python.call($0.options.fallback, [value]), depth: depth)
            }
        }
    }

    /// Writes what is inside an object, unless the object is inside itself.
    private mutating func enclosed(
        _ object: Object, _ body: (inout JSONEncoder) throws -> Void
    ) throws {
        guard open.insert(ObjectIdentifier(object)).inserted else {
            throw python.valueError("Circular reference detected")
        }
        guard open.count < 1000 else {
            throw python.error(
                "RecursionError",
                "maximum recursion depth exceeded while encoding a JSON object")
        }
        try body(&self)
        open.remove(ObjectIdentifier(object))
    }

    private mutating func newLine(_ depth: Int) {
        guard let indent = options.indent else { return }
        text += "\n" + String(repeating: indent, count: depth)
    }

    private mutating func array(_ items: [Value], _ depth: Int) throws {
        if items.isEmpty {
            text += "[]"
            return
        }
        text += "["
        for (index, item) in items.enumerated() {
            if index > 0 { text += options.itemSeparator }
            newLine(depth + 1)
            try write(item, depth: depth + 1)
        }
        newLine(depth)
        text += "]"
    }

    private mutating func dictionary(_ dictionary: DictionaryObject, _ depth: Int) throws {
        var entries = dictionary.items
        if options.sortsKeys {
            var keys = entries.map(\.key)
            try python.sort(&keys)
            entries = try keys.map { ($0, try dictionary.get($0, in: python) ?? .none) }
        }
        var isFirst = true
        for (key, value) in entries {
            guard let name = try name(key) else { continue }
            text += isFirst ? "{" : options.itemSeparator
            isFirst = false
            newLine(depth + 1)
            text += Self.quoted(name, onlyASCII: options.onlyASCII) + options.keySeparator
            try write(value, depth: depth + 1)
        }
        if isFirst {
            text += "{}"
            return
        }
        newLine(depth)
        text += "}"
    }

    /// A key as text; nil for one that is left out.
    private func name(_ key: Value) throws -> String? {
        switch key {
        case .none: return "null"
        case .bool(let truth): return truth ? "true" : "false"
        case .int(let number): return "\(number)"
        case .float(let number): return try float(number)
        case .object(let object):
            if let text = key.text { return text }
            if object.type.isSubtype(of: python.types.int) { return "\(try python.bigIndex(key))" }
            if object.type.isSubtype(of: python.types.float) {
                return try float(python.double(key))
            }
        }
        if options.skipsKeys { return nil }
        throw python.typeError(
            "keys must be str, int, float, bool or None, not \(python.typeName(key))")
    }

    private func float(_ number: Double) throws -> String {
        if number.isFinite { return number.pythonText }
        guard options.allowsNaN else {
            throw python.valueError("Out of range float values are not JSON compliant")
        }
        return number.isNaN ? "NaN" : number > 0 ? "Infinity" : "-Infinity"
    }

    /// A text between quotation marks.
    static func quoted(_ text: String, onlyASCII: Bool) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            case "\u{c}": result += "\\f"
            default:
                if scalar.value < 32 || (onlyASCII && scalar.value > 126) {
                    result += escape(scalar)
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        if scalar.isLoneSurrogate { return escape(UInt16(truncatingIfNeeded: scalar.codePoint)) }
        return String(scalar).utf16.map { escape($0) }.joined()
    }

    private static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
