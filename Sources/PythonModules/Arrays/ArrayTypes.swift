import PythonRuntime
import Tensors

/// The Python types of tensors, arrays, variables and what belongs to them: one set an interpreter.
package final class ArrayTypes {
    let eagerTensor, variable, tensorShape, tfDType: TypeObject
    let ndarray, generic, numpyDType: TypeObject
    private let scalars: [DType: TypeObject]
    /// How arrays and tensors are printed: `np.set_printoptions`.
    package var printOptions = PrintOptions()
    /// The open gradient tapes.
    let tapes = TapeStack()

    static func of(_ python: Interpreter) -> ArrayTypes {
        python.state(ArrayTypes.self) { ArrayTypes($0) }
    }

    private init(_ python: Interpreter) {
        func make(_ name: String, _ module: String, _ bases: [TypeObject]? = nil) -> TypeObject {
            TypeObject(
                name, bases: bases ?? [python.types.object], module: module,
                metatype: python.types.type,
                in: python)
        }
        eagerTensor = make("EagerTensor", "tensorflow.python.framework.ops")
        variable = make("ResourceVariable", "tensorflow.python.ops.resource_variable_ops")
        variable.hasInstanceDictionary = true
        tensorShape = make("TensorShape", "tensorflow.python.framework.tensor_shape")
        tfDType = make("DType", "tensorflow.python.framework.dtypes")
        ndarray = make("ndarray", "numpy")
        numpyDType = make("dtype", "numpy")
        ndarray.messageName = "numpy.ndarray"
        numpyDType.messageName = "numpy.dtype"
        generic = make("generic", "numpy")
        let number = make("number", "numpy", [generic])
        let integer = make("integer", "numpy", [number])
        let families: [DType.Kind: TypeObject] = [
            .bool: generic, .signed: make("signedinteger", "numpy", [integer]),
            .unsigned: make("unsignedinteger", "numpy", [integer]),
            .floating: make("floating", "numpy", [number]),
            .complex: make("complexfloating", "numpy", [number]),
            .string: make("character", "numpy", [generic]),
        ]
        var scalars: [DType: TypeObject] = [:]
        for dtype in DType.allCases {
            let name = dtype == .bool ? "bool_" : dtype == .string ? "bytes_" : dtype.name
            var bases = [families[dtype.kind] ?? generic]
            if dtype == .float64 { bases.append(python.types.float) }
            let type = make(name, "numpy", bases)
            type.messageName = "numpy.\(name)"
            scalars[dtype] = type
        }
        self.scalars = scalars
    }

    /// The class of single numbers of a type: `np.float32`.
    func scalar(_ dtype: DType) -> TypeObject { scalars[dtype] ?? generic }

    /// The classes of single numbers, by type.
    var scalarClasses: [(dtype: DType, type: TypeObject)] {
        DType.allCases.map { ($0, scalar($0)) }
    }

    /// The element type whose single numbers have this class; nil for any other class.
    func dtype(of type: TypeObject) -> DType? { scalars.first { $0.value === type }?.key }
}
