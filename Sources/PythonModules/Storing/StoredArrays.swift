import PythonRuntime
import Tensors

// Arrays, tensors and what belongs to them, as Python holds them.

extension ArrayObject: Storable {
    package func store(in writer: StateWriter) throws {
        try writer.write(typeOf: self, unless: ArrayTypes.of(writer.python).ndarray)
        writer.write(isText)
        writer.write(textRoom ?? -1)
        try writer.write(tensor)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let (type, isText) = (try reader.type(), try reader.flag())
        let room = try reader.int()
        let array = ArrayObject(
            try reader.tensor(), isText: isText, type: type, in: reader.python)
        array.textRoom = room < 0 ? nil : room
        return array
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(base.map { .object($0) } ?? .none)
        writer.write(isReadOnly)
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        let base = try reader.value()
        guard base.isNone || base.object is ArrayObject else { throw UnreadableState() }
        self.base = base.object as? ArrayObject
        isReadOnly = try reader.flag()
        try reader.restoreAttributes(of: self)
    }
}

extension TensorObject: Storable {
    package func store(in writer: StateWriter) throws {
        guard origin == nil else { throw Unstorable("a part of a variable", name: writer.name) }
        try writer.write(typeOf: self, unless: ArrayTypes.of(writer.python).eagerTensor)
        try writer.write(tensor)
        writer.write(tensor.face === self)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let type = try reader.type() ?? ArrayTypes.of(reader.python).eagerTensor
        let object = TensorObject(try reader.tensor(), type: type)
        if try reader.flag() { object.tensor.face = object }
        return object
    }
}

extension VariableObject: StorableByAttributes {
    package func store(in writer: StateWriter) throws {
        writer.putEarly(self, rank: 1)
        try writer.write(variable)
        writer.write(isUnread)
        writer.write(variable.face === self)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let variable = try reader.variable()
        let object = VariableObject(variable, isUnread: try reader.flag(), in: reader.python)
        if try reader.flag() { variable.face = object }
        return object
    }
}

extension ScalarObject: Storable {
    package func store(in writer: StateWriter) throws {
        writer.write(Int(dtype.rawValue))
        writer.write(isText)
        switch scalar {
        case .bool(let value): writer.write(kind: 0, [value ? 1 : 0])
        case .int(let value): writer.write(kind: 1, [UInt64(bitPattern: Int64(value))])
        case .unsigned(let value): writer.write(kind: 2, [value])
        case .float(let value): writer.write(kind: 3, [value.bitPattern])
        case .complex(let value):
            writer.write(kind: 4, [value.real.bitPattern, value.imaginary.bitPattern])
        case .bytes(let value):
            writer.write(5)
            try writer.write(block: value.bytes)
        }
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let (dtype, isText) = (try reader.dtype(), try reader.flag())
        let scalar: Scalar
        switch try reader.int() {
        case 0: scalar = .bool(try reader.bits() != 0)
        case 1: scalar = .int(Int(Int64(bitPattern: try reader.bits())))
        case 2:
            let number = try reader.bits()
            scalar = Int(exactly: number).map { .int($0) } ?? .unsigned(number)
        case 3: scalar = .float(try reader.double())
        case 4: scalar = .complex(Complex(try reader.double(), try reader.double()))
        case 5: scalar = .bytes(ByteString(Array(try reader.block())))
        default: throw UnreadableState()
        }
        let isBytes = if case .bytes = scalar { true } else { false }
        guard isBytes == (dtype == .string) else { throw UnreadableState() }
        return ScalarObject(scalar, dtype, isText: isText, in: reader.python)
    }
}

extension StateWriter {
    fileprivate func write(kind: Int, _ words: [UInt64]) {
        write(kind)
        for word in words { write(Double(bitPattern: word)) }
    }
}

extension StateReader {
    fileprivate func bits() throws -> UInt64 { try double().bitPattern }
}

extension ShapeObject: Storable {
    package func store(in writer: StateWriter) throws {
        writer.write(dimensions?.count ?? -1)
        for length in dimensions ?? [] { writer.write(length ?? -1) }
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let count = try reader.int()
        guard count < 1 << 20 else { throw UnreadableState() }
        if count < 0 { return ShapeObject(nil, in: reader.python) }
        let lengths = try (0..<count).map { _ in try reader.int() }
        return ShapeObject(lengths.map { $0 < 0 ? nil : $0 }, in: reader.python)
    }
}

extension DTypeObject: Storable {
    package func store(in writer: StateWriter) throws {
        writer.write(Int(dtype.rawValue))
        writer.write(type === ArrayTypes.of(writer.python).tfDType)
    }

    /// TensorFlow has one object a type.
    package static func restored(from reader: StateReader) throws -> Object {
        let (dtype, types) = (try reader.dtype(), ArrayTypes.of(reader.python))
        guard try reader.flag() else { return DTypeObject(dtype, type: types.numpyDType) }
        guard let object = DTypeType.value(dtype, in: reader.python).object else {
            throw UnreadableState()
        }
        return object
    }
}

extension TextDTypeObject: Storable {
    package func store(in writer: StateWriter) throws { writer.write(width) }

    package static func restored(from reader: StateReader) throws -> Object {
        TextDTypeObject(width: try reader.int(), in: reader.python)
    }
}

extension TapeObject: Storable {
    /// A tape that has given its gradients is what a `with` leaves behind.
    package func store(in writer: StateWriter) throws {
        guard tape.isOver else {
            throw Unstorable("a GradientTape that can still give gradients", name: writer.name)
        }
        try writer.write(type)
        writer.write(tape.watchesVariables)
        writer.write(tape.watchedVariables.count)
        for variable in tape.watchedVariables { try writer.write(variable) }
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let (type, watches) = (try reader.object(as: TypeObject.self), try reader.flag())
        let variables = try (0..<reader.count()).map { _ in try reader.variable() }
        return TapeObject(
            GradientTape(spentOn: variables, watchesVariables: watches), type: type)
    }
}
