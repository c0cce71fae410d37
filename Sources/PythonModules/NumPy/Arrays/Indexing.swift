import PythonRuntime
import Tensors

/// An index as it stands between brackets: `0, 1:3, ..., None, mask`.
struct ArrayIndex {
    var entries: [Index] = []
    /// Whether every entry is a whole number, so that what is chosen may be a single number.
    var isPlain = true

    init(_ key: Value, in python: Interpreter) throws {
        if let tuple = key.object as? TupleObject, tuple.kind == .tuple {
            for item in tuple.items { try append(item, in: python) }
        } else {
            try append(key, in: python)
        }
    }

    private mutating func append(_ item: Value, in python: Interpreter) throws {
        switch item {
        case .int(let place): entries.append(.integer(place))
        case .bool(let truth): appendSpecial(.mask(Tensor(scalar: truth)))
        case .none: appendSpecial(.newAxis)
        case .float: throw Self.kindError(python)
        case .object(let object): try append(object, in: python)
        }
    }

    private mutating func appendSpecial(_ entry: Index) {
        entries.append(entry)
        isPlain = false
    }

    private mutating func append(_ object: Object, in python: Interpreter) throws {
        if let slice = object as? SliceObject {
            appendSpecial(try Self.slice(slice, in: python))
        } else if Value.object(object).isIdentical(to: python.ellipsis) {
            appendSpecial(.ellipsis)
        } else if let place = Value.object(object).integer {
            entries.append(.integer(place))
        } else {
            try appendArray(object, in: python)
        }
    }

    private mutating func appendArray(_ object: Object, in python: Interpreter) throws {
        guard python.isNumPyOperand(.object(object)) || object is TensorObject,
            object.kind != .string
        else { throw Self.kindError(python) }
        var tensor = try ArrayLike.from(.object(object), in: python).tensor
        if tensor.count == 0, !(object is ArrayObject) { tensor = try tensor.cast(to: .int64) }
        if tensor.dtype == .bool { return appendSpecial(.mask(tensor)) }
        guard tensor.dtype.isInteger else {
            guard object is ArrayObject else {
                throw Self.kindError(python)
            }
            throw python.error(
                "IndexError",
                "arrays used as indices must be of integer (or boolean) type")
        }
        if tensor.rank == 0 {
            entries.append(.integer(tensor.item.int))
        } else {
            appendSpecial(.integers(tensor))
        }
    }

    /// That values of one shape do not fit into the places of another that the index names.
    func refusal(of given: Shape, for target: Shape) -> String {
        if target.rank == 0 { return "setting an array element with a sequence." }
        let isMask =
            entries.count == 1 && entries.contains { if case .mask = $0 { true } else { false } }
        let hasArrays = entries.contains {
            switch $0 {
            case .mask, .integers: true
            default: false
            }
        }
        if isMask, given.rank == 1, target.rank == 1 {
            return
                "NumPy boolean array indexing assignment cannot assign \(given.count) input values to the \(target.count) output values where the mask is true"
        }
        return hasArrays
            ? "shape mismatch: value array of shape \(given.compact) could not be broadcast to indexing result of shape \(target.compact)"
            : "could not broadcast input array from shape \(given.compact) into shape \(target.compact)"
    }

    private static func slice(_ slice: SliceObject, in python: Interpreter) throws -> Index {
        func bound(_ value: Value) throws -> Int? {
            if value.isNone { return nil }
            if let number = value.integer { return number }
            guard python.type(of: value).special(.index) != nil else {
                throw python.typeError(
                    "slice indices must be integers or None or have an __index__ method")
            }
            return try python.index(value)
        }
        let step = try bound(slice.step) ?? 1
        guard step != 0 else { throw python.valueError("slice step cannot be zero") }
        return .slice(try bound(slice.start), try bound(slice.stop), step)
    }

    private static func kindError(_ python: Interpreter) -> PythonError {
        python.error(
            "IndexError",
            "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices"
        )
    }
}

extension ArrayObject {
    /// `array[key]`: a view, a copy of chosen elements, or a single number.
    func item(_ key: Value, in python: Interpreter) throws -> Value {
        if case .int(let place) = key { return try row(place, in: python) }
        let index = try ArrayIndex(key, in: python)
        let chosen = try tensor.indexed(index.entries)
        if chosen.rank == 0, index.isPlain { return python.numPyValue(chosen, isText: isText) }
        return view(chosen, in: python)
    }

    /// The element or the row at a place of the first axis.
    func row(_ place: Int, in python: Interpreter) throws -> Value {
        let length = tensor.rank > 0 ? tensor.shape[0] : 0
        let counted = place < 0 ? place + length : place
        guard counted >= 0, counted < length else {
            guard tensor.rank > 0 else { throw TensorError.tooManyIndices(given: 1, rank: 0) }
            throw TensorError.indexOutOfRange(index: place, axis: 0, length: length)
        }
        if tensor.rank == 1 {
            return python.numPyScalar(tensor[[counted]], tensor.dtype, isText: isText)
        }
        let strides = tensor.strides
        return view(
            tensor.view(
                shape: Shape(Array(tensor.shape.dimensions.dropFirst())),
                strides: Array(strides.dropFirst()), offset: tensor.offset + counted * strides[0]),
            in: python)
    }

    /// An array over other elements, which remembers this one if it shares them.
    func view(_ other: Tensor, in python: Interpreter) -> Value {
        let array = ArrayObject(other, isText: isText, in: python)
        array.textRoom = textRoom
        if other.sharesStorage(with: tensor) {
            array.base = base ?? self
            array.isReadOnly = isReadOnly
        }
        return .object(array)
    }

    /// `array[key] = value`.
    func setItem(_ key: Value, _ value: Value, in python: Interpreter) throws {
        let tensor = try writable(in: python)
        if tensor.rank == 1, case .int(let place) = key, try setElement(place, value, in: python) {
            return
        }
        let index = try ArrayIndex(key, in: python)
        let values = try assigned(value, in: python)
        do {
            try tensor.assign(values, at: index.entries)
        } catch TensorError.notAssignable(let given, let target) {
            throw python.valueError(index.refusal(of: given, for: target))
        }
    }

    /// Sets an element to a Python number; false where the general way is needed.
    private func setElement(_ place: Int, _ value: Value, in python: Interpreter) throws -> Bool {
        let number: Scalar
        switch value {
        case .float(let value): number = .float(value)
        case .int(let value): number = .int(value)
        default: return false
        }
        let length = tensor.shape[0]
        let counted = place < 0 ? place + length : place
        guard counted >= 0, counted < length, tensor.dtype != .string else { return false }
        tensor[[counted]] = number
        return true
    }

    /// What is assigned, as elements of this array's type.
    func assigned(_ value: Value, in python: Interpreter) throws -> Tensor {
        let values = try ArrayLike.from(value, in: python)
        let converted = try ElementConversion.convert(
            values, to: NumPyDType(dtype: tensor.dtype, isText: isText), in: python)
        guard isText else { return converted.tensor }
        let width = textRoom ?? tensor.textWidth
        return Tensor(
            converted.tensor.elements(of: ByteString.self).map {
                ByteString(String($0.text.unicodeScalars.prefix(width).map(Character.init)))
            }, shape: converted.tensor.shape)
    }
}
