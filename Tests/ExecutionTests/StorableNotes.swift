import Testing

/// Notes whose cells leave all kinds of state behind for those that follow.
enum StorableNotes {
    struct Note: Sendable, CustomTestStringConvertible {
        let name: String
        let cells: [String]

        init(_ name: String, _ cells: String...) { (self.name, self.cells) = (name, cells) }

        var testDescription: String { name }
    }

    static let all = language + classes + library + arrays + tensors + keras + made

    /// One of each kind.
    static let several = [language[1], classes[0], library[0], arrays[0], tensors[1], keras[1]]

    private static let language = [
        Note(
            "aliases", "a = [1, 2]\nb = a\nc = {'k': a, 'self': None}\nc['self'] = c",
            "b.append(3)", "print(a, c['k'] is b, c['self'] is c)",
            "c['k'].clear()\nprint(a, b)"),
        Note(
            "closures",
            "def counter():\n    n = 0\n    def up():\n        nonlocal n\n        n += 1\n        return n\n    def now():\n        return n\n    return up, now\nup, now = counter()",
            "up(); up()", "print(up(), now())", "other, _now = counter()\nprint(other(), now())"),
        Note(
            "defaults",
            "def f(x, seen=[], *, table={}):\n    seen.append(x)\n    table[x] = len(seen)\n    return seen, table",
            "f(1)", "print(f(2))", "f.__defaults__[0].append('mine')\nprint(f(3), f.__name__)"),
        Note(
            "function attributes and annotations",
            "def f(a: int, b: 'text' = 2) -> float:\n    'help'\n    return a\nf.calls = 0",
            "f.calls += 1\nf.__annotations__['a'] = str",
            "print(f.calls, f.__annotations__, f.__doc__)",
            "import inspect\nprint(inspect.signature(f))"),
        Note(
            "globals of functions",
            "k = 1\ndef f():\n    return k\ndef g():\n    global k\n    k += 10",
            "g()", "print(f())", "k = 'new'\nprint(f())",
            "del k\ntry:\n    f()\nexcept NameError as e:\n    print(e)"),
        Note(
            "sets and dictionaries",
            "s = {33, 1, 65, 'b', 'a', (1, 2), 129}\ns.discard(1)\nf = frozenset([3, 1])\nd = {1: 'a', 'z': 2, (1,): 3}",
            "del d[1]\nd[1] = 'late'\ns.add(97)", "print(s, d, f, d.get(1.0))",
            "s.pop()\nprint(list(s), {f: 1}[f])"),
        Note(
            "numbers and text",
            "a = 2 ** 200\nb = -0.0\nc = 3 - 4j\nd = '日本語' * 3\ne = b'\\x00\\xff'\nf = bytearray(e)\ng = range(10, 0, -3)\nh = slice(1, None, 2)\nn = float('nan')\ni = float('inf')",
            "f.append(7)", "print(a, b, c, d[2], e, f, list(g), h, n, -i)",
            "print(a % 97, d[h], n != n)"),
        Note(
            "identity",
            "x = 'a text with spaces'\ny = x\nt = (1, [2])\nu = (t, t)\nprint(id(x) == id(y))",
            "print(x is y, u[0] is u[1], id(t), hash(x))", "o = object()\nprint(id(o), id(t))",
            "print(id(o), repr(o), u[0] is t)"),
        Note(
            "constants are shared",
            "def f():\n    return 'a constant text', (1, 'two')\nx, y = f()",
            "print(f()[0] is x)", "print(x is f()[0], y)"),
        Note(
            "exceptions",
            "def fail():\n    raise ValueError('no', 3)\ntry:\n    fail()\nexcept ValueError as e:\n    kept = e\ntry:\n    raise KeyError('k') from kept\nexcept KeyError as e:\n    second = e",
            "print(repr(kept), kept.args, second.__cause__ is kept)",
            "import traceback\ntraceback.print_exception(kept)", "raise second"),
        Note(
            "a failing cell", "x = [1]", "x.append(2)\nx[9]", "print(x)", "undefined", "print(x)"),
        Note(
            "history", "1 + 1", "'two'", "print(_, __, Out[1], len(In))", "_1 + 1",
            "print(_, _4, Out, In[2])"),
        Note(
            "names", "b = 1\na = 2\nif False:\n    late = 0",
            "print([n for n in dir() if not n.startswith('_')])",
            "late = 1", "print([n for n in globals() if not n.startswith('_')])"),
        Note(
            "comprehensions and lambdas",
            "fs = [lambda x, i=i: x * i for i in range(3)]\nsq = {i: i * i for i in range(5)}",
            "print([f(2) for f in fs], sq)", "key = lambda p: -p\nprint(sorted(sq, key=key))"),
        Note(
            "code made of text",
            "exec('def f(x):\\n    return x + 1')\ng = eval('lambda x: x * 2')",
            "print(f(1), g(2))", "print(g(f(3)))"),
        Note(
            "recursion and limits",
            "import sys\nsys.setrecursionlimit(200)\ndef deep(n):\n    return 0 if n == 0 else 1 + deep(n - 1)",
            "print(deep(50), sys.getrecursionlimit())",
            "try:\n    deep(400)\nexcept RecursionError as e:\n    print(e)"),
    ]

