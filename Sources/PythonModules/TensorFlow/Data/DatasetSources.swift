import PythonRuntime
import Tensors

/// The functions of `tf.data.Dataset` that make datasets of something else.
enum DatasetSources {
    static func define(_ t: TypeBuilder) {
        func source(
            _ literal: String, _ body: @escaping (Interpreter, [Value]) throws -> Dataset
        ) {
            let function = NativeFunction(
                literal, owner: "DatasetV2", pythonWording: true, .none { _ in .none },
                in: t.python)
            t.staticMethod(literal) { python, arguments in
                try body(python, function.bind(arguments, in: python)).value(in: python)
            }
        }
        source("from_tensor_slices(tensors, name=None)") { python, values in
            try Dataset.slices(of: values[0], in: python)
        }
        source("from_tensors(tensors, name=None)") { python, values in
            try Dataset.single(values[0], in: python)
        }
        t.staticMethod("range(*args, **kwargs)") { python, arguments in
            try range(arguments, python).value(in: python)
        }
        source(
            "from_generator(generator, output_types=None, output_shapes=None, args=None, output_signature=None, name=None)"
        ) { python, values in try generated(values, python) }
        t.staticMethod("zip(*args, datasets=None, name=None)") { python, arguments in
            let named = arguments.keywords.first { $0.name == "datasets" }?.value
            let given = arguments.positional
            let parts =
                named ?? (given.count == 1 ? given[0] : .tuple(given, in: python))
            return try zip(parts, python).value(in: python)
        }
        for name in [
            "choose_from_datasets", "counter", "list_files", "sample_from_datasets",
        ] {
            t.staticMethod("\(name)(*args, **kwargs)") { python, call in
                try callWritten(name, call, python)
            }
        }
        source("random(seed=None, rerandomize_each_iteration=None, name=None)") { python, values in
            let state = SessionRandom.of(python).session.tensorflow
            let seed = try Int?.from(values[0], in: python)
            return Dataset(
                "_RandomDataset", cardinality: Dataset.infinite, spec: { .tensor([], .int64) }
            ) {
                let source = GraphSeeds(state).operation(seed: seed)
                return {
                    source.uniform([], from: 0, to: Int(UInt32.max), integers: .int64)
                        .object(in: python)
                }
            }
        }
    }

    /// Calls a function of datasets that is written in Python.
    static func callWritten(
        _ name: String, _ call: Arguments, _ python: Interpreter
    ) throws -> Value {
        guard
            let function = try python.modules.find("tensorflow._data", in: python)?
                .namespace[name]
        else { return .none }
        let made = try python.call(function, call)
        guard let className = classNames[name], let dataset = made.object as? DatasetObject else {
            return made
        }
        return DatasetTypes.of(python).object(dataset.dataset.renamed(className))
    }

    /// TensorFlow's classes of the datasets that are made of generators here.
    private static let classNames = [
        "bucket_by_sequence_length": "_GroupByWindowDataset",
        "choose_from_datasets": "_DirectedInterleaveDataset", "counter": "_ScanDataset",
        "group_by_window": "_GroupByWindowDataset", "ignore_errors": "_IgnoreErrorsDataset",
        "rebatch": "_RebatchDataset", "sample_from_datasets": "_DirectedInterleaveDataset",
    ]

    private static func range(_ arguments: Arguments, _ python: Interpreter) throws -> Dataset {
        let numbers = try arguments.positional.map { value -> Int in
            try ArrayReader.existing(value)?.scalars.first?.int ?? python.index(value)
        }
        guard (1...3).contains(numbers.count) else {
            throw python.valueError(
                "Invalid `args`. The length of `args` should be between 1 and 3 but was \(numbers.count)."
            )
        }
        let dtype = try arguments.keywords.first { $0.name == "output_type" }.map {
            try DTypeArgument.from($0.value, in: python).dtype
        }
        return try Dataset.range(
            numbers.count > 1 ? numbers[0] : 0, numbers.count > 1 ? numbers[1] : numbers[0],
            numbers.count > 2 ? numbers[2] : 1, dtype: dtype ?? .int64, in: python)
    }

