import PythonRuntime
import Tensors

/// The classes of datasets: one for each kind, made when the first of the kind is.
final class DatasetTypes {
    /// `tf.data.Dataset`.
    let base: TypeObject
    /// `tf.data.DatasetSpec`.
    let spec: TypeObject
    private var kinds: [String: TypeObject] = [:]
    private let python: Interpreter

    static func of(_ python: Interpreter) -> DatasetTypes {
        let types = python.state(DatasetTypes.self) { DatasetTypes($0) }
        types.defineOnce()
        return types
    }

    private init(_ python: Interpreter) {
        self.python = python
        let module = "tensorflow.python.data.ops.dataset_ops"
        base = TypeObject(
            "DatasetV2", bases: [python.types.object], module: module,
            metatype: python.types.type, in: python)
        spec = TypeObject(
            "DatasetSpec", bases: [python.types.object], module: module,
            metatype: python.types.type, in: python)
    }

    private var isDefined = false

    private func defineOnce() {
        guard !isDefined else { return }
        isDefined = true
        let t = TypeBuilder(base, pythonWording: true, in: python)
        DatasetSources.define(t)
        DatasetMethods.define(t)
        TypeBuilder(spec, pythonWording: true, in: python).unary(.repr) { python, value -> String in
            guard let spec = (value.object as? DatasetSpecObject)?.spec else { return "" }
            return "DatasetSpec(\(try python.repr(spec.value(in: python))), TensorShape([]))"
        }
    }

    /// A dataset as Python holds it.
    func object(_ dataset: Dataset) -> Value {
        let known = kinds[dataset.className]
        let type =
            known
            ?? TypeObject(
                dataset.className, bases: [base],
                module: "tensorflow.python.data.ops." + Self.module(of: dataset.className),
                metatype: python.types.type, in: python)
        kinds[dataset.className] = type
        type.hasInstanceDictionary = true
        return .object(DatasetObject(dataset, type: type))
    }

    /// `_BatchDataset` → `batch_op`.
    private static func module(of name: String) -> String {
        var words = ""
        for letter in name.drop(while: { $0 == "_" }).replacing("Dataset", with: "") {
            if letter.isUppercase, !words.isEmpty { words += "_" }
            words += letter.lowercased()
        }
        return words + "_op"
    }
}

extension Dataset: ToPython {
    func value(in python: Interpreter) -> Value { DatasetTypes.of(python).object(self) }
}

extension Dataset: FromPython {
    static func from(_ value: Value, in python: Interpreter) throws -> Dataset {
        if let object = value.object as? DatasetObject { return object.dataset }
        throw python.typeError(
            "Invalid `dataset`. Expected a `tf.data.Dataset` object but got \(try python.repr(.object(python.type(of: value))))."
        )
    }
}

/// `tf.data`.
enum DataModule {
    static func module(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("tensorflow.data", pythonWording: true, in: python)
        let types = DatasetTypes.of(python)
        m.module.namespace["Dataset"] = .object(types.base)
        m.module.namespace["DatasetSpec"] = .object(types.spec)
        m.module.namespace["AUTOTUNE"] = .int(-1)
        m.module.namespace["INFINITE_CARDINALITY"] = .int(Dataset.infinite)
        m.module.namespace["UNKNOWN_CARDINALITY"] = .int(Dataset.unknown)
        let experimental = ModuleBuilder(
            "tensorflow.data.experimental", pythonWording: true, in: python)
        experimental.module.namespace["AUTOTUNE"] = .int(-1)
        experimental.def("cardinality(dataset)") { (_: Interpreter, dataset: Dataset) -> Tensor in
            Tensor(scalar: Int64(dataset.cardinality))
        }
        m.module.namespace["experimental"] = .object(experimental.module)
        let files = [
            "FixedLengthRecordDataset", "Options", "TFRecordDataset", "TextLineDataset",
            "ThreadingOptions",
        ]
        m.module.makeAttribute = { [unowned python] name in
            guard files.contains(name) else { return nil }
            return try python.modules.find("tensorflow._data", in: python)?.namespace[name]
        }
        return m.module
    }
}
