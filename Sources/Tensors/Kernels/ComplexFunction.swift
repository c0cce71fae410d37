import CKernels

/// Functions of complex numbers, from those of their parts.
enum ComplexFunction {
    static func exp(_ z: Complex<Double>) -> Complex<Double> {
        let size = call(kernel_exp_f64, z.real)
        return Complex(
            size * call(kernel_cos_f64, z.imaginary), size * call(kernel_sin_f64, z.imaginary))
    }

    static func log(_ z: Complex<Double>) -> Complex<Double> {
        let size = call(kernel_hypotenuse_f64, z.real, z.imaginary)
        return Complex(
            call(kernel_log_f64, size), call(kernel_arc_tangent_f64, z.imaginary, z.real))
    }

    static func power(_ a: Complex<Double>, _ b: Complex<Double>) -> Complex<Double> {
        if a == Complex(0) { return Complex(b == Complex(0) ? 1 : 0) }
        return exp(log(a) * b)
    }

    private static func call(_ function: FloatLoop, _ x: Double) -> Double {
        var (input, output) = (x, 0.0)
        function(1, &input, &output)
        return output
    }

    private static func call(_ function: FloatPairLoop, _ a: Double, _ b: Double) -> Double {
        var (left, right, output) = (a, b, 0.0)
        function(1, &left, 1, &right, 1, &output)
        return output
    }
}
