import PythonRuntime
import Tensors

/// What the elements of a dataset look like.
indirect enum ElementSpec {
    /// Tensors of a type; nil for an open length, nil dimensions for an open rank.
    case tensor([Int?]?, DType)
    case tuple([ElementSpec])
    case dictionary([(key: String, value: ElementSpec)])
    /// Datasets inside a dataset, as `window` makes them.
    case dataset(ElementSpec)

    /// The description of a value.
    static func of(_ value: Value, in python: Interpreter) throws -> ElementSpec {
        switch value.object {
        case let tuple as TupleObject:
            return .tuple(try tuple.items.map { try of($0, in: python) })
        case let dictionary as DictionaryObject:
            return .dictionary(
                try dictionary.items.map { ($0.key.text ?? "", try of($0.value, in: python)) })
        case let dataset as DatasetObject: return .dataset(try dataset.dataset.spec())
        default:
            let tensor = try TensorType.tensor(value, python)
            return .tensor(tensor.shape.dimensions, tensor.dtype)
        }
    }

    /// As Python shows it.
    func value(in python: Interpreter) -> Value {
        switch self {
        case .tensor(let dimensions, let dtype):
            return .object(TensorSpecObject(dimensions, dtype, name: nil, in: python))
        case .tuple(let items):
            return .tuple(items.map { $0.value(in: python) }, in: python)
        case .dictionary(let entries):
            return python.dictionary(entries.map { ($0.key, $0.value.value(in: python)) })
        case .dataset(let spec):
            return .object(DatasetSpecObject(spec, in: python))
        }
    }

    /// The same nesting with every tensor's description changed.
    func map(_ change: ([Int?]?, DType) -> ElementSpec) -> ElementSpec {
        switch self {
        case .tensor(let dimensions, let dtype): change(dimensions, dtype)
        case .tuple(let items): .tuple(items.map { $0.map(change) })
        case .dictionary(let entries): .dictionary(entries.map { ($0.key, $0.value.map(change)) })
        case .dataset: self
        }
    }

    /// The length of the first axis of the first tensor; nil where it is open.
    var leadingLength: Int? {
        switch self {
        case .tensor(let dimensions, _): return dimensions?.first ?? nil
        case .tuple(let items): return items.first?.leadingLength
        case .dictionary(let entries): return entries.first?.value.leadingLength
        case .dataset: return nil
        }
    }

    /// The shapes of all tensors, nil for an open rank.
    var shapes: [[Int?]?] {
        switch self {
        case .tensor(let dimensions, _): [dimensions]
        case .tuple(let items): items.flatMap(\.shapes)
        case .dictionary(let entries): entries.flatMap(\.value.shapes)
        case .dataset: []
        }
    }

    /// Whether some length is open.
    var isOpen: Bool {
        switch self {
        case .dataset(let inner): inner.isOpen
        default: shapes.contains { $0?.contains(nil) ?? true }
        }
    }

    /// The same with the lengths open that are open in other descriptions of the leaves.
    func opened(as shapes: [[Int?]?]) -> ElementSpec {
        var place = 0
        return map { dimensions, dtype in
            defer { place += 1 }
            guard let own = dimensions, place < shapes.count, let told = shapes[place],
                told.count == own.count
            else { return .tensor(dimensions, dtype) }
            return .tensor(zip(own, told).map { $1 == nil ? nil : $0 }, dtype)
        }
    }

    /// The elements of batches: an axis more in front.
    func batched(_ length: Int?) -> ElementSpec {
        map { dimensions, dtype in .tensor(dimensions.map { [length] + $0 }, dtype) }
    }

    /// The elements of one element: the first axis less.
    var unbatched: ElementSpec {
        map { dimensions, dtype in .tensor(dimensions.map { Array($0.dropFirst()) }, dtype) }
    }

    /// Windows over elements: a dataset in the place of every tensor.
    var windowed: ElementSpec {
        map { dimensions, dtype in .dataset(.tensor(dimensions, dtype)) }
    }

    /// What both descriptions say alike; lengths in which they differ are open.
    func common(with other: ElementSpec) -> ElementSpec {
        switch (self, other) {
        case (.tensor(let a?, let dtype), .tensor(let b?, _)) where a.count == b.count:
            .tensor(zip(a, b).map { $0 == $1 ? $0 : nil }, dtype)
        case (.tensor(_, let dtype), .tensor): .tensor(nil, dtype)
        case (.tuple(let a), .tuple(let b)) where a.count == b.count:
            .tuple(zip(a, b).map { $0.common(with: $1) })
        case (.dictionary(let a), .dictionary(let b)) where a.count == b.count:
            .dictionary(zip(a, b).map { ($0.key, $0.value.common(with: $1.value)) })
        case (.dataset(let a), .dataset(let b)): .dataset(a.common(with: b))
        default: self
        }
    }

    /// Zeros that fit the description, open lengths being `length`.
    func example(_ length: Int, in python: Interpreter) throws -> Value {
        switch self {
        case .tensor(let dimensions, let dtype):
            let shape = Shape((dimensions ?? []).map { $0 ?? length })
            // Of some words, so that parts of them are not told from all.
            let text = Array(repeating: "a", count: length).joined(separator: " ")
            return try Tensor.filled(
                shape, with: dtype == .string ? .bytes(ByteString(text)) : .int(0), dtype
            ).object(in: python)
        case .tuple(let items):
            return .tuple(try items.map { try $0.example(length, in: python) }, in: python)
        case .dictionary(let entries):
            return python.dictionary(
                try entries.map { ($0.key, try $0.value.example(length, in: python)) })
        case .dataset(let spec):
            let element = try spec.example(length, in: python)
            let dataset = Dataset("_WindowDataset", cardinality: Dataset.unknown, spec: { spec }) {
                var left = length
                return {
                    left -= 1
                    return left >= 0 ? element : nil
                }
            }
            return DatasetTypes.of(python).object(dataset)
        }
    }
}

/// A `DatasetSpec`: what the datasets inside a dataset look like.
package final class DatasetSpecObject: Object {
    let spec: ElementSpec

    init(_ spec: ElementSpec, in python: Interpreter) {
        self.spec = spec
        super.init(type: DatasetTypes.of(python).spec)
    }
}
