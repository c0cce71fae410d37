/// Classes that describe attributes, make classes, count themselves or are data.
extension ProgramGenerator {
    mutating func richerClass() -> String {
        let text = random.pick([
            descriptorClass(), metaclass(), dataClass(), enumeration(), abstractClass(),
            chainedErrors(), groupedErrors(), closures(), contextManager(), coroutineLike(),
        ])
        return "try:\n" + indented(text)
            + "\nexcept Exception as e: print('class', type(e).__name__, e)"
    }

    private mutating func descriptorClass() -> String {
        let (descriptor, owner) = (fresh("D"), fresh("O"))
        let set = random.pick([
            "def __set__(self, o, v): o.__dict__[self.n] = (v, 1)",
            "def __set__(self, o, v): raise AttributeError(self.n)", "",
        ])
        let uses = [
            "o.d", "setattr(o, 'd', $a)", "o.__dict__", "\(owner).d", "delattr(o, 'd')", "vars(o)",
            "o.m", "o.s($a)", "\(owner).c()", "o.p", "hasattr(o, 'q')", "o.__class__.__name__",
        ]
        var lines = [
            "class \(descriptor):\n    def __set_name__(self, o, n): self.n = n; print('named', n)\n"
                + "    def __get__(self, o, t=None): return (self.n, o is None, t.__name__)"
                + (set.isEmpty ? "" : "\n    " + set),
            "class \(owner):\n    d = \(descriptor)()\n    @staticmethod\n    def s(x): return x\n"
                + "    @classmethod\n    def c(cls): return cls.__name__\n"
                + "    @property\n    def p(self): return self.d",
            "o = \(owner)()",
        ]
        for _ in 0..<(2 + random.below(4)) {
            lines.append(shown(template(random.pick(uses), depth: 0)))
        }
        return lines.joined(separator: "\n")
    }

    private mutating func metaclass() -> String {
        let (meta, name) = (fresh("M"), fresh("C"))
        let parts = [
            "def __call__(cls, *a): print('call', len(a)); return super().__call__(*a)",
            "def __len__(cls): return 4", "def __iter__(cls): return iter('meta')",
            "def __getattr__(cls, n): return n.upper()",
            "def __repr__(cls): return '<' + cls.__name__ + '>'",
            "def __contains__(cls, x): return x == 1",
            // A class that can be asked for items can be iterated: it must come to an end.
            "def __getitem__(cls, k): return [(k, cls.__name__)][isinstance(k, int) and k > 20]",
            "def __prepare__(name, bases, **k): print('prepare', sorted(k)); return {'given': 1}",
            "def __add__(cls, o): return 'added'", "def __instancecheck__(cls, o): return True",
        ]
        var text =
            "class \(meta)(type):\n    def __new__(m, n, b, d, **k): print('new', n, sorted(k)); return super().__new__(m, n, b, d)\n"
            + "    def __init__(c, n, b, d, **k): pass\n"
        for _ in 0..<(1 + random.below(3)) { text += "    " + random.pick(parts) + "\n" }
        text = text.replacing("    def __prepare__", with: "    @classmethod\n    def __prepare__")
            .replacing("__prepare__(name", with: "__prepare__(m, name")
        text +=
            "class \(name)(metaclass=\(meta)\(random.pick(["", ", flag=1"]))):\n    x = \(smallInt())\n"
        let uses = [
            "\(name)", "\(name)()", "len(\(name))", "list(\(name))", "\(name).nope", "1 in \(name)",
            "\(name)[$i]", "\(name) + 1", "isinstance(3, \(name))", "type(\(name)).__name__",
            "\(name).given",
            "\(name)(1)", "\(name).x", "repr(\(name)())[:9]", "bool(\(name))",
            "type('N', (\(name),), {})",
        ]
        return text
            + (0..<(2 + random.below(4))).map { _ in shown(template(random.pick(uses), depth: 0)) }
            .joined(separator: "\n")
    }