    private static let classes = [
        Note(
            "instances",
            "class P:\n    count = 0\n    def __init__(self, x):\n        self.x = x\n        P.count += 1\n    def move(self, d):\n        self.x += d\n        return self\n    def __repr__(self):\n        return f'P({self.x})'\np = P(1)\nq = p",
            "p.move(2)\np.extra = [p]", "print(q, P.count, q.extra[0] is p, P(5), vars(q))",
            "P.move = lambda self, d: 'patched'\nprint(q.move(1))",
            "print(type(p) is P, isinstance(q, P), P.__subclasses__())"),
        Note(
            "inheritance",
            "class A:\n    def hello(self):\n        return 'A'\n    @property\n    def size(self):\n        return self._size\n    @size.setter\n    def size(self, v):\n        self._size = v * 2\n    @staticmethod\n    def s(x):\n        return x\n    @classmethod\n    def make(cls):\n        return cls()\nclass B(A):\n    def hello(self):\n        return super().hello() + 'B'\nb = B.make()",
            "b.size = 3\nm = b.hello", "print(b.hello(), b.size, m(), B.s(1), A.__subclasses__())",
            "class C(B): pass\nprint(C().hello(), C.__mro__)",
            "print(B.__subclasses__(), m.__self__ is b)"),
        Note(
            "classes of built-in types",
            "class L(list):\n    tag = 1\nclass D(dict):\n    def __missing__(self, k):\n        return k * 2\nclass I(int):\n    pass\nclass S(str):\n    pass\nclass T(tuple): pass\nclass E(ValueError): pass\nl = L([1]); l.mark = 'm'\nd = D(a=1); i = I(5); i.unit = 's'; s = S('t'); t = T((1, 2)); e = E('x', 1)",
            "l.append(2)\nd['b'] = 2",
            "print(l, l.mark, d, d['zz'], i + 1, i.unit, s, t, repr(e), type(t).__name__)"),
        Note(
            "special methods",
            "class V:\n    def __init__(self, *v):\n        self.v = v\n    def __add__(self, o):\n        return V(*(a + b for a, b in zip(self.v, o.v)))\n    def __eq__(self, o):\n        return self.v == o.v\n    def __hash__(self):\n        return hash(self.v)\n    def __getitem__(self, i):\n        return self.v[i]\n    def __len__(self):\n        return len(self.v)\n    def __call__(self, k):\n        return V(*(k * x for x in self.v))\na = V(1, 2)\ntable = {a: 'first', V(3, 4): 'second'}\nseen = {a}",
            "b = a + V(1, 1)", "print(b.v, table[V(3, 4)], V(1, 2) in seen, len(b), b(2)[1])"),
        Note(
            "slots and dictionaries of instances",
            "class S:\n    __slots__ = ('a', 'b')\n    def __init__(self):\n        self.a = 1\nclass O: pass\ns = S(); o = O(); o.x = 1\nspace = o.__dict__",
            "s.b = 2\nspace['y'] = 5", "print(s.a, s.b, o.y, space is o.__dict__)",
            "try:\n    s.c = 1\nexcept AttributeError as e:\n    print(e)"),
        Note(
            "metaclasses and descriptors",
            "class M(type):\n    def __new__(m, name, bases, ns):\n        ns['made'] = name\n        return super().__new__(m, name, bases, ns)\nclass Get:\n    def __set_name__(self, owner, name):\n        self.name = '_' + name\n    def __get__(self, o, t=None):\n        return getattr(o, self.name, 'none')\n    def __set__(self, o, v):\n        setattr(o, self.name, v)\nclass X(metaclass=M):\n    f = Get()\nx = X()",
            "x.f = 4", "print(x.f, X.made, type(X) is M)"),
        Note(
            "abstract classes",
            "from abc import ABC, abstractmethod\nclass Base(ABC):\n    @abstractmethod\n    def f(self): ...\nclass Good(Base):\n    def f(self):\n        return 1\ng = Good()",
            "print(g.f())", "try:\n    Base()\nexcept TypeError as e:\n    print(e)"),
    ]

