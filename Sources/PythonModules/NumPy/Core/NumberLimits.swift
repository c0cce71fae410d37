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

/// `np.finfo` and `np.iinfo`.
enum NumPyLimits {
    static func define(_ m: ModuleBuilder) {
        m.type("finfo") { t in
            t.type.hasInstanceDictionary = true
            t.constructor("finfo(dtype)") { python, type, values in
                let dtype = try NumPyDType.from(values[0], in: python).dtype
                guard dtype.isFloating || dtype.isComplex else {
                    throw python.valueError("data type <class 'numpy.\(dtype.name)'> not inexact")
                }
                let (limits, object) = (NumberLimits(dtype), InstanceObject(type: type))
                for (name, number) in [
                    ("eps", limits.epsilon), ("max", limits.largest), ("min", -limits.largest),
                    ("tiny", limits.smallest), ("smallest_normal", limits.smallest),
                    ("resolution", pow10(limits)),
                ] {
                    object.setAttribute(name, python.numPyScalar(.float(number), limits.dtype))
                }
                object.setAttribute("dtype", python.numPyDType(limits.dtype))
                object.setAttribute("bits", .int(8 * limits.dtype.byteWidth))
                return .object(object)
            }
        }
        m.type("iinfo") { t in
            t.type.hasInstanceDictionary = true
            t.constructor("iinfo(type)") { python, type, values in
                let dtype = try NumPyDType.from(values[0], in: python).dtype
                guard dtype.isInteger else {
                    throw python.valueError(
                        "Invalid integer data type '\(dtype.numPyCode.prefix(1))'.")
                }
                let (limits, object) = (NumberLimits(dtype), InstanceObject(type: type))
                object.setAttribute("min", limits.bounds.low.value(in: python))
                object.setAttribute("max", limits.bounds.high.value(in: python))
                object.setAttribute("dtype", python.numPyDType(dtype))
                object.setAttribute("bits", .int(8 * dtype.byteWidth))
                return .object(object)
            }
        }
    }

    private static func pow10(_ limits: NumberLimits) -> Double {
        limits.dtype == .float64
            ? 1e-15 : limits.dtype == .float32 ? Double(Float(1e-6)) : Double(Float16(1e-3))
    }
}