    private mutating func dataClass() -> String {
        let (name, child) = (fresh("R"), fresh("K"))
        let options = random.pick([
            "", "(order=True)", "(frozen=True)", "(eq=False)", "(repr=False)", "(kw_only=True)",
            "(slots=True)", "(unsafe_hash=True)", "(frozen=True, order=True)",
        ])
        let uses = [
            "o", "o == \(name)(a=1)", "o < \(name)(a=2)", "hash(o) == hash(\(name)(a=1))",
            "asdict(o)",
            "astuple(o)", "replace(o, a=$a)", "[f.name for f in fields(o)]", "setattr(o, 'a', $a)",
            "\(name)()", "\(name)(1, 2, 3, 4)", "\(name)(a=1, z=2)", "\(child)(a=1, c=$a)",
            "\(child)(1, 2)",
            "o.b", "\(name).b", "is_dataclass(\(name))", "\(name).__match_args__", "repr(o)",
            "sorted([o, o])",
        ]
        var lines = [
            "from dataclasses import *", "from typing import *",
            "@dataclass\(options)\nclass \(name):\n    a: int\n    b: list = field(default_factory=list\(random.pick(["", ", repr=False", ", compare=False", ", init=False"])))",
            "@dataclass\(options)\nclass \(child)(\(name)):\n    c: Any = \(random.pick([smallInt(), "'t'", "None"]))\(random.pick(["", "\n    def __post_init__(self): print('post', self.c)"]))",
            "o = \(name)(a=1)",
        ]
        for _ in 0..<(2 + random.below(5)) {
            lines.append(shown(template(random.pick(uses), depth: 0)))
        }
        return lines.joined(separator: "\n")
    }

    private mutating func enumeration() -> String {
        let name = fresh("E")
        let base = random.pick(["Enum", "IntEnum", "Flag", "IntFlag", "Enum"])
        let uses = [
            "\(name).A", "repr(\(name).B)", "\(name)($i)", "\(name)['A']", "\(name)[$s]",
            "list(\(name))",
            "\(name).A == 1", "\(name).A < \(name).B", "\(name).A | \(name).B",
            "\(name).A & \(name).B", "~\(name).A",
            "\(name).A in \(name)", "len(\(name))", "f'{\(name).A}'", "'%s' % \(name).B",
            "\(name).A.name",
            "\(name).C is \(name).A", "\(name).__members__", "setattr(\(name), 'A', 3)",
            "\(name).A + 1", "\(name).nope",
            "{\(name).A: 1}[\(name).A]", "sorted(\(name))", "bool(\(name).A)", "\(name)(3)",
            "isinstance(\(name).A, int)",
        ]
        var lines = [
            "from enum import *",
            "class \(name)(\(base)):\n    A = 1\n    B = \(random.pick(["2", "auto()", "4"]))\n    C = 1",
        ]
        for _ in 0..<(2 + random.below(5)) {
            lines.append(shown(template(random.pick(uses), depth: 0)))
        }
        return lines.joined(separator: "\n")
    }

    private mutating func abstractClass() -> String {
        let (name, child) = (fresh("S"), fresh("T"))
        return """
            from abc import *
            class \(name)(ABC):
                @abstractmethod
                def area(self): \(random.pick(["...", "return 1", "pass"]))
                \(random.pick(["@property\n    @abstractmethod\n    def side(self): ...", "def other(self): return self.area()"]))
            class \(child)(\(name)):
                \(random.pick(["def area(self): return super().area()", "side = 3", "area = side = None"]))
            show(lambda: \(name)())
            show(lambda: \(child)().area())
            show(lambda: \(child)().other())
            show(lambda: sorted(\(child).__abstractmethods__))
            """
    }

    private mutating func chainedErrors() -> String {
        let name = fresh("X")
        let kinds = ["ValueError", "KeyError", "TypeError", "OSError", name, "ZeroDivisionError"]
        let raise =
            "raise \(random.pick(kinds))(\(random.pick(["", "'m'", "1, 2"])))\(random.pick(["", " from e", " from None", " from KeyError('c')"]))"
        return """
            class \(name)(\(random.pick(["Exception", "ValueError", "KeyError", "LookupError, TypeError"]))):
                \(random.pick(["pass", "def __str__(self): return 'str'", "def __init__(self, *a): super().__init__('i', *a)"]))
            def chain():
                try:
                    raise \(random.pick(kinds))(\(random.pick(["", "'first'", "3"])))
                except \(random.pick(["Exception", "LookupError", "(ValueError, OSError)", name])) as e:
                    \(random.pick(["e.add_note('note')", "print(repr(e))", "pass"]))
                    \(raise)
                finally:
                    print('last')
            try: chain()
            except Exception as e:
                while e is not None:
                    print(type(e).__name__, e, e.args, e.__suppress_context__, getattr(e, '__notes__', 0))
                    e = e.__cause__ or e.__context__
            """
    }

