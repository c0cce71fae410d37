import PythonRuntime
import Tensors

// Tensors and variables, which several objects may hold, and their elements, which several tensors may.

extension StateWriter {
    /// A tensor. What tapes knew it by is left out: no tape that can be stored knows any.
    func write(_ tensor: Tensor) throws {
        try share(tensor) { tensor in
            try write(tensor.storage)
            write(integers: tensor.shape.dimensions)
            write(tensor.gaps != nil)
            if let gaps = tensor.gaps { write(integers: gaps) }
            write(tensor.offset)
            try write(optional: tensor.logits)
            try write(optional: tensor.mask)
        }
    }

    func write(optional tensor: Tensor?) throws {
        write(tensor != nil)
        if let tensor { try write(tensor) }
    }

    func write(integers: [Int]) {
        write(integers.count)
        for number in integers { write(number) }
    }

    private func write(_ storage: Storage) throws {
        try share(storage) { storage in
            write(Int(storage.dtype.rawValue))
            write(storage.count)
            guard storage.dtype == .string else {
                let size = storage.count * storage.dtype.byteWidth
                return try write(memory: UnsafeRawBufferPointer(start: storage.base, count: size))
            }
            let elements = storage.pointer(to: ByteString.self)
            for index in 0..<storage.count { try write(block: elements[index].bytes) }
        }
    }

    /// A variable. A constraint is a function of nobody knows what, but for the layer that owns the variable.
    func write(_ variable: Variable, owned: Bool = false) throws {
        try share(variable) { variable in
            guard variable.constraint == nil || owned else {
                throw Unstorable("a variable with a constraint")
            }
            try write(variable.value)
            write(variable.name)
            write(variable.isTrainable)
            write(variable.isFollowed)
        }
    }
}

extension StateReader {
    func tensor() throws -> Tensor {
        try shared {
            let storage = try storage()
            let shape = Shape(try integers())
            let strides = try flag() ? try integers() : nil
            guard
                let tensor = Tensor(
                    storage: storage, shape: shape, strides: strides, offset: try int())
            else { throw UnreadableState() }
            tensor.logits = try optionalTensor()
            tensor.mask = try optionalTensor()
            return tensor
        }
    }

    func optionalTensor() throws -> Tensor? { try flag() ? try tensor() : nil }

    func integers() throws -> [Int] { try (0..<count()).map { _ in try int() } }

    func dtype() throws -> DType {
        guard let number = UInt8(exactly: try int()), let dtype = DType(rawValue: number) else {
            throw UnreadableState()
        }
        return dtype
    }

    private func storage() throws -> Storage {
        try shared {
            let dtype = try dtype()
            guard dtype == .string else {
                let count = try int()
                let bytes = try block()
                guard count >= 0, bytes.count % dtype.byteWidth == 0,
                    bytes.count / dtype.byteWidth == count
                else { throw UnreadableState() }
                let storage = Storage(uninitialized: count, of: dtype)
                bytes.withUnsafeBytes { source in
                    if let start = source.baseAddress, !source.isEmpty {
                        storage.base.copyMemory(from: start, byteCount: source.count)
                    }
                }
                return storage
            }
            let storage = Storage(zeros: try count(), of: .string)
            let elements = storage.pointer(to: ByteString.self)
            for index in 0..<storage.count { elements[index] = ByteString(Array(try block())) }
            return storage
        }
    }

    /// Lets a variable that is there already become the one that was written.
    func adopt(_ variable: Variable) throws {
        let adopted = try shared {
            let tensor = try tensor()
            let (name, isTrainable, isFollowed) = (try text(), try flag(), try flag())
            guard variable.isTrainable == isTrainable, variable.isFollowed == isFollowed,
                variable.become(tensor, name: name)
            else { throw UnreadableState() }
            return variable
        }
        guard adopted === variable else { throw UnreadableState() }
    }

    func variable() throws -> Variable {
        try shared {
            let tensor = try tensor()
            let (name, isTrainable) = (try text(), try flag())
            return Variable(
                holding: tensor, name: name, isTrainable: isTrainable,
                tapes: try flag() ? ArrayTypes.of(python).tapes : nil)
        }
    }
}
