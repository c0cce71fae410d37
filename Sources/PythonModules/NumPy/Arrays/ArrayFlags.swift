import PythonRuntime
import Tensors

extension ArrayObject {
    /// The elements, to be overwritten; NumPy's refusal where this array may only be read.
    func writable(
        orElse refusal: String = "assignment destination is read-only", in python: Interpreter
    ) throws -> Tensor {
        guard isReadOnly else { return tensor }
        throw python.valueError(refusal)
    }

    /// Allows or forbids to change elements through this array; what its base forbids stays forbidden.
    fileprivate func setWritable(_ isWritable: Bool, in python: Interpreter) throws {
        if isWritable, base?.isReadOnly == true {
            throw python.valueError("cannot set WRITEABLE flag to True of this array")
        }
        isReadOnly = !isWritable
    }
}

/// `array.flags`: how an array lies in memory, and whether it may be changed.
enum ArrayFlags {
    static func define(_ t: NumPyDefinitions, _ builder: TypeBuilder) {
        builder.property("flags") { python, value -> Value in
            let array = try NumPyArrayType.array(value, python)
            return .object(
                try FlagsObject(array, type: python.state(FlagsType.self) { .init($0) }.type))
        }
        t.def("setflags(self, write=None, align=None, uic=None)") {
            (python: Interpreter, value: Value, write: Bool?, _: Value, _: Value) -> Value in
            if let write {
                try NumPyArrayType.array(value, python).setWritable(write, in: python)
            }
            return .none
        }
    }
}

/// The flags of one array, as they were when they were asked for.
package final class FlagsObject: Object {
    let array: ArrayObject
    /// Every flag and its name, in the order in which they are shown.
    let entries: [(name: String, isSet: Bool)]

    init(_ array: ArrayObject, type: TypeObject) throws {
        let tensor = array.tensor
        let isFortran = try tensor.count <= 1 || tensor.transposed().isContiguous
        self.array = array
        entries = [
            ("C_CONTIGUOUS", tensor.isContiguous),
            ("F_CONTIGUOUS", isFortran || tensor.rank < 2 && tensor.isContiguous),
            ("OWNDATA", array.base == nil), ("WRITEABLE", !array.isReadOnly), ("ALIGNED", true),
            ("WRITEBACKIFCOPY", false),
        ]
        super.init(type: type)
    }
}

/// The class of `array.flags`.
private final class FlagsType {
    let type: TypeObject

    init(_ python: Interpreter) {
        type = TypeObject(
            "flagsobj", bases: [python.types.object], module: "numpy.core.multiarray",
            metatype: python.types.type, in: python)
        let t = TypeBuilder(type, in: python)
        t.unary(.repr) { python, value -> String in
            try Self.flags(value, python).entries.map {
                "  \($0.name) : \($0.isSet ? "True" : "False")\n"
            }.joined()
        }
        Self.defineItems(t)
        for name in ["c_contiguous", "f_contiguous", "owndata", "aligned"] {
            t.property(name) { python, value in
                try Self.flags(value, python).entries.first { $0.name == name.uppercased() }?
                    .isSet
            }
        }
        t.property(
            "writeable",
            set: { python, value, new in
                try Self.flags(value, python).array.setWritable(python.isTrue(new), in: python)
            }
        ) { python, value in try !Self.flags(value, python).array.isReadOnly }
    }

    private static func defineItems(_ t: TypeBuilder) {
        t.binary(.getitem) { python, value, key -> Bool in
            let name = key.text ?? ""
            let entry = try flags(value, python).entries.first {
                $0.name == name || (name.count == 1 && $0.name.hasPrefix(name))
            }
            guard let entry else { throw python.error("KeyError", "Unknown flag") }
            return entry.isSet
        }
        t.ternary(.setitem) { python, value, key, new -> Value in
            guard ["WRITEABLE", "W"].contains(key.text) else {
                throw python.error("KeyError", "Unknown flag")
            }
            try flags(value, python).array.setWritable(python.isTrue(new), in: python)
            return .none
        }
    }

    private static func flags(_ value: Value, _ python: Interpreter) throws -> FlagsObject {
        try python.receiver(value, "flagsobj")
    }
}
