import PythonRuntime
import Tensors

/// The constants and classes of `numpy`.
enum NumPyNames {
    static func define(_ m: ModuleBuilder) throws {
        try m.set("__version__", NumPyModule.version)
        for (name, number) in [
            ("pi", Double.pi), ("e", 2.718281828459045), ("inf", .infinity), ("Inf", .infinity),
            ("Infinity", .infinity), ("PINF", .infinity), ("NINF", -.infinity), ("nan", .nan),
            ("NaN", .nan), ("NAN", .nan), ("euler_gamma", 0.5772156649015329), ("PZERO", 0),
            ("NZERO", -0.0),
        ] {
            try m.set(name, number)
        }
        m.module.namespace["newaxis"] = Value.none
        try m.set("True_", m.python.numPyScalar(.bool(true), .bool))
        try m.set("False_", m.python.numPyScalar(.bool(false), .bool))
        try defineClasses(m)
    }

    private static func defineClasses(_ m: ModuleBuilder) throws {
        let types = ArrayTypes.of(m.python)
        let own = NumPyTypes.of(m.python)
        for type in [types.ndarray, types.generic, own.text, own.ufunc] {
            try m.set(type.name, type)
        }
        try m.set("dtype", types.numpyDType)
        for (_, type) in types.scalarClasses {
            try m.set(type.name, type)
            // The abstract classes between a number's class and `generic`.
            for ancestor in type.mro where ancestor.moduleName == "numpy" {
                try m.set(ancestor.name, ancestor)
            }
        }
        let aliases: KeyValuePairs<String, DType> = [
            "int_": .int64, "intp": .int64, "uint": .uint64, "uintp": .uint64, "intc": .int32,
            "uintc": .uint32, "short": .int16, "ushort": .uint16, "byte": .int8, "ubyte": .uint8,
            "longlong": .int64, "ulonglong": .uint64, "half": .float16, "single": .float32,
            "double": .float64, "float_": .float64, "csingle": .complex64, "cdouble": .complex128,
            "complex_": .complex128, "cfloat": .complex128,
        ]
        for (name, dtype) in aliases { try m.set(name, types.scalar(dtype)) }
        try m.set("unicode_", own.text)
        try m.set("AxisError", own.exception("AxisError"))
    }
}
