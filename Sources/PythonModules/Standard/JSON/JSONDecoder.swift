import BigInt
import PythonRuntime
import PythonSyntax

/// Reads JSON as Python values.
struct JSONDecoder {
    /// Functions that make something else of what was read; None where nothing does.
    struct Hooks {
        let object, pairs, float, integer, constant: Value
        /// Whether control characters must be escaped.
        let isStrict: Bool

        /// The hooks in the order in which the Python part passes them.
        init(_ values: [Value]) {
            (object, pairs, float, integer, constant) = (
                values[0], values[1], values[2], values[3], values[4]
            )
            if case .bool(false) = values[5] { isStrict = false } else { isStrict = true }
        }
    }

    private let source: [Unicode.Scalar]
    private let hooks: Hooks
    private let python: Interpreter
    private var position = 0
    private var depth = 0
    /// The same key is the same text, which saves memory for lists of objects.
    private var keys: [String: Value] = [:]

    init(_ text: String, hooks: Hooks, _ python: Interpreter) {
        source = Array(text.unicodeScalars)
        self.hooks = hooks
        self.python = python
    }

    /// The value at a place, and where it ends; `whole` asks for nothing but blanks around it.
    mutating func document(from start: Int, whole: Bool) throws -> (Value, Int) {
        position = start
        if whole {
            if source.first == "\u{feff}" {
                throw failure("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0)
            }
            skipBlanks()
        }
        let value = try value()
        let end = position
        if whole {
            skipBlanks()
            if position < source.count { throw failure("Extra data", position) }
        }
        return (value, end)
    }

    private func failure(_ message: String, _ position: Int) -> JSONFailure {
        JSONFailure(message: message, position: position)
    }

    private var current: Unicode.Scalar? { position < source.count ? source[position] : nil }

    private mutating func skipBlanks() {
        while let next = current, next == " " || next == "\n" || next == "\t" || next == "\r" {
            position += 1
        }
    }

    private mutating func take(_ word: String) -> Bool {
        let word = word.unicodeScalars
        guard source[position...].prefix(word.count).elementsEqual(word) else { return false }
        position += word.count
        return true
    }

    private mutating func value() throws -> Value {
        switch current {
        case "\"":
            position += 1
            return .string(try string(), in: python)
        case "{": return try nested("object") { try $0.object() }
        case "[": return try nested("array") { try $0.array() }
        case "n" where take("null"): return .none
        case "t" where take("true"): return .bool(true)
        case "f" where take("false"): return .bool(false)
        case "N" where take("NaN"): return try constant("NaN", .nan)
        case "I" where take("Infinity"): return try constant("Infinity", .infinity)
        case "-" where take("-Infinity"): return try constant("-Infinity", -.infinity)
        default: return try number()
        }
    }

    private func constant(_ name: String, _ value: Double) throws -> Value {
        hooks.constant.isNone
            ? .float(value) : try python.call(hooks.constant, [.string(name, in: python)])
    }

    private mutating func nested(
        _ what: String, _ body: (inout JSONDecoder) throws -> Value
    ) throws -> Value {
        depth += 1
        guard depth < 1000 else {
            throw python.error(
                "RecursionError",
                "maximum recursion depth exceeded while decoding a JSON \(what) from a unicode string"
            )
        }
        position += 1
        let value = try body(&self)
        depth -= 1
        return value
    }

    // MARK: Containers

    private mutating func array() throws -> Value {
        let list = ListObject(in: python)
        skipBlanks()
        if current == "]" {
            position += 1
            return .object(list)
        }
        while true {
            list.append(try value())
            skipBlanks()
            if current == "]" {
                position += 1
                return .object(list)
            }
            guard current == "," else { throw failure("Expecting ',' delimiter", position) }
            position += 1
            skipBlanks()
        }
    }

    private mutating func object() throws -> Value {
        var pairs: [(key: Value, value: Value)] = []
        skipBlanks()
        if current == "}" {
            position += 1
            return try made(of: pairs)
        }
        while true {
            guard current == "\"" else {
                throw failure("Expecting property name enclosed in double quotes", position)
            }
            position += 1
            let key = key(try string())
            skipBlanks()
            guard current == ":" else { throw failure("Expecting ':' delimiter", position) }
            position += 1
            skipBlanks()
            pairs.append((key, try value()))
            skipBlanks()
            if current == "}" {
                position += 1
                return try made(of: pairs)
            }
            guard current == "," else { throw failure("Expecting ',' delimiter", position) }
            position += 1
            skipBlanks()
        }
    }

    private mutating func key(_ text: String) -> Value {
        if let known = keys[text] { return known }
        let value = Value.string(text, in: python)
        keys[text] = value
        return value
    }

    private func made(of pairs: [(key: Value, value: Value)]) throws -> Value {
        if !hooks.pairs.isNone {
            let tuples = pairs.map { Value.tuple([$0.key, $0.value], in: python) }
            return try python.call(hooks.pairs, [.list(tuples, in: python)])
        }
        let dictionary = DictionaryObject(in: python)
        for (key, value) in pairs { try dictionary.set(key, value, in: python) }
        return hooks.object.isNone
            ? .object(dictionary) : try python.call(hooks.object, [.object(dictionary)])
    }

    // MARK: Text and numbers

    /// The text up to its closing quotation mark.
    private mutating func string() throws -> String {
        let start = position - 1
        var result = String.UnicodeScalarView()
        while true {
            guard let next = current else {
                throw failure("Unterminated string starting at", start)
            }
            position += 1
            switch next {
            case "\"": return String(result)
            case "\\": result.append(try escape(start))
            default:
                if next.value < 32, hooks.isStrict {
                    throw failure("Invalid control character at", position - 1)
                }
                result.append(next)
            }
        }
    }

    private mutating func escape(_ start: Int) throws -> Unicode.Scalar {
        guard let letter = current else {
            throw failure("Unterminated string starting at", start)
        }
        position += 1
        switch letter {
        case "\"", "\\", "/": return letter
        case "b": return "\u{8}"
        case "f": return "\u{c}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": return try unicodeEscape()
        default: throw failure("Invalid \\escape", position - 2)
        }
    }

    private mutating func unicodeEscape() throws -> Unicode.Scalar {
        let first = try codeUnit()
        guard (0xD800..<0xDC00).contains(first), current == "\\", position + 1 < source.count,
            source[position + 1] == "u"
        else { return Unicode.Scalar(codePoint: first) }
        let before = position
        position += 2
        let second = try codeUnit()
        guard (0xDC00..<0xE000).contains(second) else {
            position = before
            return Unicode.Scalar(codePoint: first)
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{fffd}"
    }

    private mutating func codeUnit() throws -> UInt32 {
        let digits = String(String.UnicodeScalarView(source[position...].prefix(4)))
        guard digits.unicodeScalars.count == 4,
            digits.unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit),
            let value = UInt32(digits, radix: 16)
        else { throw failure("Invalid \\uXXXX escape", position - 1) }
        position += 4
        return value
    }

    private mutating func digits() -> Int {
        let start = position
        while let digit = current, digit.value >= 48, digit.value <= 57 { position += 1 }
        return position - start
    }

    private mutating func number() throws -> Value {
        let start = position
        if current == "-" { position += 1 }
        if current == "0" {
            position += 1
        } else if digits() == 0 {
            position = start
            throw failure("Expecting value", start)
        }
        let isFraction = part { $0.current == "." ? ($0.position += 1) : () }
        let isPower = part {
            guard $0.current == "e" || $0.current == "E" else { return }
            $0.position += 1
            if $0.current == "+" || $0.current == "-" { $0.position += 1 }
        }
        let text = String(String.UnicodeScalarView(source[start..<position]))
        if isFraction || isPower {
            guard hooks.float.isNone else {
                return try python.call(hooks.float, [.string(text, in: python)])
            }
            return .float(Double(text) ?? .nan)
        }
        guard hooks.integer.isNone else {
            return try python.call(hooks.integer, [.string(text, in: python)])
        }
        return Int(text).map { .int($0) } ?? BigInt(text).map { python.integer($0) } ?? .none
    }

    /// A part of a number that begins as `lead` reads it and has digits; left unread otherwise.
    private mutating func part(_ lead: (inout JSONDecoder) -> Void) -> Bool {
        let before = position
        lead(&self)
        if position > before, digits() > 0 { return true }
        position = before
        return false
    }
}
