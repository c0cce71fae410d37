extension ProgramGenerator {
    /// An expression that is likely of this kind.
    mutating func expression(_ kind: Kind, depth: Int) -> String {
        // Now and then an operand of another kind, for the mistakes.
        let kind = random.once(in: 12) ? random.pick(Kind.weighted) : kind
        if random.once(in: 3), let name = variable(kind) { return name }
        guard depth > 0 else { return literal(kind, depth: 0) }
        switch random.below(11) {
        case 0: return literal(kind, depth: depth)
        case 1, 2, 3: return operation(kind, depth: depth - 1)
        case 4, 5, 6: return methodCall(kind, depth: depth - 1)
        case 7: return builtinCall(depth: depth - 1)
        case 8: return subscription(kind, depth: depth - 1)
        case 9: return compound(kind, depth: depth - 1)
        default: return comparison(depth: depth - 1)
        }
    }

    mutating func anything(_ depth: Int) -> String {
        expression(random.pick(Kind.weighted), depth: depth)
    }

    private mutating func operation(_ kind: Kind, depth: Int) -> String {
        let left = expression(kind, depth: depth)
        let right = random.once(in: 4) ? anything(depth) : expression(kind, depth: depth)
        switch random.below(16) {
        case 0: return "times(\(left), \(right))"
        case 1: return "power(\(left), \(right))"
        case 2: return "shift(\(left), \(right))"
        case 3: return "times(\(left), \(smallInt()))"
        case 4: return random.pick(["-", "+", "~", "not "]) + parenthesized(left)
        case 5: return "(\(left) \(random.pick(["and", "or"])) \(right))"
        case 6: return "power(\(left), \(random.pick([smallInt(), floatLiteral()])))"
        default:
            let sign = random.pick(["+", "+", "-", "-", "/", "//", "%", "@", ">>", "&", "|", "^"])
            return "(\(left) \(sign) \(right))"
        }
    }

    private mutating func comparison(depth: Int) -> String {
        let kind = random.pick(Kind.weighted)
        let signs = ["<", "<=", "==", "!=", ">", ">=", "in", "not in"]
        var text = expression(kind, depth: depth)
        for _ in 0..<(random.once(in: 4) ? 2 : 1) {
            let right = random.once(in: 4) ? anything(depth) : expression(kind, depth: depth)
            text += " \(random.pick(signs)) \(right)"
        }
        return parenthesized(text)
    }

    private mutating func subscription(_ kind: Kind, depth: Int) -> String {
        let object = parenthesized(expression(kind, depth: depth))
        switch random.below(5) {
        case 0: return object + "[\(anything(0))]"
        case 1, 2: return object + "[\(smallInt())]"
        default: return object + "[\(sliceText())]"
        }
    }

    /// Conditional expressions, comprehensions, lambdas and the walrus.
    private mutating func compound(_ kind: Kind, depth: Int) -> String {
        let item = fresh("i")
        let source = expression(
            random.pick([.list, .tuple, .range, .str, .dict, .set]), depth: depth)
        let items = "items(\(source))"
        let value = random.pick([item, item, "(\(item), 1)", "repr(\(item))", "times(\(item), 2)"])
        let filter = random.pick(["", "", " if \(item)", " if not isinstance(\(item), str)"])
        switch random.below(8) {
        case 0:
            return
                "(\(anything(depth)) if \(anything(depth)) else \(expression(kind, depth: depth)))"
        case 1: return "[\(value) for \(item) in \(items)\(filter)]"
        case 2: return "{\(item): \(value) for \(item) in \(items)\(filter)}"
        case 3: return "{len(repr(\(item))) for \(item) in \(items)\(filter)}"
        case 4: return "tuple(\(value) for \(item) in \(items)\(filter))"
        case 5:
            let name = fresh("w")
            return "((\(name) := \(expression(kind, depth: depth))), \(name))"
        case 6:
            let name = fresh("a")
            return "(lambda \(name), *b, c=\(anything(0)): (\(name), b, c))(\(arguments(depth)))"
        default:
            let second = fresh("j")
            return "[(\(item), \(second)) for \(item) in \(items) for \(second) in range(2)]"
        }
    }

    private mutating func arguments(_ depth: Int) -> String {
        var parts = (0..<random.below(4)).map { _ in anything(depth) }
        if random.once(in: 4) { parts.append("c=" + anything(0)) }
        if random.once(in: 6) { parts.append("*items(\(expression(.list, depth: 0)))") }
        return parts.joined(separator: ", ")
    }

    private mutating func builtinCall(depth: Int) -> String {
        if random.once(in: 2) { return template(random.pick(BuiltinCalls.templates), depth: depth) }
        let text = random.pick(BuiltinCalls.all)
        let (name, parameters) = BuiltinCalls.split(text)
        return "\(name)(\(arguments(parameters, depth: depth)))"
    }

    private mutating func methodCall(_ kind: Kind, depth: Int) -> String {
        guard let method = BuiltinCalls.methods[kind].map({ random.pick($0) }) else {
            return builtinCall(depth: depth)
        }
        let object = parenthesized(expression(kind, depth: depth))
        let (name, parameters) = BuiltinCalls.split(method)
        guard let parameters else { return "\(object).\(name)" }
        return "\(object).\(name)(\(arguments(parameters, depth: depth)))"
    }

    /// Arguments for parameters that are written as letters; those behind `?` may be left out.
    private mutating func arguments(_ letters: String?, depth: Int) -> String {
        guard let letters else { return "" }
        var parts: [String] = []
        var isOptional = false
        for letter in letters {
            if letter == "?" {
                isOptional = true
                continue
            }
            if isOptional, random.once(in: 2) { break }
            parts.append(argument(letter, depth: depth))
        }
        if random.once(in: 40) { parts.append(anything(0)) }
        if random.once(in: 60), !parts.isEmpty { parts.removeLast() }
        return parts.joined(separator: ", ")
    }

    /// The text with arguments for its letters.
    mutating func template(_ text: String, depth: Int) -> String {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts[0])) { text, part in
            // A sign with no letter behind it stands for itself.
            guard let letter = part.first, letter.isLetter else { return text + "$" + part }
            return text + argument(letter, depth: depth) + part.dropFirst()
        }
    }

    private mutating func argument(_ letter: Character, depth: Int) -> String {
        if random.once(in: 20) { return anything(0) }
        switch letter {
        case "i": return smallInt()
        case "n": return expression(.int, depth: depth)
        case "f": return expression(.float, depth: depth)
        case "s": return expression(.str, depth: depth)
        case "c": return random.pick(["'*'", "'é'", "' '", "'ab'", "'0'"])
        case "b": return expression(.bytes, depth: depth)
        case "B": return random.pick(["b'*'", "b' '", "b'ab'", "b'0'"])
        case "l": return expression(random.pick([.list, .tuple]), depth: depth)
        case "x":
            return
                "items(\(expression(random.pick([.list, .tuple, .range, .str, .set, .dict]), depth: depth)))"
        case "d": return expression(.dict, depth: depth)
        case "S": return expression(random.pick([.set, .frozenset]), depth: depth)
        case "k":
            return random.pick([
                "len", "str", "repr", "abs", "lambda x: -x", "lambda *a: a", "None", "bool", "type",
            ])
        case "F": return Batch.literal(specification())
        case "T":
            return random.pick([
                "int", "str", "float", "list", "(int, str)", "tuple", "dict", "bool", "int | str",
            ])
        case "e":
            return random.pick([
                "'utf-8'", "'ascii'", "'latin-1'", "'utf-16'", "'nope'", "'utf-8', 'ignore'",
                "'ascii', 'replace'", "'ascii', 'backslashreplace'", "'ascii', 'xmlcharrefreplace'",
                "'utf-8', 'surrogatepass'",
            ])
        case "o": return random.pick(["True", "False"])
        case "O": return random.pick(["'little'", "'big'", "'middle'"])
        case "g": return "0, 200"
        default: return anything(depth)
        }
    }
}
