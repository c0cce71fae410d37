import Charts
import PythonRuntime
import Tensors

/// Reads numbers for plots out of lists, arrays, tensors and anything that can be iterated.
struct PlotData {
    let python: Interpreter

    init(_ python: Interpreter) { self.python = python }

    /// Rows of numbers: a matrix, or with more axes a picture.
    struct Table {
        let shape: [Int]
        let values: [Double]
        /// Whether the numbers are whole and from 0 to 255.
        let isBytes: Bool
    }

    /// More numbers than a page can show in any form.
    private static let limit = 50_000_000

    func table(_ value: Value) throws -> Table {
        let tensor = try self.tensor(value)
        guard tensor.count <= Self.limit else {
            throw python.valueError("\(tensor.count) numbers are too many for one plot")
        }
        return Table(
            shape: tensor.shape.dimensions, values: tensor.scalars.map(\.double),
            isBytes: tensor.dtype.kind == .signed || tensor.dtype.kind == .unsigned)
    }

    /// A sequence of numbers, or one number; more axes are laid out one after the other.
    func numbers(_ value: Value) throws -> [Double] {
        switch value {
        case .int(let number): return [Double(number)]
        case .float(let number): return [number]
        case .bool(let truth): return [truth ? 1 : 0]
        case .none: return [.nan]
        case .object: break
        }
        if let list = value.object as? ListObject, let numbers = plain(list.items) {
            return numbers
        }
        return try table(value).values
    }

    /// Numbers of a plain list, None standing for a gap; nil where there is anything else in it.
    private func plain(_ items: [Value]) -> [Double]? {
        var numbers: [Double] = []
        numbers.reserveCapacity(items.count)
        for item in items {
            switch item {
            case .int(let number): numbers.append(Double(number))
            case .float(let number): numbers.append(number)
            case .bool(let truth): numbers.append(truth ? 1 : 0)
            case .none: numbers.append(.nan)
            case .object: return nil
            }
        }
        return numbers
    }

    private func tensor(_ value: Value) throws -> Tensor {
        if let tensor = ArrayReader.existing(value) { return try numeric(tensor) }
        var source = value
        if let object = value.object, !(object is ListObject), !(object is TupleObject),
            !(object is RangeObject), object.type.special(.iter) != nil, value.text == nil
        {
            source = .list(try python.list(value), in: python)
        }
        return try numeric(ArrayLike.from(source, in: python).tensor)
    }

    private func numeric(_ tensor: Tensor) throws -> Tensor {
        guard tensor.dtype != .string, tensor.dtype.kind != .complex else {
            throw python.typeError(
                "plots are made of real numbers, not of \(tensor.dtype.name) values")
        }
        return tensor
    }

    /// Several series: the rows of nested sequences, which may differ in length.
    func series(_ value: Value) throws -> [[Double]] {
        if let list = value.object, list is ListObject || list is TupleObject {
            let items = try python.list(value)
            if let first = items.first, first.object != nil, first.text == nil, !isNumber(first) {
                return try items.map(numbers)
            }
        }
        let table = try table(value)
        guard table.shape.count == 2 else { return [table.values] }
        let (rows, columns) = (table.shape[0], table.shape[1])
        return (0..<columns).map { column in
            (0..<rows).map { table.values[$0 * columns + column] }
        }
    }

    private func isNumber(_ value: Value) -> Bool {
        (ArrayReader.existing(value).map { $0.rank == 0 } ?? false) || value.integer != nil
            || value.object is ScalarObject || value.object is BoxedObject
    }

    // MARK: Words

    /// The words of a sequence of strings; nil for anything else.
    func words(_ value: Value) throws -> [String]? {
        if let text = value.text { return [text] }
        if let array = value.object as? ArrayObject {
            guard array.tensor.dtype == .string else { return nil }
            return array.tensor.scalars.map { scalar in
                if case .bytes(let bytes) = scalar { bytes.text } else { "" }
            }
        }
        guard let object = value.object, ArrayReader.existing(value) == nil,
            !(object is RangeObject), object.type.special(.iter) != nil
        else { return nil }
        let items = try python.list(value)
        guard !items.isEmpty, items.allSatisfy({ $0.text != nil }) else { return nil }
        return items.compactMap(\.text)
    }

    /// Places on an axis: numbers, or words that the axis keeps a list of.
    func places(_ value: Value, on axis: inout Axis) throws -> [Double] {
        guard let words = try words(value) else { return try numbers(value) }
        return words.map { word in
            if let index = axis.categories.firstIndex(of: word) { return Double(index) }
            axis.categories.append(word)
            return Double(axis.categories.count - 1)
        }
    }
}
