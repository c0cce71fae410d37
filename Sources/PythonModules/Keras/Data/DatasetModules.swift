import PythonRuntime

/// Whether data sets that are not there are made up.
package final class SyntheticData {
    /// Whether that was asked for.
    package var isWanted = false

    package static func of(_ python: Interpreter) -> SyntheticData {
        python.state(SyntheticData.self) { _ in SyntheticData() }
    }
}

/// `keras.datasets`: the usual data sets, read from files beside the note.
enum DatasetModules {
    /// What the data sets' Python needs from Swift.
    static func native(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("keras.src.datasets.native", pythonWording: true, in: python)
        ArchiveFunctions.define(m)
        WordLists.define(m)
        m.module.namespace["synthetic"] = .bool(SyntheticData.of(python).isWanted)
        return m.module
    }

    static func module(_ source: ModuleObject, in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("keras.api._v2.keras.datasets", pythonWording: true, in: python)
        for (name, file) in [
            ("mnist", "mnist.npz"), ("fashion_mnist", "fashion_mnist.npz"),
            ("cifar10", "cifar10.npz"), ("cifar100", "cifar100.npz"),
        ] {
            let own = make(name, in: m)
            own.def("load_data(path='\(file)')") { (python: Interpreter, path: String) -> Value in
                try call("load_images", [name, path], source, python)
            }
        }
        let boston = make("boston_housing", in: m)
        boston.def("load_data(path='boston_housing.npz', test_split=0.2, seed=113)") {
            (python: Interpreter, path: String, split: Value, seed: Value) -> Value in
            try python.call(
                source.namespace["load_boston"] ?? .none,
                [.string(path, in: python), split, seed])
        }
        for name in ["imdb", "reuters"] {
            let own = make(name, in: m)
            let split = name == "reuters" ? "test_split=0.2, " : ""
            own.add(
                "load_data(path='\(name).npz', num_words=None, skip_top=0, maxlen=None, \(split)seed=113, start_char=1, oov_char=2, index_from=3, **kwargs)",
                .bound { python, values in
                    var values = Array(values.dropLast())
                    if split.isEmpty { values.insert(.float(0), at: 4) }
                    return try python.call(
                        source.namespace["load_texts"] ?? .none,
                        [.string(name, in: python)] + values)
                })
            own.def("get_word_index(path='\(name)_word_index.json')") {
                (python: Interpreter, path: String) -> Value in
                try call("load_word_index", [name, path], source, python)
            }
        }
        return m.module
    }

    private static func make(_ name: String, in m: ModuleBuilder) -> ModuleBuilder {
        let own = ModuleBuilder(
            "keras.api._v2.keras.datasets.\(name)", pythonWording: true, in: m.python)
        m.module.namespace[name] = .object(own.module)
        return own
    }

    private static func call(
        _ function: String, _ texts: [String], _ source: ModuleObject, _ python: Interpreter
    ) throws -> Value {
        try python.call(
            source.namespace[function] ?? .none, texts.map { .string($0, in: python) })
    }
}