    private static func generated(_ v: [Value], _ python: Interpreter) throws -> Dataset {
        guard python.isCallable(v[0]) else {
            throw python.typeError("`generator` must be a Python callable.")
        }
        let spec: ElementSpec
        if v[4].isNone {
            guard !v[1].isNone else {
                throw python.typeError(
                    "To create a `Dataset` from a generator, you must specify either `output_signature` or `output_types`."
                )
            }
            spec = try typed(v[1], shapes: v[2], python)
        } else {
            spec = try signature(v[4], python)
        }
        let arguments =
            try v[3].isNone
            ? []
            : python.list(v[3]).map {
                try TensorType.numpy(DatasetElement.made($0, in: python), python)
            }
        return Dataset.generated(by: v[0], arguments, spec: spec, in: python)
    }

    private static func typed(
        _ types: Value, shapes: Value, _ python: Interpreter
    ) throws -> ElementSpec {
        if types.object is TupleObject || types.object is ListObject {
            let items = try python.list(types)
            let given = try shapes.isNone ? [] : python.list(shapes)
            return .tuple(
                try items.enumerated().map { place, type in
                    try typed(type, shapes: place < given.count ? given[place] : .none, python)
                })
        }
        if let dictionary = types.object as? DictionaryObject {
            let given = shapes.object as? DictionaryObject
            return .dictionary(
                try dictionary.items.map { key, type in
                    let name = key.text ?? ""
                    return (name, try typed(type, shapes: given?[name] ?? .none, python))
                })
        }
        let dtype = try DTypeArgument.from(types, in: python).dtype
        return .tensor(
            shapes.isNone ? nil : try ShapeType.dimensions(shapes, in: python), dtype)
    }

    /// An announced structure of `TensorSpec`s.
    static func signature(_ value: Value, _ python: Interpreter) throws -> ElementSpec {
        switch value.object {
        case let spec as TensorSpecObject: return .tensor(spec.dimensions, spec.dtype)
        case let tuple as TupleObject:
            return .tuple(try tuple.items.map { try signature($0, python) })
        case let list as ListObject:
            return .tuple(try list.items.map { try signature($0, python) })
        case let dictionary as DictionaryObject:
            return .dictionary(
                try dictionary.items.map { ($0.key.text ?? "", try signature($0.value, python)) })
        default:
            throw python.typeError(
                "`output_signature` must contain objects that are subclass of `tf.TypeSpec` but found \(try python.repr(.object(python.type(of: value)))) which is not."
            )
        }
    }

    private static func zip(_ value: Value, _ python: Interpreter) throws -> Dataset {
        func datasets(_ value: Value) throws -> [Dataset] {
            switch value.object {
            case let tuple as TupleObject: try tuple.items.flatMap(datasets)
            case let list as ListObject: try list.items.flatMap(datasets)
            case let dictionary as DictionaryObject: try dictionary.values.flatMap(datasets)
            case let object as DatasetObject: [object.dataset]
            default:
                throw python.typeError(
                    "Invalid input to `zip`. Inputs are expected to be (nested) structures of `tf.data.Dataset` objects but encountered object of type \(try python.repr(.object(python.type(of: value))))."
                )
            }
        }
        func spec(_ value: Value) throws -> ElementSpec {
            switch value.object {
            case let tuple as TupleObject: .tuple(try tuple.items.map(spec))
            case let list as ListObject: .tuple(try list.items.map(spec))
            case let dictionary as DictionaryObject:
                .dictionary(
                    try dictionary.items.map { ($0.key.text ?? "", try spec($0.value)) })
            default: try Dataset.from(value, in: python).spec()
            }
        }
        func combined(_ value: Value, _ items: inout ArraySlice<Value>) throws -> Value {
            switch value.object {
            case let tuple as TupleObject:
                return .tuple(try tuple.items.map { try combined($0, &items) }, in: python)
            case let list as ListObject:
                return .tuple(try list.items.map { try combined($0, &items) }, in: python)
            case let dictionary as DictionaryObject:
                return python.dictionary(
                    try dictionary.items.map {
                        ($0.key.text ?? "", try combined($0.value, &items))
                    })
            default: return items.popFirst() ?? .none
            }
        }
        return Dataset.zipped(try datasets(value), spec: { try spec(value) }) { items in
            var rest = items[...]
            return try combined(value, &rest)
        }
    }
}
