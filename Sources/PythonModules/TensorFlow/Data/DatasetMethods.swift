import PythonRuntime
import Tensors

/// What every dataset does in Python.
enum DatasetMethods {
    static func define(_ t: TypeBuilder) {
        attributes(t)
        order(t)
        batches(t)
        functions(t)
        ends(t)
        written(t)
    }

    /// The steps that are written in Python.
    private static func written(_ t: TypeBuilder) {
        for name in [
            "bucket_by_sequence_length", "group_by_window", "ignore_errors", "ragged_batch",
            "rebatch", "snapshot",
        ] {
            t.raw("\(name)(self, *args, **kwargs)") { python, call in
                try DatasetSources.callWritten(name, call, python)
            }
        }
    }

    private static func dataset(_ value: Value, _ python: Interpreter) throws -> Dataset {
        try Dataset.from(value, in: python)
    }

    private static func attributes(_ t: TypeBuilder) {
        t.unary(.repr) { python, value -> String in
            let dataset = try dataset(value, python)
            let spec = try python.repr(dataset.spec().value(in: python))
            return "<\(dataset.className) element_spec=\(spec)>"
        }
        t.property("element_spec") { python, value in
            try dataset(value, python).spec().value(in: python)
        }
        t.unary(.iter) { python, value -> Value in
            let next = try dataset(value, python).pass()
            let iterator = ClosureIterator(type: DatasetIterators.of(python).owned, next)
            iterator.source = try dataset(value, python)
            return .object(iterator)
        }
        t.unary(.bool) { _, _ in true }
        t.unary(.len) { python, value -> Int in
            let count = try dataset(value, python).cardinality
            if count == Dataset.infinite { throw python.typeError("The dataset is infinite.") }
            if count < 0 { throw python.typeError("The dataset length is unknown.") }
            return count
        }
        t.def("cardinality(self)") { (_: Interpreter, dataset: Dataset) in
            Tensor(scalar: Int64(dataset.cardinality))
        }
        t.def("as_numpy_iterator(self)\n\nThe elements as NumPy has them.") {
            (python: Interpreter, dataset: Dataset) -> Value in
            let next = try dataset.pass()
            return .object(
                ClosureIterator(type: DatasetIterators.of(python).numpy) {
                    try next().map { element in
                        try DatasetElement.map(element, in: python) {
                            let value = try TensorType.numpy($0, python)
                            (value.object as? ArrayObject)?.isReadOnly = true
                            return value
                        }
                    }
                })
        }
        t.def("options(self)") { (python: Interpreter, _: Value) in
            try DatasetSources.callWritten("Options", Arguments([]), python)
        }
        t.def("with_options(self, options, name=None)") {
            (_: Interpreter, value: Value, _: Value, _: Value) in value
        }
    }

    private static func order(_ t: TypeBuilder) {
        t.def(
            "shuffle(self, buffer_size, seed=None, reshuffle_each_iteration=None, name=None)\n\nThe elements in a random order."
        ) {
            (
                python: Interpreter, dataset: Dataset, size: Int, seed: Int?, again: Bool?,
                _: Value
            ) -> Dataset in
            guard size > 0 else {
                throw TensorError.invalidArgument(
                    operation: "ShuffleDatasetV3",
                    "buffer_size must be greater than zero or UNKNOWN_CARDINALITY")
            }
            return dataset.shuffled(
                by: DatasetShuffle(
                    bufferSize: size, seed: seed, reshufflesEachIteration: again ?? true,
                    SessionRandom.of(python).session.tensorflow))
        }
        t.def("repeat(self, count=None, name=None)") {
            (_: Interpreter, dataset: Dataset, count: Int?, _: Value) in dataset.repeated(count)
        }
        t.def("take(self, count, name=None)") {
            (_: Interpreter, dataset: Dataset, count: Int, _: Value) in dataset.prefix(count)
        }
        t.def("skip(self, count, name=None)") {
            (_: Interpreter, dataset: Dataset, count: Int, _: Value) in
            dataset.suffix(from: count)
        }
        t.def("shard(self, num_shards, index, name=None)") {
            (python: Interpreter, dataset: Dataset, count: Int, index: Int, _: Value) -> Dataset in
            guard count > 0, (0..<count).contains(index) else {
                throw TensorError.invalidArgument(
                    operation: "ShardDataset",
                    "Index must be between 0 and \(max(count - 1, 0)) (currently index = \(index), num_shards = \(count))."
                )
            }
            return dataset.shard(count, index)
        }
        t.def("cache(self, filename='', name=None)") {
            (_: Interpreter, dataset: Dataset, _: Value, _: Value) in dataset.cached()
        }
        t.def("prefetch(self, buffer_size, name=None)") {
            (_: Interpreter, dataset: Dataset, _: Value, _: Value) in
            dataset.renamed("_PrefetchDataset")
        }
        t.def("concatenate(self, dataset, name=None)") {
            (python: Interpreter, dataset: Dataset, other: Dataset, _: Value) -> Dataset in
            try requireAlike(dataset, other, python)
            return dataset.followed(by: other)
        }
        t.def("enumerate(self, start=0, name=None)") {
            (python: Interpreter, dataset: Dataset, start: Int, _: Value) -> Dataset in
            let numbers = try Dataset.range(start, Int.max, 1, in: python)
            return Dataset.zipped(
                [numbers, dataset], spec: { .tuple([.tensor([], .int64), try dataset.spec()]) }
            ) { .tuple($0, in: python) }
        }
    }