    private static let library = [
        Note(
            "random numbers", "import random\nrandom.seed(3)\na = random.random()",
            "b = random.gauss(0, 1)",
            "print(a, b, random.random(), random.gauss(0, 1))", "r = random.Random(5)\nr.random()",
            "print(r.random(), random.randint(0, 99))"),
        Note(
            "unseeded random numbers", "import random, numpy as np\nx = random.random()",
            "y = np.random.rand()", "print(x, y, random.random(), np.random.rand())"),
        Note(
            "collections",
            "from collections import defaultdict, Counter, OrderedDict, deque\nd = defaultdict(list)\nd['a'].append(1)\nc = Counter('hello')\no = OrderedDict(b=1, a=2)\nq = deque([1, 2, 3], maxlen=3)",
            "d['b'].append(2)\nc.update('oo')\no.move_to_end('b')\nq.append(4)",
            "print(d, c, o, q, c.most_common(2))"),
        Note(
            "functools",
            "from functools import partial, lru_cache, wraps, reduce\n@lru_cache(maxsize=None)\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nadd = partial(lambda a, b: a + b, 10)\ndef loud(f):\n    @wraps(f)\n    def inner(*a):\n        inner.n += 1\n        return f(*a)\n    inner.n = 0\n    return inner\n@loud\ndef g(x):\n    return x",
            "fib(20)\ng(1)", "print(fib.cache_info(), add(5), g(2), g.n, g.__name__)"),
        Note(
            "a module beside the note", "import helper\nhelper.note(1)",
            "print(helper.note(2), helper.calls)",
            "helper.calls.append('mine')\nfrom helper import note", "print(note(3), helper.calls)"),
        Note(
            "files",
            "with open('out.txt', 'w') as f:\n    f.write('one\\n')\nimport csv, json\nrows = list(csv.reader(open('data.csv')))\ndel f",
            "with open('out.txt', 'a') as f:\n    f.write('two\\n')\ndel f\nimport os\nos.makedirs('sub')",
            "print(open('out.txt').read(), rows, sorted(os.listdir('.')))",
            "os.remove('out.txt')\nprint(os.path.exists('out.txt'), os.path.isdir('sub'))"),
        Note(
            "warnings and logging",
            "import warnings\ndef f():\n    warnings.warn('once here')\nf()", "f()",
            "warnings.simplefilter('ignore')\nf()",
            "f()"),
        Note(
            "settings",
            "import numpy as np\nnp.set_printoptions(precision=2, suppress=True)\nimport matplotlib.pyplot as plt\nplt.rcParams['font.sans-serif'] = ['SimHei']\nplt.rcParams['figure.figsize'] = (3, 2)",
            "print(np.array([1.23456, 1e-9]), plt.rcParams['font.sans-serif'])",
            "plt.plot([1, 2], [3, 4])\nplt.title('t')\nplt.show()", "plt.plot([1, 2])"),
        Note(
            "types and dates",
            "from datetime import datetime, timedelta\nfrom fractions import Fraction\nfrom typing import List, Optional\nimport math\nd = datetime(2020, 1, 2, 3)\nw = timedelta(days=2)\nf = Fraction(1, 3)\nL = List[int]\nO = Optional[str]\nu = int | None",
            "d += w", "print(d, f + 1, L, O, u, math.pi)"),
        Note(
            "generators that are over",
            "def g():\n    yield 1\nx = list(g())\nm = map(str, [1])\nl = list(m)\ndel m",
            "print(x, l)", "print(list(g()))"),
    ]

