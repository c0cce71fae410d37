/// Why modules that a program may know are not available in a note, and what to do instead.
enum Refusals {
    /// The reason by the module's name.
    static let reasons: [String: String] = byName(groups)

    /// What to do instead by the module's name.
    static let hints: [String: String] = byName(advice)

    private static func byName(_ groups: [(String, String)]) -> [String: String] {
        var texts: [String: String] = [:]
        for (text, names) in groups {
            for name in names.split(separator: " ") { texts[String(name)] = text }
        }
        return texts
    }

    private static let groups = [
        ("a note may not start programs", "subprocess pty popen2 commands"),
        (
            "a note may not use the network",
            "socket ssl urllib urllib2 http requests ftplib smtplib socketserver xmlrpc telnetlib wget gdown"
        ),
        (
            "a note runs on one thread",
            "threading _thread multiprocessing concurrent asyncio queue sched signal joblib"
        ),
        (
            "a note may not change files",
            "tempfile zipfile tarfile gzip bz2 lzma zlib sqlite3 dbm h5py"
        ),
        ("a note may not reach into memory", "ctypes mmap tracemalloc weakref"),
        ("unpickling can run any code", "cPickle _pickle shelve marshal dill cloudpickle"),
        ("a note has no keyboard and no windows", "tkinter curses readline getpass turtle cv2"),
        ("a note is not debugged from inside", "pdb cProfile profile unittest pytest doctest"),
        (
            "nbrun has NumPy, TensorFlow and Keras, and no other packages",
            "pandas sklearn scipy torch torchvision jax theano mxnet seaborn plotly nltk jieba gensim transformers datasets tensorflow_datasets tensorflow_addons tensorflow_hub tensorflow_text autograd d2l PIL emoji statsmodels xgboost"
        ),
        ("nbrun has floats, integers and fractions", "decimal"),
        ("a note has no command line", "argparse getopt optparse"),
        (
            "nbrun has no machinery of Python itself",
            "ast dis importlib tokenize token symtable pkgutil site sysconfig code codeop"
        ),
    ]

    private static let advice = [
        (
            "a table fits into a dictionary of NumPy arrays; `csv` reads files beside the note",
            "pandas"
        ),
        ("a mean squared error is `np.mean((y - p) ** 2)`, a split is a slice", "sklearn"),
        ("the layers of `tf.keras.layers` do what those of `torch.nn` do", "torch torchvision"),
        ("put the file beside the note and `open` it", "urllib requests wget gdown"),
        ("`fractions.Fraction` is exact", "decimal"),
        ("`!ls` and its kin are not available either", "subprocess"),
        ("write a plain loop", "threading multiprocessing concurrent asyncio"),
        ("`tf.data.Dataset.from_tensor_slices` makes a data set of arrays", "tensorflow_datasets"),
    ]
}
