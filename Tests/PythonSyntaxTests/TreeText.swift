import Diagnostics

@testable import PythonSyntax

/// Writes a tree as text that a reference can be compared with: `(bin +@0-5 (name a@0-1) (int 1@4-5))`.
struct TreeText {
    private(set) var text = ""
    /// How many f-strings are open: CPython does not say where their parts stand.
    var formattedDepth = 0

    static func of(_ body: [Statement]) -> String {
        var tree = TreeText()
        for statement in body { tree.write(statement) }
        return String(tree.text.dropFirst())
    }

    mutating func add(_ more: String) { text += more }

    mutating func node(
        _ name: String, _ span: SourceSpan, _ body: (inout TreeText) -> Void = { _ in }
    ) {
        text += " (" + name
        write(span)
        body(&self)
        text += ")"
    }

    mutating func write(_ span: SourceSpan) {
        if formattedDepth == 0 { text += "@\(span.start)-\(span.end)" }
    }

    mutating func write(_ expression: Expression?) {
        if let expression { write(expression) } else { text += " ~" }
    }

    mutating func write(_ expressions: [Expression]) {
        text += " ["
        for expression in expressions { write(expression) }
        text += "]"
    }

    mutating func write(_ expression: Expression) {
        let span = expression.span
        switch expression.kind {
        case .none: node("None", span)
        case .ellipsis: node("...", span)
        case .bool(let value): node(value ? "True" : "False", span)
        case .integer(.small(let value)): node("int \(value)", span)
        case .integer(.large(let digits)): node("big \(digits)", span)
        case .float(let value): node("float \(String(value.bitPattern, radix: 16))", span)
        case .imaginary(let value): node("imag \(String(value.bitPattern, radix: 16))", span)
        case .string(let value): node("str \(hexadecimal(value.utf8))", span)
        case .bytes(let value): node("bytes \(hexadecimal(value))", span)
        case .formatted(let parts):
            node("fstr", span) {
                $0.formattedDepth += 1
                $0.write(parts)
                $0.formattedDepth -= 1
            }
        case .name(let name): node("name \(name)", span)
        default: writeCompound(expression)
        }
    }

    private mutating func writeCompound(_ expression: Expression) {
        let span = expression.span
        switch expression.kind {
        case .attribute(let base, let name, _): node("attr \(name)", span) { $0.write(base) }
        case .item(let base, let index):
            node("item", span) {
                $0.write(base)
                $0.write(index)
            }
        case .slice(let start, let stop, let step):
            node("slice", span) { for part in [start, stop, step] { $0.write(part) } }
        case .call(let function, let arguments):
            node("call", span) {
                $0.write(function)
                $0.write(arguments)
            }
        case .tuple(let elements): node("tuple", span) { $0.write(elements) }
        case .list(let elements): node("list", span) { $0.write(elements) }
        case .set(let elements): node("set", span) { $0.write(elements) }
        case .dictionary(let entries): node("dict", span) { $0.write(entries) }
        case .starred(let inner): node("*", span) { $0.write(inner) }
        case .comprehension(let comprehension): node("comp", span) { $0.write(comprehension) }
        case .lambda(let parameters, let body):
            node("lambda", span) {
                $0.write(parameters)
                $0.write(body)
            }
        case .named(let name, let nameSpan, let value):
            node("named", span) {
                $0.node("name \(name)", nameSpan)
                $0.write(value)
            }
        case .yield(let value): node("yield", span) { $0.write(value) }
        case .yieldFrom(let value): node("yieldfrom", span) { $0.write(value) }
        default: writeOperation(expression)
        }
    }

    private mutating func writeOperation(_ expression: Expression) {
        let span = expression.span
        switch expression.kind {
        case .unary(let operation, let operand):
            node("un \(operation.rawValue)", span) { $0.write(operand) }
        case .binary(let left, let operation, let right):
            node("bin \(operation.rawValue)", span) {
                $0.write(left)
                $0.write(right)
            }
        case .comparison(let first, let links):
            node("cmp", span) {
                $0.write(first)
                for (operation, operand) in links {
                    $0.add(" " + operation.rawValue)
                    $0.write(operand)
                }
            }
        case .and(let operands): node("and", span) { $0.write(operands) }
        case .or(let operands): node("or", span) { $0.write(operands) }
        case .conditional(let test, let then, let otherwise):
            node("if", span) { for part in [test, then, otherwise] { $0.write(part) } }
        default: break
        }
    }

    private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension TreeText {
    private mutating func write(_ parts: [FormattedPart]) {
        var literal = ""
        for part in parts {
            switch part {
            case .text(let piece): literal += piece
            case .value(let value):
                write(literal: literal + (value.label ?? ""))
                literal = ""
                add(" {")
                write(value.value)
                add("!" + (value.conversion.map(String.init) ?? ""))
                if let specification = value.specification {
                    add(":")
                    write(specification)
                }
                add("}")
            }
        }
        write(literal: literal)
    }

    private mutating func write(literal: String) {
        if !literal.isEmpty { add(" t" + hexadecimal(literal.utf8)) }
    }

    mutating func write(_ arguments: [Argument]) {
        for argument in arguments {
            switch argument {
            case .positional: break
            case .keyword(let name, _, _): add(" \(name)=")
            case .unpacked: add(" *")
            case .unpackedMapping: add(" **")
            }
            write(argument.value)
        }
    }

    private mutating func write(_ entries: [DictionaryEntry]) {
        for entry in entries {
            switch entry {
            case .pair(let key, let value):
                write(key)
                add(":")
                write(value)
            case .unpacked(let mapping):
                add(" **")
                write(mapping)
            }
        }
    }

    private mutating func write(_ comprehension: Comprehension) {
        switch comprehension.element {
        case .list: add(" L")
        case .set: add(" S")
        case .generator: add(" G")
        case .dictionary: add(" D")
        }
        for result in comprehension.results { write(result) }
        for clause in comprehension.clauses {
            add(" for")
            write(clause.target)
            write(clause.iterable)
            write(clause.conditions)
        }
    }

    mutating func write(_ parameters: Parameters) {
        add(" <")
        write(parameters.positionalOnly, before: " /")
        write(parameters.positionalOrKeyword, before: " *")
        write(parameters.variadic.map { [$0] } ?? [], before: " ,")
        write(parameters.keywordOnly, before: " **")
        write(parameters.variadicKeyword.map { [$0] } ?? [], before: ">")
    }

    private mutating func write(_ parameters: [Parameter], before sign: String) {
        for parameter in parameters {
            add(" " + parameter.name)
            write(parameter.span)
            write(parameter.annotation)
            write(parameter.defaultValue)
        }
        add(sign)
    }
}