    private static let arrays = [
        Note(
            "views",
            "import numpy as np\na = np.arange(12.).reshape(3, 4)\nrow = a[1]\nt = a.T\nback = a[::-1, ::2]",
            "row[:] = -1", "print(a, t[0], back)",
            "back[0, 0] = 99\nprint(a[2], row.base is a, back.base is a)", "a += 1\nprint(t)"),
        Note(
            "kinds of elements",
            "import numpy as np\ni = np.array([1, 2], dtype=np.int8)\nb = np.array([True, False])\nc = np.array([1 + 2j])\ns = np.array(['ab', 'c'])\nf = np.float32(0.1)\nd = np.dtype('float32')\nz = np.zeros((2, 0))",
            "i[0] = 100\ns[1] = 'zz'", "print(i, b, c, s, f, repr(f), d, z.shape, s.dtype)",
            "print(i + i, f + 1, np.float64(f))"),
        Note(
            "random arrays",
            "import numpy as np\nnp.random.seed(0)\nw = np.random.randn(2, 2)\ng = np.random.default_rng(1)\nx = g.normal()\ns = np.random.RandomState(4)",
            "y = g.integers(0, 9, 3)\nnp.random.randn()",
            "print(w, x, y, g.random(), s.rand(), np.random.randn())",
            "print(np.random.permutation(4), g.choice(5))"),
        Note(
            "a network by hand",
            "import numpy as np\nrng = np.random.RandomState(0)\nclass RNN:\n    def __init__(self, n, h):\n        self.wx = rng.randn(n, h) * 0.1\n        self.wh = rng.randn(h, h) * 0.1\n        self.h = np.zeros(h)\n    def step(self, x):\n        self.h = np.tanh(x @ self.wx + self.h @ self.wh)\n        return self.h\nnet = RNN(3, 4)\nlosses = []",
            "for t in range(5):\n    losses.append(float(net.step(np.ones(3)).sum()))",
            "print(losses, net.h)", "net.wx -= 0.1\nprint(net.step(np.ones(3)))"),
    ]

    private static let tensors = [
        Note(
            "tensors and variables",
            "import tensorflow as tf\nv = tf.Variable([1., 2.], name='v')\nw = v\nc = tf.constant([[1, 2], [3, 4]])\nm = {'v': v, 'c': c}",
            "v.assign_add([1., 1.])", "print(w, m['v'] is v, c, m['c'] is c)",
            "v[0].assign(9.)\nprint(w.numpy(), v.dtype, c.shape, tf.float32)"),
        Note(
            "seeds of TensorFlow",
            "import tensorflow as tf\ntf.random.set_seed(1)\na = tf.random.normal([2])",
            "b = tf.random.uniform([2], seed=4)",
            "print(a, b, tf.random.normal([2]), tf.random.uniform([2], seed=4))",
            "print(tf.random.shuffle([1, 2, 3, 4]))"),
        Note(
            "gradients by hand",
            "import tensorflow as tf\nw = tf.Variable(2.)\nx = tf.constant(3.)",
            "with tf.GradientTape() as tape:\n    y = w * w * x\ng = tape.gradient(y, w)",
            "w.assign_sub(0.1 * g)\nprint(w, g, y)",
            "with tf.GradientTape() as tape:\n    y = w * w * x\nprint(tape.gradient(y, w))"),
    ]

    private static let data = """
        import numpy as np, tensorflow as tf
        from tensorflow import keras
        from tensorflow.keras import layers
        tf.random.set_seed(0); np.random.seed(0)
        x = np.random.rand(8, 5, 3).astype('float32')
        y = np.random.rand(8, 1).astype('float32')
        """

