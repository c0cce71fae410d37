extension ProgramGenerator {
    /// Lines with four spaces more.
    func indented(_ text: String) -> String {
        text.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    }

    /// A few statements that print what they do.
    mutating func block(_ depth: Int, context: Context) -> String {
        var lines = (0..<(1 + random.below(3))).map { _ in statement(depth, context) }
        if random.once(in: 6) { lines.append(leaving(context)) }
        return lines.joined(separator: "\n")
    }

    /// What may stand in a block.
    struct Context {
        var isLoop = false
        var isFunction = false
        var isGenerator = false
        /// A variable to look at and change.
        var name = "x"
    }

    private mutating func leaving(_ context: Context) -> String {
        if context.isLoop, random.once(in: 2) {
            return "if \(condition(context)): " + random.pick(["break", "continue"])
        }
        if context.isGenerator {
            return random.pick(["return", "return \(context.name)", "yield"])
        }
        if context.isFunction { return "return \(anything(0))" }
        return "raise \(exception())"
    }

    private mutating func exception() -> String {
        let name = random.pick([
            "ValueError", "KeyError", "TypeError", "IndexError", "StopIteration",
            "ZeroDivisionError",
        ])
        let text = random.pick(["", "()", "('m')", "(1, 'two')"])
        return name + text + random.pick(["", "", "", " from None", " from OSError('c')"])
    }

    private mutating func condition(_ context: Context) -> String {
        random.pick([
            "\(context.name)", "not \(context.name)", "len(repr(\(context.name))) % 2", "True",
            "False", "\(context.name) == 1", "isinstance(\(context.name), int)",
        ])
    }

    private mutating func statement(_ depth: Int, _ context: Context) -> String {
        let name = context.name
        guard depth > 0 else { return simple(context) }
        switch random.below(12) {
        case 0:
            return "if \(condition(context)):\n" + indented(block(depth - 1, context: context))
                + (random.once(in: 2)
                    ? "\nelse:\n" + indented(block(depth - 1, context: context)) : "")
        case 1: return tryStatement(depth, context)
        case 2:
            var inner = context
            inner.isLoop = true
            let target = random.pick(["y", "(y, z)", "y, *z", name])
            return "for \(target) in items(\(anything(1))):\n"
                + indented("print('in', \(name))\n" + block(depth - 1, context: inner))
                + (random.once(in: 3) ? "\nelse:\n" + indented(simple(context)) : "")
        case 3:
            var inner = context
            inner.isLoop = true
            let counter = fresh("n")
            return "\(counter) = 0\nwhile \(counter) < 3:\n"
                + indented("\(counter) += 1\n" + block(depth - 1, context: inner))
                + (random.once(in: 3) ? "\nelse:\n" + indented(simple(context)) : "")
        case 4: return withStatement(depth, context)
        default: return simple(context)
        }
    }

    private mutating func simple(_ context: Context) -> String {
        let name = context.name
        switch random.below(10) {
        case 0: return "\(name) = \(anything(1))"
        case 1:
            return "\(name) \(random.pick(["+=", "-=", "|=", "//=", "%=", "&="])) \(anything(0))"
        case 2 where context.isGenerator: return "\(name) = yield \(anything(0))"
        case 3 where context.isGenerator: return "yield \(name)"
        case 4 where context.isGenerator: return "print('got', (yield from items(\(anything(0)))))"
        case 5: return "print('at', describe(\(name))[:200])"
        case 6: return "show(lambda: \(anything(1)))"
        case 7: return "assert \(condition(context)), 'm'"
        default: return "print(\(random.below(100)))"
        }
    }

    private mutating func tryStatement(_ depth: Int, _ context: Context) -> String {
        var text = "try:\n" + indented(block(depth - 1, context: context))
        let handlers = random.pick([
            "Exception as e", "(ValueError, KeyError) as e", "TypeError", "ArithmeticError as e",
            "LookupError",
        ])
        let ending = random.below(4)
        if ending != 0 {
            text += "\nexcept \(handlers):\n"
            let look =
                handlers.hasSuffix("as e")
                ? "print('caught', type(e).__name__, e, repr(e.__context__))\n"
                : "print('caught')\n"
            text += indented(look + block(depth - 1, context: context))
            if random.once(in: 3) {
                text += "\nelse:\n" + indented(block(depth - 1, context: context))
            }
        }
        if ending == 0 || ending == 3 {
            text +=
                "\nfinally:\n" + indented("print('finally')\n" + block(depth - 1, context: context))
        }
        return text
    }

    private mutating func withStatement(_ depth: Int, _ context: Context) -> String {
        let manager =
            "type('M', (), {'__enter__': lambda s: print('enter') or \(smallInt()), '__exit__': lambda s, *a: print('exit', a[0]) or \(random.pick(["True", "False", "False"]))})()"
        return "with \(manager) as \(context.name):\n"
            + indented(block(depth - 1, context: context))
    }

    mutating func loop() -> String {
        "x = \(anything(1))\ntry:\n" + indented(block(3, context: Context()))
            + "\nexcept Exception as error:\n    print('outside', type(error).__name__, error)"
    }

    /// Slices, items and attributes that are set and deleted.
    mutating func changes() -> String {
        let name = fresh("c")
        var lines = [
            "\(name) = \(expression(random.pick([.list, .list, .dict, .bytearray, .tuple]), depth: 1))"
        ]
        for _ in 0..<(1 + random.below(4)) {
            let place =
                random.once(in: 2) ? sliceText() : (random.once(in: 3) ? anything(0) : smallInt())
            let value = anything(1)
            let change =
                switch random.below(6) {
                case 0: "del \(name)[\(place)]"
                case 1: "\(name)[\(place)] += \(value)"
                case 2: "\(name) += \(value)"
                case 3: "\(name) *= \(smallInt())"
                default: "\(name)[\(place)] = \(value)"
                }
            lines.append(
                "try: \(change)\nexcept Exception as e: print(type(e).__name__, e)\nshow(lambda: \(name))"
            )
        }
        return lines.joined(separator: "\n")
    }

    mutating func unpacking() -> String {
        let target = random.pick([
            "a, b", "a, *b", "*a, b", "a, (b, *c)", "[a, b, c]", "a, *b, c", "*a,", "(a), b",
            "a, b = c",
        ])
        return
            "try:\n    \(target) = \(expression(random.pick([.list, .tuple, .str, .dict, .range]), depth: 1))\n"
            + "    show(lambda: (a, b))\nexcept Exception as e: print(type(e).__name__, e)"
    }

    mutating func matchStatement() -> String {
        let patterns = [
            "1 | 2", "[a, b]", "[a, *rest]", "(1, x) | [x]", "{'a': x}", "{'a': 1, **rest}",
            "int(x)", "str() as x",
            "[int(), *_]", "-1", "1.5", "'abc'", "None", "True", "list(x)", "{}", "[]", "[[a], *_]",
            "float()",
            "[_, _, *x] if x", "x if x == x", "dict(keys=k)", "complex(real=1, imag=i)", "b'a'",
            "1+2j",
            "tuple((a, b))", "set()", "bool(x)", "{1: x, 2: _}", "range(start=s)",
            "{'a': {'b': x}}",
        ]
        var text = "match \(anything(2)):\n"
        for _ in 0..<(2 + random.below(4)) {
            let pattern = random.pick(patterns)
            text +=
                "    case \(pattern): print(\(random.below(99)), {k: repr(v) for k, v in sorted(locals().items()) if len(k) == 1 or k == 'rest'})\n"
        }
        return "try:\n"
            + indented("a = b = x = k = i = s = rest = None\n" + text + "    case _: print('none')")
            + "\nexcept Exception as e: print(type(e).__name__, e)"
    }
}
