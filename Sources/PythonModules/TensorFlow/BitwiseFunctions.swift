import PythonRuntime
import Tensors

/// `tf.bitwise`.
enum BitwiseFunctions {
    static func module(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("tensorflow.bitwise", pythonWording: true, in: python)
        let pairs: [(String, BinaryOperation)] = [
            ("bitwise_and", .bitwiseAnd), ("bitwise_or", .bitwiseOr), ("bitwise_xor", .bitwiseXor),
            ("left_shift", .leftShift), ("right_shift", .rightShift),
        ]
        for (name, operation) in pairs {
            m.def("\(name)(x, y, name=None)") {
                (python: Interpreter, x: TensorLike, y: TensorLike, _: Value) -> Tensor in
                let (a, b) = try TensorMath.matched(x, y, python)
                return try operation(a, b)
            }
        }
        m.def("invert(x, name=None)") { (_: Interpreter, x: TensorLike, _: Value) in
            try UnaryOperation.invert(x.tensor)
        }
        return m.module
    }
}
