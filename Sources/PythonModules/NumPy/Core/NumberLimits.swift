import PythonRuntime
import Tensors

/// The limits of a number type.
struct NumberLimits {
    let dtype: DType

    init(_ dtype: DType) { self.dtype = dtype.realPart }

    /// The largest number.
    var largest: Double {
        switch dtype {
        case .float16: Double(Float16.greatestFiniteMagnitude)
        case .float32: Double(Float.greatestFiniteMagnitude)
        default: .greatestFiniteMagnitude
        }
    }

    /// The distance from 1 to the next number.
    var epsilon: Double {
        switch dtype {
        case .float16: Double(Float16.ulpOfOne)
        case .float32: Double(Float.ulpOfOne)
        default: Double.ulpOfOne
        }
    }

    /// The smallest normal number.
    var smallest: Double {
        switch dtype {
        case .float16: Double(Float16.leastNormalMagnitude)
        case .float32: Double(Float.leastNormalMagnitude)
        default: .leastNormalMagnitude
        }
    }

    /// The smallest and the largest whole number.
    var bounds: (low: Scalar, high: Scalar) {
        let bits = 8 * dtype.byteWidth
        if dtype.kind == .unsigned {
            return (.int(0), bits == 64 ? .unsigned(.max) : .int((1 << bits) - 1))
        }
        return (.int(Int.min >> (64 - bits)), .int(Int.max >> (64 - bits)))
    }
}