    private static func requireAlike(
        _ dataset: Dataset, _ other: Dataset, _ python: Interpreter
    ) throws {
        guard case .tensor(_, let a) = try dataset.spec(),
            case .tensor(_, let b) = try other.spec(),
            a != b
        else { return }
        let texts = try [dataset, other].map { try python.repr($0.spec().value(in: python)) }
        throw python.typeError(
            "Incompatible dataset elements:\n  \(texts[0]) vs.   \(texts[1])")
    }

    private static func batches(_ t: TypeBuilder) {
        t.def(
            "batch(self, batch_size, drop_remainder=False, num_parallel_calls=None, deterministic=None, name=None)\n\nElements stacked to batches."
        ) {
            (
                python: Interpreter, dataset: Dataset, size: IntegerLike, dropping: Bool,
                _: Value, _: Value, _: Value
            ) in try dataset.batched(size.number, dropping: dropping, in: python)
        }
        t.def(
            "padded_batch(self, batch_size, padded_shapes=None, padding_values=None, drop_remainder=False, name=None)"
        ) {
            (
                python: Interpreter, dataset: Dataset, size: IntegerLike, shapes: Value,
                fillers: Value, dropping: Bool, _: Value
            ) in
            try dataset.padded(
                size.number, shapes: paddedShapes(shapes, dataset, python),
                fillers: paddingValues(fillers, python), dropping: dropping, in: python)
        }
        t.def("unbatch(self, name=None)") {
            (python: Interpreter, dataset: Dataset, _: Value) in dataset.unbatched(in: python)
        }
        t.def(
            "window(self, size, shift=None, stride=1, drop_remainder=False, name=None)\n\nDatasets of neighbouring elements."
        ) {
            (
                python: Interpreter, dataset: Dataset, size: IntegerLike, shift: IntegerLike?,
                stride: Int, dropping: Bool, _: Value
            ) in
            try dataset.windows(
                size.number, shift: shift?.number ?? size.number, stride: stride,
                dropping: dropping, in: python)
        }
    }

    /// The shapes to pad to, one for each leaf; nil where all lengths are those of the longest.
    private static func paddedShapes(
        _ value: Value, _ dataset: Dataset, _ python: Interpreter
    ) throws -> [[Int?]?]? {
        if value.isNone { return nil }
        switch try dataset.spec() {
        case .tuple(let items):
            let given = try python.list(value)
            return try zip(items, given).map { _, shape in
                try ShapeType.dimensions(shape, in: python)
            }
        case .dictionary(let entries):
            return try entries.map { name, _ in
                try ShapeType.dimensions(
                    python.getItem(value, .string(name, in: python)), in: python)
            }
        default: return [try ShapeType.dimensions(value, in: python)]
        }
    }

    private static func paddingValues(_ value: Value, _ python: Interpreter) throws -> [Tensor]? {
        if value.isNone { return nil }
        return try DatasetElement.leaves(value).map {
            $0.isNone ? Tensor(scalar: Float(0)) : try TensorType.tensor($0, python)
        }
    }

    private static func functions(_ t: TypeBuilder) {
        t.def(
            "map(self, map_func, num_parallel_calls=None, deterministic=None, name=None, **kwargs)\n\nThe elements as a function changes them."
        ) {
            (
                python: Interpreter, dataset: Dataset, function: Value, parallel: Value, _: Value,
                _: Value, _: Value
            ) in
            try dataset.mapped(
                ElementFunction(function, in: python), parallel: !parallel.isNone, in: python)
        }
        t.def("filter(self, predicate, name=None)") {
            (python: Interpreter, dataset: Dataset, function: Value, _: Value) -> Dataset in
            let filter = ElementFunction(function, in: python)
            if case .tensor(let shape?, let dtype)? = try? filter.spec(of: dataset.spec()),
                !shape.isEmpty || dtype != .bool
            {
                let spec = try python.repr(ElementSpec.tensor(shape, dtype).value(in: python))
                throw python.valueError(
                    "Invalid `predicate`. `predicate` must return a `tf.bool` scalar tensor, but its return type is \(spec)."
                )
            }
            return dataset.filtered(filter, in: python)
        }
        t.def("take_while(self, predicate, name=None)") {
            (python: Interpreter, dataset: Dataset, function: Value, _: Value) in
            dataset.prefix(while: ElementFunction(function, in: python), in: python)
        }
        t.def("scan(self, initial_state, scan_func, name=None)") {
            (python: Interpreter, dataset: Dataset, initial: Value, function: Value, _: Value) in
            dataset.scanned(
                from: try DatasetElement.made(initial, in: python),
                ElementFunction(function, in: python), in: python)
        }
        t.def("flat_map(self, map_func, name=None)") {
            (python: Interpreter, dataset: Dataset, function: Value, _: Value) in
            dataset.flatMapped(ElementFunction(function, in: python), in: python)
        }
        t.def(
            "interleave(self, map_func, cycle_length=None, block_length=None, num_parallel_calls=None, deterministic=None, name=None)"
        ) {
            (
                python: Interpreter, dataset: Dataset, function: Value, cycle: Int?, block: Int?,
                parallel: Value, _: Value, _: Value
            ) -> Dataset in
            // TensorFlow takes as many turns as there are processors; notes must not depend on that.
            let turns = cycle.flatMap { $0 > 0 ? min($0, 4096) : nil } ?? 2
            return dataset.interleaved(
                ElementFunction(function, in: python), cycle: turns, block: block ?? 1,
                parallel: !parallel.isNone, in: python)
        }
        t.def("apply(self, transformation_func)") {
            (python: Interpreter, value: Value, function: Value) in
            try python.call(function, [value])
        }
    }

