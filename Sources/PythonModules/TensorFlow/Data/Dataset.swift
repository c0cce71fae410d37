import PythonRuntime
import Tensors

/// A sequence of elements that can be gone through again and again: what `tf.data` builds its pipelines of.
final class Dataset {
    /// Gives the next element; nil at the end.
    typealias Pull = () throws -> Value?

    /// The cardinality of a dataset without end.
    static let infinite = -1
    /// The cardinality of a dataset whose length only going through it tells.
    static let unknown = -2

    /// TensorFlow's class: `_BatchDataset`.
    let className: String
    /// How many elements there are, or `infinite`, or `unknown`.
    let cardinality: Int
    private let describe: () throws -> ElementSpec
    private let begin: () throws -> Pull
    private var knownSpec: ElementSpec?
    /// How many samples a batch has, where the dataset is one of batches.
    var batchSize: Int?

    init(
        _ className: String, cardinality: Int, spec: @escaping () throws -> ElementSpec,
        _ begin: @escaping () throws -> Pull
    ) {
        self.className = className
        self.cardinality = cardinality
        describe = spec
        self.begin = begin
    }

    /// What the elements look like.
    func spec() throws -> ElementSpec {
        if let knownSpec { return knownSpec }
        let spec = try describe()
        knownSpec = spec
        return spec
    }

    /// Begins a pass over the elements.
    func pass() throws -> Pull { try begin() }

    /// All elements, for datasets that end.
    func elements(in python: Interpreter) throws -> [Value] {
        let next = try pass()
        var result: [Value] = []
        while let element = try next() {
            try python.checkInterrupt()
            result.append(element)
        }
        return result
    }

    /// A number of elements after a change of the known one.
    static func cardinality(_ known: Int, _ change: (Int) -> Int) -> Int {
        known < 0 ? known : change(known)
    }
}

/// A `tf.data.Dataset` as Python holds it.
package final class DatasetObject: InstanceObject {
    let dataset: Dataset

    init(_ dataset: Dataset, type: TypeObject) {
        self.dataset = dataset
        super.init(type: type)
    }
}

/// The values of elements: tensors in tuples and dictionaries.
enum DatasetElement {
    /// A value as an element: lists, arrays and numbers become tensors.
    static func made(_ value: Value, in python: Interpreter) throws -> Value {
        switch value.object {
        case let tuple as TupleObject:
            return .tuple(try tuple.items.map { try made($0, in: python) }, in: python)
        case let dictionary as DictionaryObject:
            return python.dictionary(
                try dictionary.items.map { ($0.key.text ?? "", try made($0.value, in: python)) })
        case is DatasetObject, is TensorObject: return value
        default:
            return try ArrayReader.tensor(value, face: .tensorFlow, in: python).object(in: python)
        }
    }

    /// The leaves of an element, in order.
    static func leaves(_ value: Value) -> [Value] {
        switch value.object {
        case let tuple as TupleObject: tuple.items.flatMap(leaves)
        case let dictionary as DictionaryObject: dictionary.values.flatMap(leaves)
        default: [value]
        }
    }

    /// The same nesting with every leaf changed.
    static func map(
        _ value: Value, in python: Interpreter, _ change: (Value) throws -> Value
    ) throws -> Value {
        switch value.object {
        case let tuple as TupleObject:
            return .tuple(
                try tuple.items.map { try map($0, in: python, change) }, type: tuple.type,
                in: python)
        case let dictionary as DictionaryObject:
            return python.dictionary(
                try dictionary.items.map {
                    ($0.key.text ?? "", try map($0.value, in: python, change))
                })
        default: return try change(value)
        }
    }

    /// Elements of one nesting as one element of it, whose leaves `join` makes of theirs.
    static func joined(
        _ elements: [Value], in python: Interpreter, _ join: ([Tensor]) throws -> Tensor
    ) throws -> Value {
        guard let first = elements.first else { return .none }
        let columns = elements.map(leaves)
        var place = 0
        return try map(first, in: python) { _ in
            defer { place += 1 }
            let column = try columns.map { row -> Tensor in
                guard place < row.count else {
                    throw python.valueError("The elements of the dataset differ in structure.")
                }
                return try TensorType.tensor(row[place], python)
            }
            return try join(column).object(in: python)
        }
    }

    /// An element as a function takes it: a tuple is unpacked.
    static func arguments(_ element: Value) -> [Value] {
        (element.object as? TupleObject)?.items ?? [element]
    }
}

extension Value {
    fileprivate static func tuple(
        _ items: [Value], type: TypeObject, in python: Interpreter
    ) -> Value {
        .object(
            TupleObject(items, type: type === python.types.tuple ? nil : type, in: python))
    }
}
