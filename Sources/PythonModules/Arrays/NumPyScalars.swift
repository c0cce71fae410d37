import PythonRuntime
import Tensors

/// Single numbers as NumPy gives them: `np.float32(0.5)`, `np.int64(3)`, `np.True_`.
enum NumPyScalars {
    static func value(_ scalar: Scalar, _ dtype: DType, in python: Interpreter) -> Value {
        if dtype == .float64 {
            return .object(
                BoxedObject(.float(scalar.double), type: ArrayTypes.of(python).scalar(.float64)))
        }
        return .object(ScalarObject(scalar, dtype, in: python))
    }
}
