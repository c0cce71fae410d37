#pragma once
#include <stddef.h>

// y[i] = f(x[i]) as NumPy's vector code computes it on processors with AVX-512: each element by itself, the same
// bits on every processor. y may be x.
#define DECLARE_UNARY(name, suffix)                                                                    \
    void kernel_numpy_##name##_##suffix(ptrdiff_t n, const void *x, void *y);

DECLARE_UNARY(exp, f32)
DECLARE_UNARY(log, f32)
DECLARE_UNARY(tanh, f32)
DECLARE_UNARY(sin, f32)
DECLARE_UNARY(cos, f32)
DECLARE_UNARY(exp, f64)
DECLARE_UNARY(exp2, f64)
DECLARE_UNARY(expm1, f64)
DECLARE_UNARY(log, f64)
DECLARE_UNARY(log2, f64)
DECLARE_UNARY(log10, f64)
DECLARE_UNARY(log1p, f64)
DECLARE_UNARY(tanh, f64)
#undef DECLARE_UNARY

// Whether any of n elements is infinite or no number.
int kernel_has_infinities_f32(ptrdiff_t n, const float *x);
int kernel_has_infinities_f64(ptrdiff_t n, const double *x);