    private static let keras = [
        Note(
            "layers called before and after", data,
            "cell = layers.SimpleRNN(4, return_state=True)\nd = layers.Dense(2)\nh, s = cell(x)",
            "w = cell.weights[0]\nprint(w.name, d(h).shape, cell.name)",
            "w.assign(w * 0)\nprint(cell(x)[0][0], [v.name for v in d.weights])",
            "print(layers.Dense(1).name, layers.SimpleRNN(1).name)"),
        Note(
            "a model that is trained", data,
            "model = keras.Sequential([layers.LSTM(4, input_shape=(5, 3)), layers.Dropout(0.2), layers.Dense(1)])\nmodel.compile('adam', 'mse', metrics=['mae'])",
            "h = model.fit(x, y, epochs=2, verbose=0)",
            "model.summary()\nprint(h.history, h.epoch)",
            "model.fit(x, y, epochs=1, verbose=0)\nprint(model.evaluate(x, y, verbose=0), model.predict(x, verbose=0)[0])",
            "print(model.optimizer.iterations.numpy(), model.optimizer.variables[1].name)"),
        Note(
            "a model of two ways", data,
            "a = keras.Input((5, 3))\nb = layers.Bidirectional(layers.GRU(3))(a)\nc = layers.GlobalAveragePooling1D()(a)\nm = keras.Model(a, layers.Dense(1)(layers.Concatenate()([b, c])))",
            "m.compile(keras.optimizers.RMSprop(0.01), keras.losses.Huber())\nm.fit(x, y, epochs=1, verbose=0)",
            "print(m.predict(x, verbose=0)[:2])\nm.summary()",
            "inner = keras.Model(m.input, m.layers[1].output)\nprint(inner(x)[0], b)"),
        Note(
            "a loop of one's own", data,
            "rnn = layers.GRU(4)\nout = layers.Dense(1)\nopt = keras.optimizers.Adam(0.01)\nloss_fn = keras.losses.MeanSquaredError()\nseen = []",
            "for i in range(3):\n    with tf.GradientTape() as tape:\n        loss = loss_fn(y, out(rnn(x)))\n    ws = rnn.trainable_weights + out.trainable_weights\n    opt.apply_gradients(zip(tape.gradient(loss, ws), ws))\n    seen.append(float(loss))",
            "print(seen, opt.iterations.numpy())",
            "with tf.GradientTape() as tape:\n    loss = loss_fn(y, out(rnn(x)))\nopt.apply_gradients(zip(tape.gradient(loss, ws), ws))\nprint(loss, out(rnn(x))[0])"
        ),
        Note(
            "a class of layers", data,
            "class Cell(layers.Layer):\n    def __init__(self, units, **kw):\n        super().__init__(**kw)\n        self.units = units\n        self.inner = layers.Dense(units)\n    def build(self, shape):\n        self.w = self.add_weight('w', (shape[-1], self.units))\n    def call(self, x, training=False):\n        return tf.tanh(x @ self.w) + self.inner(x)\nclass Net(keras.Model):\n    def __init__(self):\n        super().__init__()\n        self.a = Cell(3)\n        self.b = layers.LSTM(2)\n        self.steps = [layers.Dense(1)]\n    def call(self, x, training=False):\n        return self.steps[0](self.b(self.a(x)))\nnet = Net()",
            "print(net(x)[0])", "net.compile('sgd', 'mse')\nnet.fit(x, y, epochs=1, verbose=0)",
            "print(net(x)[0], len(net.weights), [w.name for w in net.trainable_weights])\nnet.summary()"
        ),
        Note(
            "a stateful layer", data,
            "s = layers.LSTM(2, stateful=True, batch_input_shape=(8, 5, 3))\no = s(x)",
            "print(s(x)[0])", "print(s(x)[0])\ns.reset_states()",
            "print(s(x)[0], s.states[0].numpy()[0])"),
        Note(
            "functions that are traced", data,
            "n = []\n@tf.function\ndef f(a):\n    n.append(1)\n    print('traced')\n    return a * 2 + tf.random.normal([])\nf(tf.constant(1.))",
            "print(f(tf.constant(2.)), len(n))", "print(f(tf.constant(2.)))\nf(tf.constant([1.]))"),
        Note(
            "metrics and normalisation", data,
            "bn = layers.BatchNormalization()\nbn(x, training=True)\nm = keras.metrics.Mean()\nm.update_state([1., 3.])\ne = layers.Embedding(9, 2)\nz = e(np.array([1, 2]))",
            "m.update_state(7.)\nbn(x, training=True)",
            "print(m.result(), bn.moving_mean, e(np.array([2])), bn(x)[0, 0])"),
    ]
}
