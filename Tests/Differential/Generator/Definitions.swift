/// Functions, generators and classes.
extension ProgramGenerator {
    private mutating func parameters() -> String {
        random.pick([
            "x", "x=1", "x, y=2", "x, *args", "x, **rest", "x, /, y=1", "x, *, y=3",
            "x, y=1, *args, z=2, **rest",
            "*x", "**x", "x, /, *, y", "x, y, z=(1,)",
        ])
    }

    private mutating func callArguments() -> String {
        let parts = (0..<random.below(4)).map { _ in
            switch random.below(8) {
            case 0: "y=\(anything(0))"
            case 1: "z=\(anything(0))"
            case 2: "*items(\(anything(0)))"
            case 3: "**{'k': \(anything(0))}"
            case 4: "x=\(smallInt())"
            default: anything(1)
            }
        }
        // Keywords behind positional arguments, and each name once.
        var seen: Set<Substring> = []
        let sorted = parts.filter { !isKeyword($0) } + parts.filter(isKeyword)
        return sorted.filter { part in
            guard isKeyword(part), !part.hasPrefix("**") else { return true }
            return seen.insert(part.prefix(2)).inserted
        }.joined(separator: ", ")
    }

    private func isKeyword(_ part: String) -> Bool {
        part.hasPrefix("**") || part.dropFirst().first == "=" && part.dropFirst(2).first != "="
    }

    mutating func function() -> String {
        let name = fresh("f")
        var body = block(3, context: Context(isFunction: true))
        if random.once(in: 3) {
            let inner = fresh("g")
            body =
                "k = 0\ndef \(inner)():\n    nonlocal k, x\n    k += 1\n    x = (x, k)\n    return k\n\(inner)()\n"
                + body
                + "\nprint(k, \(inner)())"
        }
        let calls = (0..<(1 + random.below(2))).map { _ in shown("\(name)(\(callArguments()))") }
        return "def \(name)(\(parameters())):\n" + indented(body) + "\n"
            + calls.joined(separator: "\n")
    }

    mutating func generatorFunction() -> String {
        let name = fresh("g")
        let body = block(3, context: Context(isFunction: true, isGenerator: true)) + "\nyield x"
        var lines = ["def \(name)(x):\n" + indented(body), "it = \(name)(\(anything(1)))"]
        for _ in 0..<(1 + random.below(4)) {
            lines.append(
                random.pick([
                    "show(lambda: next(it))", "show(lambda: it.send(None))",
                    "show(lambda: it.send(5))",
                    "show(lambda: it.throw(ValueError('t')))", "show(lambda: it.close())",
                    "show(lambda: items(it, 5))",
                    "show(lambda: it.throw(KeyError))", "show(lambda: next(it, 'end'))",
                ]))
        }
        // Nothing is left to be closed whenever the memory is tidied up.
        lines.append("show(lambda: it.close())")
        return lines.joined(separator: "\n")
    }

