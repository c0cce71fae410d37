/// `str.format`: a template with fields in braces.
struct TemplateFormatter {
    /// Whether fields are numbered by the author or in their order.
    private enum Numbering { case undecided, manual, automatic }

    /// nil for `format_map`, whose fields have names only.
    private let positional: [Value]?
    private let named: Value
    private let python: Interpreter
    private var numbering = Numbering.undecided
    private var nextIndex = 0

    init(positional: [Value]?, named: Value, in python: Interpreter) {
        self.positional = positional
        self.named = named
        self.python = python
    }

    /// Fields may stand in the specifications of fields, and no deeper.
    mutating func format(_ template: String, depth: Int = 2) throws -> String {
        guard depth > 0 else { throw python.valueError("Max string recursion exceeded") }
        var result = ""
        var rest = Substring(template).unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "{" || scalar == "}" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            if rest.first == scalar {
                result.unicodeScalars.append(scalar)
                rest.removeFirst()
            } else if scalar == "}" {
                throw python.valueError("Single '}' encountered in format string")
            } else {
                guard !rest.isEmpty else {
                    throw python.valueError("Single '{' encountered in format string")
                }
                let text = try field(FieldText(&rest, in: python), depth: depth)
                try python.checkSize(result.utf8.count, plus: text.utf8.count)
                result += text
            }
        }
        return result
    }

    private mutating func field(_ field: FieldText, depth: Int) throws -> String {
        var value = try self.value(FieldName(field.name, in: python))
        switch field.conversion {
        case nil: break
        case "r": value = .string(try python.repr(value), in: python)
        case "s": value = .string(try python.str(value), in: python)
        case "a": value = .string(python.ascii(try python.repr(value)), in: python)
        case let other?:
            let shown = other.value > 32 && other.value < 127
            throw python.valueError(
                shown
                    ? "Unknown conversion specifier \(other)"
                    : "Unknown conversion specifier \\x\(String(other.value, radix: 16))")
        }
        let specification =
            field.hasNestedFields
            ? try format(field.specification, depth: depth - 1) : field.specification
        return try python.format(value, specification)
    }

    private mutating func value(_ name: FieldName) throws -> Value {
        var name = name
        var value = try first(name)
        while let step = try name.next(in: python) {
            switch step {
            case .attribute(let attribute): value = try python.getAttribute(value, attribute)
            case .index(let index): value = try python.getItem(value, .int(index))
            case .key(let key): value = try python.getItem(value, .string(key, in: python))
            }
        }
        return value
    }

    private mutating func first(_ name: FieldName) throws -> Value {
        var index = name.index
        if name.first.isEmpty {
            guard numbering != .manual else {
                throw python.valueError(
                    "cannot switch from manual field specification to automatic field numbering")
            }
            numbering = .automatic
            index = nextIndex
            nextIndex += 1
        } else if index != nil {
            guard numbering != .automatic else {
                throw python.valueError(
                    "cannot switch from automatic field numbering to manual field specification")
            }
            numbering = .manual
        }
        guard let index else {
            return try python.getItem(named, .string(name.first, in: python))
        }
        guard let positional else {
            throw python.valueError("Format string contains positional fields")
        }
        guard index < positional.count else {
            throw python.error(
                "IndexError", "Replacement index \(index) out of range for positional args tuple")
        }
        return positional[index]
    }
}

/// The parts of a field: `name!conversion:specification`.
private struct FieldText {
    var name = ""
    var conversion: Unicode.Scalar?
    var specification = ""
    var hasNestedFields = false

    /// Reads a field behind its brace, the closing one included.
    init(_ rest: inout Substring.UnicodeScalarView, in python: Interpreter) throws {
        let mark = try readName(&rest, python)
        guard let mark else { return }
        if mark == "!" {
            guard let conversion = rest.popFirst() else {
                throw python.valueError("end of string while looking for conversion specifier")
            }
            guard let next = rest.popFirst() else {
                throw python.valueError("unmatched '{' in format spec")
            }
            self.conversion = conversion
            if next == "}" { return }
            guard next == ":" else {
                throw python.valueError("expected ':' after conversion specifier")
            }
        }
        try readSpecification(&rest, python)
    }

    /// Reads up to the `!` or `:` that follows the name; nil where the field ends.
    private mutating func readName(
        _ rest: inout Substring.UnicodeScalarView, _ python: Interpreter
    ) throws -> Unicode.Scalar? {
        var isInBrackets = false
        while let scalar = rest.popFirst() {
            switch scalar {
            case "{": throw python.valueError("unexpected '{' in field name")
            case "[":
                isInBrackets = true
            case "]": isInBrackets = false
            case "}" where !isInBrackets: return nil
            case ":" where !isInBrackets: return scalar
            case "!" where !isInBrackets: return scalar
            default: break
            }
            name.unicodeScalars.append(scalar)
        }
        throw python.valueError("expected '}' before end of string")
    }

    private mutating func readSpecification(
        _ rest: inout Substring.UnicodeScalarView, _ python: Interpreter
    ) throws {
        var depth = 1
        while let scalar = rest.popFirst() {
            if scalar == "{" {
                depth += 1
                hasNestedFields = true
            } else if scalar == "}" {
                depth -= 1
                if depth == 0 { return }
            }
            specification.unicodeScalars.append(scalar)
        }
        throw python.valueError("unmatched '{' in format spec")
    }
}

/// A field's name: an argument, then attributes and items of it.
private struct FieldName {
    enum Step {
        case attribute(String)
        case index(Int)
        case key(String)
    }

    let first: String
    /// The argument's number, where the name is one.
    let index: Int?
    private var rest: Substring.UnicodeScalarView

    init(_ text: String, in python: Interpreter) throws {
        rest = Substring(text).unicodeScalars
        first = FieldName.take(&rest) { $0 != "." && $0 != "[" }
        index = try FieldName.number(first, python)
    }

    /// The next attribute or item; nil at the end. Earlier ones are looked up before later ones are read.
    mutating func next(in python: Interpreter) throws -> Step? {
        guard let mark = rest.popFirst() else { return nil }
        guard mark == "." || mark == "[" else {
            throw python.valueError("Only '.' or '[' may follow ']' in format field specifier")
        }
        let isItem = mark == "["
        let name = FieldName.take(&rest) { isItem ? $0 != "]" : $0 != "." && $0 != "[" }
        if isItem, rest.popFirst() == nil {
            throw python.valueError("Missing ']' in format string")
        }
        guard !name.isEmpty else { throw python.valueError("Empty attribute in format string") }
        guard isItem else { return .attribute(name) }
        return try FieldName.number(name, python).map { .index($0) } ?? .key(name)
    }

    private static func take(
        _ rest: inout Substring.UnicodeScalarView, while isWanted: (Unicode.Scalar) -> Bool
    ) -> String {
        let taken = rest.prefix(while: isWanted)
        rest = rest[taken.endIndex...]
        return String(taken)
    }

    /// The number that a name is; nil for any other name.
    private static func number(_ text: String, _ python: Interpreter) throws -> Int? {
        guard !text.isEmpty else { return nil }
        var result = 0
        for scalar in text.unicodeScalars {
            guard let digit = ScalarClass.decimalValue(scalar) else { return nil }
            let (product, overflow) = result.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(digit)
            guard !overflow, !carry else {
                throw python.valueError("Too many decimal digits in format string")
            }
            result = sum
        }
        return result
    }
}
