/// `template % arguments`.
struct PercentFormatter {
    private let python: Interpreter
    /// Whether texts are bytes, each as the code point of its number.
    private let isBytes: Bool
    private let arguments: Value
    /// The arguments still to come; a mapping or a single value is one.
    private var waiting: ArraySlice<Value>
    private var usesMapping = false

    private let template: ContiguousArray<Unicode.Scalar>
    private var place = 0

    init(_ template: String, _ arguments: Value, isBytes: Bool, in python: Interpreter) {
        self.python = python
        self.isBytes = isBytes
        self.arguments = arguments
        self.template = ContiguousArray(template.unicodeScalars)
        waiting = (arguments.object as? TupleObject)?.items[...] ?? [arguments]
    }

    mutating func format() throws -> String {
        var result = ""
        while place < template.count {
            let scalar = template[place]
            place += 1
            if scalar == "%" {
                let text = try conversion()
                try python.checkSize(result.utf8.count, plus: text.utf8.count)
                result += text
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        guard usesMapping || waiting.isEmpty || isMapping else {
            let kind = isBytes ? "bytes" : "string"
            throw python.typeError("not all arguments converted during \(kind) formatting")
        }
        return result
    }

    /// Whether arguments that are left over are no mistake: a value that keys could be looked up in.
    private var isMapping: Bool {
        arguments.object is TupleObject || arguments.text != nil
            || (isBytes && arguments.bytesLike != nil)
            ? false : python.type(of: arguments).special(.getitem) != nil
    }

    // MARK: A conversion

    private mutating func conversion() throws -> String {
        var option = PercentOption()
        let hasKey = peek == "("
        if hasKey { try selectKey() }
        option.readFlags { scalar in
            guard peek == scalar else { return false }
            place += 1
            return true
        }
        if let width = try number("width too big", limit: .max, "ssize_t") {
            option.isLeft = option.isLeft || width < 0
            option.width = Int(width.magnitude)
        }
        if peek == "." {
            place += 1
            option.precision = max(
                try number("precision too big", limit: Int(Int32.max), "int") ?? 0, 0)
        }
        if let scalar = peek, scalar == "h" || scalar == "l" || scalar == "L" { place += 1 }
        guard let type = peek else { throw python.valueError("incomplete format") }
        place += 1
        if type == "%", option.isPlain, !hasKey { return "%" }
        if type == "%" { _ = try nextArgument() }
        return try convert(type, option)
    }

    private var peek: Unicode.Scalar? { place < template.count ? template[place] : nil }

    /// `(name)`: the mapping's value becomes the only argument.
    private mutating func selectKey() throws {
        guard isMapping else { throw python.typeError("format requires a mapping") }
        let start = place + 1
        var depth = 0
        while let scalar = peek {
            place += 1
            if scalar == "(" { depth += 1 }
            if scalar == ")" { depth -= 1 }
            if depth == 0 { break }
        }
        guard depth == 0 else { throw python.valueError("incomplete format key") }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: template[start..<(place - 1)])
        let key = String(view)
        usesMapping = true
        let value: Value = isBytes ? .bytes(key.latin1, in: python) : .string(key, in: python)
        waiting = [try python.getItem(arguments, value)]
    }

    /// Digits, or `*` for an argument; nil where neither stands.
    private mutating func number(_ tooBig: String, limit: Int, _ kind: String) throws -> Int? {
        if peek == "*" {
            place += 1
            let value = try nextArgument()
            guard Numbers.isInteger(value) else { throw python.typeError("* wants int") }
            guard let number = value.integer, number.magnitude <= UInt(limit) else {
                throw python.error(
                    "OverflowError", "Python int too large to convert to C \(kind)")
            }
            return number
        }
        var result: Int?
        while let scalar = peek, ("0"..."9").contains(scalar) {
            let (tens, overflows) = (result ?? 0).multipliedReportingOverflow(by: 10)
            let (next, isTooBig) = tens.addingReportingOverflow(Int(scalar.value - 48))
            if overflows || isTooBig || next > limit { throw python.valueError(tooBig) }
            result = next
            place += 1
        }
        return result
    }

    private mutating func nextArgument() throws -> Value {
        guard let value = waiting.popFirst() else {
            throw python.typeError("not enough arguments for format string")
        }
        return value
    }

    private mutating func convert(_ type: Unicode.Scalar, _ option: PercentOption) throws -> String
    {
        switch type {
        case "d", "i", "u", "o", "x", "X":
            let value = try integer(nextArgument(), type)
            return try option.pad(option.integer(value, type, in: python), in: python)
        case "e", "E", "f", "F", "g", "G":
            return try option.pad(
                option.float(number(nextArgument()), type, in: python), in: python)
        case "c": return try option.pad(NumberParts(digits: character()), in: python, zeros: false)
        case "s", "r", "a", "b":
            guard let text = try text(type) else { break }
            return try option.pad(NumberParts(digits: option.cut(text)), in: python, zeros: false)
        default: break
        }
        let shown = type.value >= 32 && type.value < 127 ? String(type) : "?"
        throw python.valueError(
            "unsupported format character '\(shown)' (0x\(String(type.value, radix: 16))) at index \(place - 1)"
        )
    }

    // MARK: Arguments

    /// A number for `%f`; formatting bytes has words of its own for anything else.
    private func number(_ value: Value) throws -> Value {
        let kind = python.type(of: value)
        if isBytes, kind.special(.float) == nil, kind.special(.index) == nil {
            throw python.typeError("float argument required, not \(kind.name)")
        }
        return value
    }

    /// The text of `%s` and its kin; nil for `%b` outside of bytes.
    private mutating func text(_ type: Unicode.Scalar) throws -> String? {
        if type == "b", !isBytes { return nil }
        let value = try nextArgument()
        switch type {
        case "s" where !isBytes: return try python.str(value)
        case "r" where !isBytes: return try python.repr(value)
        case "s", "b": return String(latin1: try bytes(value))
        default: return python.ascii(try python.repr(value))
        }
    }

    private func bytes(_ value: Value) throws -> [UInt8] {
        if let bytes = value.bytesLike { return bytes }
        if let made = try python.applySpecial(.bytes, value), let bytes = made.bytesLike {
            return bytes
        }
        throw python.typeError(
            "%b requires a bytes-like object, or an object that implements __bytes__, not '\(python.typeName(value))'"
        )
    }

    private mutating func character() throws -> String {
        let value = try nextArgument()
        if isBytes {
            if let bytes = value.bytesLike, bytes.count == 1 { return String(latin1: bytes) }
            guard Numbers.isInteger(value) else {
                throw python.typeError(
                    "%c requires an integer in range(256) or a single byte")
            }
            guard let byte = value.integer.flatMap({ UInt8(exactly: $0) }) else {
                throw python.error("OverflowError", "%c arg not in range(256)")
            }
            return String(latin1: [byte])
        }
        if let text = value.stringObject, text.count == 1 { return text.string }
        guard Numbers.isInteger(value) else {
            throw python.typeError("%c requires int or char")
        }
        return String(try python.character(value.plainInteger))
    }

    /// The integer of `%d` and its kin: floats are cut off there and nowhere else.
    private func integer(_ value: Value, _ type: Unicode.Scalar) throws -> Value {
        if Numbers.isInteger(value) { return value.plainInteger }
        let isDecimal = type == "d" || type == "i" || type == "u"
        let kind = python.type(of: value)
        if case .float(let number) = value, isDecimal {
            return try python.integer(truncating: number)
        }
        for special in isDecimal ? [Special.int, .index] : [.index] {
            if let method = kind.special(special) {
                return try python.apply(method, special, value).plainInteger
            }
        }
        let wanted = isDecimal ? "a real number" : "an integer"
        let shown = isBytes && type == "i" ? "d" : type
        throw python.typeError("%\(shown) format: \(wanted) is required, not \(kind.name)")
    }
}

extension Interpreter {
    /// `text % arguments`.
    func formatPercent(_ template: String, _ arguments: Value) throws -> String {
        var formatter = PercentFormatter(template, arguments, isBytes: false, in: self)
        return try formatter.format()
    }

    /// `bytes % arguments`.
    func formatBytes(_ template: [UInt8], _ arguments: Value) throws -> [UInt8] {
        var formatter = PercentFormatter(
            String(latin1: template), arguments, isBytes: true, in: self)
        return try formatter.format().latin1
    }
}

extension String {
    /// A text of one code point a byte.
    init(latin1 bytes: [UInt8]) {
        var view = String.UnicodeScalarView()
        for byte in bytes { view.append(Unicode.Scalar(byte)) }
        self.init(view)
    }

    /// The bytes of a text whose code points are all below 256.
    var latin1: [UInt8] { unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}
