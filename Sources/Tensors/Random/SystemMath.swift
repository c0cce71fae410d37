#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// The C library's elementary functions, which TensorFlow, NumPy and Python call for their draws. They
// are not correctly rounded, so a draw has the same bits only through the very same functions: those of
// glibc since 2.28.

@inline(__always) func libmLog(_ x: Float) -> Float { logf(x) }
@inline(__always) func libmSin(_ x: Float) -> Float { sinf(x) }
@inline(__always) func libmCos(_ x: Float) -> Float { cosf(x) }
@inline(__always) func libmLog1p(_ x: Float) -> Float { log1pf(x) }

@inline(__always) func libmLog(_ x: Double) -> Double { log(x) }
@inline(__always) func libmSin(_ x: Double) -> Double { sin(x) }
@inline(__always) func libmCos(_ x: Double) -> Double { cos(x) }
@inline(__always) func libmExp(_ x: Double) -> Double { exp(x) }
@inline(__always) func libmPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
@inline(__always) func libmLog1p(_ x: Double) -> Double { log1p(x) }
@inline(__always) func libmErf(_ x: Double) -> Double { erf(x) }
@inline(__always) func libmExpm1(_ x: Double) -> Double { expm1(x) }
@inline(__always) func libmAcos(_ x: Double) -> Double { acos(x) }
@inline(__always) func libmLogGamma(_ x: Double) -> Double { lgamma(x) }