    mutating func classDefinition() -> String {
        let base = fresh("A")
        let name = fresh("B")
        let special = [
            "def __repr__(self): return '<%s %r>' % (type(self).__name__, self.v)",
            "def __str__(self): return \(anything(0))",
            "def __eq__(self, o): return \(random.pick(["True", "NotImplemented", "self.v == o", "o"]))",
            "def __lt__(self, o): return \(random.pick(["True", "NotImplemented", "self.v < o"]))",
            "def __add__(self, o): return \(random.pick(["NotImplemented", "(self.v, o)", "self.v + o"]))",
            "def __radd__(self, o): return \(random.pick(["NotImplemented", "(o, self.v)", "o + self.v"]))",
            "def __iadd__(self, o): self.v = (self.v, o); return self",
            "def __mul__(self, o): return \(random.pick(["NotImplemented", "(self.v, '*', o)"]))",
            "def __rmul__(self, o): return (o, '*', self.v)",
            "def __len__(self): return \(random.pick(["3", "0", "-1", "'x'", "2**70"]))",
            "def __bool__(self): return \(random.pick(["True", "False", "1"]))",
            "def __getitem__(self, i): return \(random.pick(["[4, 5][i]", "[1, 2, 3][i]", "self.v[i]"]))",
            "def __contains__(self, i): return \(random.pick(["i", "False", "i == 1"]))",
            "def __iter__(self): return \(random.pick(["iter(self.v)", "iter([1, 2])", "3", "(q for q in 'ab')"]))",
            "def __call__(self, *a, **k): return a, sorted(k)",
            "def __hash__(self): return \(random.pick(["1", "-1", "2**70", "'x'"]))",
            "def __format__(self, s): return \(random.pick(["'F' + s", "1", "s"]))",
            "def __getattr__(self, n): return n + '!'",
            "def __index__(self): return \(random.pick(["1", "2", "'x'", "True"]))",
            "def __int__(self): return \(random.pick(["1", "2.5"]))",
            "def __float__(self): return \(random.pick(["1.5", "2"]))",
            "def __neg__(self): return ('neg', self.v)",
            "def __abs__(self): return 'abs'",
            "def __round__(self, n=None): return ('round', n)",
            "def __divmod__(self, o): return 'dm', o",
            "def __setitem__(self, k, v): print('set', k, v)",
            "def __delitem__(self, k): print('del', k)",
            "def __enter__(self): print('enter'); return self",
            "def __exit__(self, *a): print('exit'); return True",
            "@property\n    def p(self): return self.v",
            "@p.setter\n    def p(self, v): self.v = ('p', v)",
            "@staticmethod\n    def s(*a): return a",
            "@classmethod\n    def c(cls, *a): return cls.__name__, a",
            "__slots__ = ('v', 'w')", "attribute = \(anything(0))",
            "def __reversed__(self): return iter('reversed')",
            "def __missing__(self, k): return ('missing', k)",
            "def __pow__(self, o, m=None): return ('pow', o, m)",
            "def __matmul__(self, o): return ('@', o)",
            "def __next__(self): raise StopIteration",
            "def __instancecheck__(self, o): return True",
            "def __set_name__(self, o, n): print(n)",
            "def __init_subclass__(cls, **k): print('subclass', cls.__name__, k)",
            "def __class_getitem__(cls, k): return k",
            "def __dir__(self): return ['z', 'a']",
            "def __complex__(self): return \(random.pick(["1j", "1"]))",
            "def __bytes__(self): return b'by'",
            "def __length_hint__(self): return 2",
            "def __sub__(self, o): return super().__sub__(o)",
            "def __setattr__(self, n, v): object.__setattr__(self, n, [n, v])",
            "def __delattr__(self, n): print('delattr', n)",
            "def __ge__(self, o): return []", "def __gt__(self, o): return 'gt'",
            "def __ne__(self, o): return 0",
        ]
        let start = "def __init__(self, v=1): self.v = v"
        let parent = random.pick([
            "", "", "", "(int)", "(list)", "(dict)", "(str)", "(tuple)", "(float)", "(Exception)",
        ])
        let hasInit = parent.isEmpty || parent == "(list)" || parent == "(dict)"
        var text = "class \(base)\(parent):\n    v = 0\n"
        if hasInit { text = "class \(base)\(parent):\n    \(start)\n" }
        for _ in 0..<(1 + random.below(4)) { text += "    " + random.pick(special) + "\n" }
        text += "class \(name)(\(base)):\n"
        if random.once(in: 2) {
            text += "    def __init__(self, *a): super().__init__(*a); print('init', len(a))\n"
        }
        for _ in 0..<(1 + random.below(3)) { text += "    " + random.pick(special) + "\n" }
        var lines = [
            "o = show(lambda: \(name)(\(random.pick(["", "2", "[1, 2]", "'ab'", "(3, 4)", "{1: 2}"]))))",
            "u = show(lambda: \(base)())",
        ]
        for _ in 0..<(3 + random.below(5)) { lines.append(shown(use())) }
        return "try:\n" + indented(text + lines.joined(separator: "\n"))
            + "\nexcept Exception as e: print('class', type(e).__name__, e)"
    }

    private mutating func use() -> String {
        let uses = [
            "o + $a", "$a + o", "o == $a", "o < $a", "o * $i", "$i * o", "len(o)", "bool(o)",
            "o[$i]", "$a in o",
            "items(o)", "o(1, k=2)", "hash(o) == hash(o)", "f'{o}'", "f'{o:>8}'", "str(o)",
            "repr(o)",
            "o.missing", "int(o)",
            "float(o)", "-o", "abs(o)", "round(o)", "round(o, 2)", "divmod(o, 2)", "o.p",
            "setattr(o, 'p', 5)", "o.v",
            "o.s(1)", "type(o).s(1)", "o.c(2)", "[1, 2, 3][o]", "sorted([o, u])", "u == o", "o - 1",
            "o ** 2",
            "power(o, 2, 3)", "o @ 1", "delattr(o, 'v')", "setattr(o, 'new', 1)",
            "isinstance(o, type(u))",
            "[o, u].index(o)", "{o: 1}[o]", "'%s %r' % (o, u)", "complex(o)", "bytes(o)",
            "items(reversed(o))",
            "max(o, u)", "o != u", "o >= 1", "o > 1", "type(o)[3]", "next(o)", "range(o)",
            "'ab' * o", "vars(o)",
            "type(o).__mro__[1:]", "o is not u", "sum([u, o])", "'{0.v}'.format(o)",
            "len('{:5}'.format(o))",
            "type(o).__name__", "super(type(o), o).v", "o.append(1)", "list(o)", "tuple(o)",
            "dict(o)", "set(o)",
            "str(o).upper()", "'-'.join(o)", "[*o]", "(lambda *a: a)(*o)",
            "o or 'false'",
            "not o", "iter(o) is o", "print(o)", "[o]", "{'k': o}", "o.args", "o.upper()", "o.real",
            "o.get(1)",
            "o[1:2]", "all(o)", "min(o, default=3)", "zip(o, o) and 1", "enumerate(o) and 1",
            "o % 3", "o // 2",
            "ascii(o)", "format(o, 's')", "format(o, '5d')", "chr(o)", "hex(o)", "'abc'[o:]",
            "exec('o')",
            "object.__repr__(o) and 1", "o.__class__ is type(o)", "callable(o)", "hasattr(o, 'zz')",
            "dir(o)[:0]",
        ]
        return template(random.pick(uses), depth: 0)
    }
}
