extension StorableNotes {
    /// What functions of the library made: classes, patterns, tables, functions.
    static let made = [
        Note(
            "data classes",
            "from dataclasses import dataclass, field, replace\n@dataclass(order=True)\nclass P:\n    x: int\n    y: float = 2.5\n    tags: list = field(default_factory=list)\np = P(1)\nq = replace(p, x=4)",
            "p.tags.append('t')", "print(p, q, p < q, P(1).tags, p == P(1))",
            "@dataclass(frozen=True)\nclass F:\n    a: int\nprint(hash(F(1)) == hash(F(1)), F.__name__)"
        ),
        Note(
            "named tuples",
            "from collections import namedtuple\nfrom typing import NamedTuple\nT = namedtuple('T', 'h c', defaults=[0])\nclass S(NamedTuple):\n    a: int\n    b: str = 'z'\nt = T(1)\ns = S(5)",
            "u = t._replace(c=9)", "print(t, u, s, T._fields, u.h, s.b)",
            "print(T(3), S(1, 'k')._asdict())"),
        Note(
            "enumerations",
            "from enum import Enum, IntEnum, auto\nclass Mode(Enum):\n    TRAIN = 1\n    TEST = auto()\nclass L(IntEnum):\n    LOW = 0\n    HIGH = 5\nm = Mode.TEST\nd = {Mode.TRAIN: 'a'}",
            "d[m] = 'b'", "print(m, d, list(Mode), Mode['TRAIN'] is Mode(1), L.HIGH + 1)",
            "print(m is Mode.TEST, L(5), Mode.TRAIN.name)"),
        Note(
            "patterns",
            "import re\np = re.compile(r'(\\w+)-(?P<n>\\d+)', re.I)\nm = p.search('ab-12 cd-3')",
            "words = p.findall('x-1 y-2')", "print(p, m, m.group('n'), words, p.flags)",
            "print(p.sub(r'\\2', 'q-7'), m.span())"),
        Note(
            "arrays of other classes",
            "import numpy as np\no = np.array([1, 'two', None], dtype=object)\nm = np.ma.array([1, 2, 3], mask=[0, 1, 0])",
            "o[0] = [5]", "print(o, type(o), o == 'two')\nprint(m, m.mean())",
            "print(o[0], m + 1, o.dtype)"),
        Note(
            "more layers",
            "import numpy as np, tensorflow as tf\nfrom tensorflow.keras import layers\ntf.random.set_seed(1)\nx = np.ones((2, 3, 4), 'float32')\na = layers.Attention()\nn = layers.GaussianNoise(0.1)\nr = layers.RNN([layers.LSTMCell(3), layers.GRUCell(2)])\nl = layers.Lambda(lambda t: t * 2)\no = layers.LayerNormalization()",
            "y = a([x, x])\nr(x)", "print(a([x, x])[0, 0], y[0, 0], n(x, training=True)[0, 0])",
            "print(r(x)[0], l(x)[0, 0], o(x)[0, 0])"),
        Note(
            "texts and tokens",
            "import tensorflow as tf\nfrom tensorflow.keras import layers\nfrom tensorflow.keras.preprocessing.text import Tokenizer\nt = Tokenizer(num_words=9)\nt.fit_on_texts(['a b a', 'c'])\nv = layers.TextVectorization(output_sequence_length=3)\nv.adapt(['x y', 'y z'])\ns = layers.StringLookup(vocabulary=['p', 'q'])",
            "k = t.texts_to_sequences(['a c'])",
            "print(k, t.word_index, v(['y q']), s(['q', 'r']))",
            "print(v.get_vocabulary(), t.word_counts)"),
        Note(
            "context managers and decorators",
            "from contextlib import contextmanager\nimport functools, operator\n@contextmanager\ndef noted(name):\n    print('in', name)\n    yield name\n    print('out', name)\ng = operator.itemgetter(1)\nh = operator.attrgetter('real')\nmul = functools.partial(operator.mul, 3)\n@functools.singledispatch\ndef f(x):\n    return 'any'\n@f.register(int)\ndef _f(x):\n    return 'int'",
            "with noted('a') as n:\n    pass", "print(n, g([1, 2]), h(3), mul(4), f(1), f('x'))",
            "with noted('b'):\n    print(sorted([(2, 1), (1, 2)], key=g))"),
    ]
}