    private mutating func groupedErrors() -> String {
        let leaves = (0..<(1 + random.below(3))).map { _ in
            random.pick([
                "ValueError(1)", "TypeError('t')", "KeyError('k')",
                "ExceptionGroup('n', [OSError(2), ValueError(3)])",
            ])
        }
        return """
            try:
                try:
                    raise \(random.pick(["ExceptionGroup('g', [\(leaves.joined(separator: ", "))])", "ValueError('alone')"]))
                except* \(random.pick(["ValueError", "(KeyError, OSError)"])) as part:
                    print('first', repr(part)); \(random.pick(["pass", "raise", "raise TypeError('new')", "1 / 0"]))
                except* \(random.pick(["TypeError", "OSError", "Exception"])) as part:
                    print('second', repr(part))
                \(random.pick(["else: print('else')", "finally: print('finally')"]))
            except BaseException as e: print('out', repr(e), getattr(e, 'exceptions', None))
            """
    }

    private mutating func closures() -> String {
        let name = fresh("w")
        return """
            def \(name)(f=None, *, n=\(smallInt())):
                calls = []
                def inner(*a, **k):
                    nonlocal n
                    n += 1; calls.append(len(a))
                    return (n, calls[-2:], f(*a, **k) if f else None)
                inner.calls = calls
                return inner
            @\(random.pick([name, "\(name)", "lambda f: \(name)(f, n=7)"]))
            def target(x, y=2, /, *z, k=3, **r): return (x, y, z, k, sorted(r))
            show(lambda: target(\(smallInt())))
            show(lambda: target(\(random.pick(["1, 2, 3, k=4", "x=1", "1, q=2", "*[1, 2], **{'k': 0}", ""]))))
            show(lambda: target.calls)
            show(lambda: [f() for f in [lambda i=i: i for i in range(3)]] + [g() for g in [lambda: i for i in range(2)]])
            """
    }

    private mutating func contextManager() -> String {
        let name = fresh("cm")
        return """
            from contextlib import *
            @contextmanager
            def \(name)(x):
                print('enter', x)
                try:
                    yield \(random.pick(["x", "[x]", "None"]))
                \(random.pick(["except ValueError as e: print('caught', e)", "finally: print('exit')"]))
            try:
                with \(name)(1) as a, \(random.pick(["suppress(KeyError)", "\(name)(2) as b", "nullcontext(3) as b"])):
                    print(a); raise \(random.pick(["ValueError('v')", "KeyError('k')", "TypeError"]))
            except Exception as e: print('out', type(e).__name__, e)
            with ExitStack() as s:
                s.callback(print, 'callback'); s.enter_context(\(name)(\(smallInt())))
            """
    }

    private mutating func coroutineLike() -> String {
        let name = fresh("co")
        let steps = (0..<(2 + random.below(4))).map { _ in
            shown(
                random.pick([
                    "next(g)", "g.send(\(smallInt()))", "g.throw(ValueError('t'))",
                    "g.throw(KeyError)",
                    "g.close()", "g.gi_running", "g.gi_frame is None", "list(g)",
                ]))
        }
        return """
            def inner\(name)(n):
                try:
                    got = yield n
                    while got: got = yield got * 2
                except KeyError: yield 'key'
                finally: print('inner over')
                return n
            def \(name)():
                for n in range(3):
                    try: r = yield from inner\(name)(n)
                    except ValueError as e: r = yield e.args
                    print('r', r)
                return 'end'
            g = \(name)()
            \(steps.joined(separator: "\n"))
            show(lambda: g.close())
            """
    }
}