    private static func ends(_ t: TypeBuilder) {
        t.def("reduce(self, initial_state, reduce_func, name=None)") {
            (python: Interpreter, dataset: Dataset, initial: Value, function: Value, _: Value)
                -> Value in
            var state = try DatasetElement.made(initial, in: python)
            let combine = ElementFunction(function, in: python)
            let random = GraphOperations(SessionRandom.of(python).session.tensorflow)
            let next = try dataset.pass()
            while let element = try next() {
                try python.checkInterrupt()
                random.restart()
                state = try DatasetElement.made(
                    combine.run([state, element], random), in: python)
            }
            return state
        }
        t.def("get_single_element(self, name=None)") {
            (python: Interpreter, dataset: Dataset, _: Value) -> Value in
            let next = try dataset.pass()
            guard let element = try next() else {
                throw TensorError.invalidArgument(
                    operation: "DatasetToSingleElement", "Dataset was empty.")
            }
            guard try next() == nil else {
                throw TensorError.invalidArgument(
                    operation: "DatasetToSingleElement", "Dataset had more than one element.")
            }
            return element
        }
        t.def("unique(self, name=None)") {
            (python: Interpreter, dataset: Dataset, _: Value) -> Dataset in
            Dataset("_UniqueDataset", cardinality: Dataset.unknown, spec: dataset.spec) {
                let next = try dataset.pass()
                var seen: Set<[Scalar]> = []
                return {
                    while let element = try next() {
                        let tensor = try TensorType.tensor(element, python)
                        if seen.insert(tensor.scalars).inserted { return element }
                    }
                    return nil
                }
            }
        }
    }
}

/// An integer, or a tensor or array that holds one.
struct IntegerLike: FromPython {
    let number: Int

    static func from(_ value: Value, in python: Interpreter) throws -> IntegerLike {
        if let tensor = ArrayReader.existing(value), tensor.count == 1, tensor.dtype.isInteger {
            return IntegerLike(number: tensor.item.int)
        }
        return IntegerLike(number: try python.index(value))
    }
}

/// The classes of iterators over datasets.
final class DatasetIterators {
    let owned, numpy: TypeObject

    static func of(_ python: Interpreter) -> DatasetIterators {
        python.state(DatasetIterators.self) { DatasetIterators($0) }
    }

    private init(_ python: Interpreter) {
        func make(_ name: String, _ module: String) -> TypeObject {
            TypeObject(
                name, bases: [python.types.iterator],
                module: "tensorflow.python.data.ops." + module,
                metatype: python.types.type, in: python)
        }
        func source(of value: Value) -> Dataset? {
            (value.object as? ClosureIterator)?.source as? Dataset
        }
        owned = make("OwnedIterator", "iterator_ops")
        numpy = make("NumpyIterator", "dataset_ops")
        TypeBuilder(owned, pythonWording: true, in: python).def("get_next(self)") {
            (python: Interpreter, value: Value) -> Value in
            guard let element = try python.next(value) else {
                let count = try source(of: value)?.spec().shapes.count ?? 1
                throw Dataset.iterationMistake(
                    "OutOfRangeError", "End of sequence", components: max(1, count))
            }
            return element
        }
        let t = TypeBuilder(owned, pythonWording: true, in: python)
        t.property("element_spec") { python, value -> Value in
            try source(of: value)?.spec().value(in: python) ?? .none
        }
        t.def("get_next_as_optional(self)") { (python: Interpreter, value: Value) -> Value in
            let element = try python.next(value)
            return try DatasetSources.callWritten(
                "Optional", Arguments(element.map { [$0] } ?? []), python)
        }
        for type in [owned, numpy] {
            TypeBuilder(type, pythonWording: true, in: python).def("next(self)") {
                (python: Interpreter, value: Value) -> Value in
                guard let element = try python.next(value) else {
                    throw python.error("StopIteration", "")
                }
                return element
            }
        }
    }
}
