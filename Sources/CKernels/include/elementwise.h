#pragma once
#include <stddef.h>

// y[i] = f(x[i]) for n elements of the type in the name; y may be x.
#define DECLARE_UNARY(name)                                                                            \
    void kernel_##name##_f32(ptrdiff_t n, const void *x, void *y);                                     \
    void kernel_##name##_f64(ptrdiff_t n, const void *x, void *y);

// Arithmetic.
DECLARE_UNARY(negate)
DECLARE_UNARY(absolute)
DECLARE_UNARY(square)
DECLARE_UNARY(square_root)
DECLARE_UNARY(reciprocal)
DECLARE_UNARY(reciprocal_root)
DECLARE_UNARY(sign)
DECLARE_UNARY(floor)
DECLARE_UNARY(ceiling)
DECLARE_UNARY(round)
DECLARE_UNARY(truncate)
// Exponentials and logarithms.
DECLARE_UNARY(exp)
DECLARE_UNARY(exp2)
DECLARE_UNARY(expm1)
DECLARE_UNARY(log)
DECLARE_UNARY(log2)
DECLARE_UNARY(log10)
DECLARE_UNARY(log1p)
// Circular and hyperbolic functions, and the error function's family.
DECLARE_UNARY(sin)
DECLARE_UNARY(cos)
DECLARE_UNARY(tan)
DECLARE_UNARY(asin)
DECLARE_UNARY(acos)
DECLARE_UNARY(atan)
DECLARE_UNARY(sinh)
DECLARE_UNARY(cosh)
DECLARE_UNARY(tanh)
DECLARE_UNARY(asinh)
DECLARE_UNARY(acosh)
DECLARE_UNARY(atanh)
DECLARE_UNARY(erf)
DECLARE_UNARY(erfc)
DECLARE_UNARY(lgamma)
DECLARE_UNARY(cube_root)
// Activations.
DECLARE_UNARY(relu)
DECLARE_UNARY(sigmoid)
DECLARE_UNARY(softplus)
DECLARE_UNARY(softsign)
DECLARE_UNARY(elu)
DECLARE_UNARY(selu)
#undef DECLARE_UNARY

// y[i] = f(a[i * as], b[i * bs]) for n elements; steps are counted in elements, 0 repeats one element.
#define DECLARE_BINARY(name)                                                                           \
    void kernel_##name##_f32(                                                                          \
        ptrdiff_t n, const void *a, ptrdiff_t as, const void *b, ptrdiff_t bs, void *y);               \
    void kernel_##name##_f64(                                                                          \
        ptrdiff_t n, const void *a, ptrdiff_t as, const void *b, ptrdiff_t bs, void *y);

DECLARE_BINARY(add)
DECLARE_BINARY(subtract)
DECLARE_BINARY(multiply)
DECLARE_BINARY(divide)
DECLARE_BINARY(maximum)
DECLARE_BINARY(minimum)
DECLARE_BINARY(squared_difference)
DECLARE_BINARY(power)
DECLARE_BINARY(floor_divide)
DECLARE_BINARY(floor_remainder)
DECLARE_BINARY(remainder)
DECLARE_BINARY(arc_tangent)
DECLARE_BINARY(hypotenuse)
DECLARE_BINARY(tanh_gradient)
DECLARE_BINARY(sigmoid_gradient)
DECLARE_BINARY(relu_gradient)
DECLARE_BINARY(elu_gradient)
DECLARE_BINARY(square_root_gradient)
DECLARE_BINARY(reciprocal_root_gradient)
#undef DECLARE_BINARY
