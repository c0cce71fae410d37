// Elementwise arithmetic: one rounding for each operation written.
#include "elementwise.h"
#include "processor.h"
#include <math.h>

#define UNARY(name, type, suffix, expression)                                                          \
    FOR_EACH_PROCESSOR void kernel_##name##_##suffix(ptrdiff_t n, const void *x, void *y) {            \
        const type *from = x;                                                                          \
        type *to = y;                                                                                  \
        ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) {                                                \
            type a = from[i];                                                                          \
            to[i] = expression;                                                                        \
        }                                                                                              \
    }

// The three layouts that broadcasting brings most often get loops without a step.
#define BINARY(name, type, suffix, expression)                                                         \
    INLINE type name##_of_##suffix(type a, type b) { return expression; }                              \
    FOR_EACH_PROCESSOR void kernel_##name##_##suffix(                                                  \
        ptrdiff_t n, const void *left, ptrdiff_t ls, const void *right, ptrdiff_t rs, void *y) {       \
        const type *a = left, *b = right;                                                              \
        type *to = y;                                                                                  \
        if (ls == 1 && rs == 1) {                                                                      \
            ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) to[i] = name##_of_##suffix(a[i], b[i]);      \
        } else if (ls == 1 && rs == 0) {                                                               \
            type s = *b;                                                                               \
            ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) to[i] = name##_of_##suffix(a[i], s);         \
        } else if (ls == 0 && rs == 1) {                                                               \
            type s = *a;                                                                               \
            ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) to[i] = name##_of_##suffix(s, b[i]);         \
        } else {                                                                                       \
            ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) to[i] = name##_of_##suffix(a[i * ls], b[i * rs]); \
        }                                                                                              \
    }

#define BOTH(kind, name, expression)                                                                   \
    kind(name, float, f32, expression)                                                                 \
    kind(name, double, f64, expression)

#define PYTHON_REMAINDER(type, suffix, remainder_of)                                                   \
    INLINE type python_remainder_##suffix(type a, type b) {                                            \
        type rest = remainder_of(a, b);                                                                \
        if (rest == 0) return b < 0 ? -(type)0 : (type)0;                                              \
        return (rest < 0) != (b < 0) ? rest + b : rest;                                                \
    }
PYTHON_REMAINDER(float, f32, fmodf)
PYTHON_REMAINDER(double, f64, fmod)

BOTH(UNARY, negate, -a)
BOTH(UNARY, square, a * a)
BOTH(UNARY, relu, a <= 0 ? 0 : a)
UNARY(absolute, float, f32, __builtin_fabsf(a))
UNARY(absolute, double, f64, __builtin_fabs(a))
UNARY(square_root, float, f32, __builtin_sqrtf(a))
UNARY(square_root, double, f64, __builtin_sqrt(a))
BOTH(UNARY, sign, a != a ? a : (a > 0) - (a < 0))
UNARY(floor, float, f32, __builtin_floorf(a))
UNARY(floor, double, f64, __builtin_floor(a))
UNARY(ceiling, float, f32, __builtin_ceilf(a))
UNARY(ceiling, double, f64, __builtin_ceil(a))
UNARY(round, float, f32, __builtin_rintf(a))
UNARY(round, double, f64, __builtin_rint(a))
UNARY(truncate, float, f32, __builtin_truncf(a))
UNARY(truncate, double, f64, __builtin_trunc(a))
UNARY(softsign, float, f32, a / (1 + __builtin_fabsf(a)))
UNARY(softsign, double, f64, a / (1 + __builtin_fabs(a)))

BOTH(BINARY, add, a + b)
BOTH(BINARY, subtract, a - b)
BOTH(BINARY, multiply, a *b)
BOTH(BINARY, divide, a / b)
// Not a number, on either side, wins.
BOTH(BINARY, maximum, (a > b || a != a) ? a : b)
BOTH(BINARY, minimum, (a < b || a != a) ? a : b)
BOTH(BINARY, squared_difference, (a - b) * (a - b))

// From the function's result a (for the softplus its argument) and the upstream gradient b.
BOTH(BINARY, tanh_gradient, b *(1 - a * a))
BOTH(BINARY, relu_gradient, a > 0 ? b : 0)
BINARY(reciprocal_root_gradient, float, f32, (b * -0.5f) * a * (a * a))
BINARY(reciprocal_root_gradient, double, f64, (b * -0.5) * a * (a * a))
BOTH(BINARY, elu_gradient, a < 0 ? (a + 1) * b : b)

// A square is what most notes raise to, and one multiplication is what it must round like.
BINARY(power, double, f64, b == 2 ? a *a : pow(a, b))
BINARY(arc_tangent, double, f64, atan2(a, b))
BINARY(hypotenuse, float, f32, hypotf(a, b))
BINARY(hypotenuse, double, f64, hypot(a, b))
BINARY(remainder, float, f32, fmodf(a, b))
BINARY(remainder, double, f64, fmod(a, b))
// The remainder takes the divisor's sign, as Python's does; the quotient is rounded down.
BINARY(floor_remainder, float, f32, python_remainder_f32(a, b))
BINARY(floor_remainder, double, f64, python_remainder_f64(a, b))
BINARY(floor_divide, float, f32, floorf(a / b))
BINARY(floor_divide, double, f64, floor(a / b))

// Gradients whose products TensorFlow groups differently in whole vectors and in what is left over. Both
// operands have the result's layout, so one row is the whole tensor.
#define GRADIENT(name, type, suffix, vector, in_vectors, at_the_end)                                   \
    FOR_EACH_PROCESSOR void kernel_##name##_##suffix(                                                  \
        ptrdiff_t n, const void *left, ptrdiff_t ls, const void *right, ptrdiff_t rs, void *y) {       \
        const type *from = left, *upstream = right;                                                    \
        type *to = y;                                                                                  \
        ptrdiff_t whole = n / vector * vector;                                                         \
        ELEMENTWISE for (ptrdiff_t i = 0; i < whole; i++) {                                            \
            type a = from[i * ls], b = upstream[i * rs];                                               \
            to[i] = in_vectors;                                                                        \
        }                                                                                              \
        for (ptrdiff_t i = whole; i < n; i++) {                                                        \
            type a = from[i * ls], b = upstream[i * rs];                                               \
            to[i] = at_the_end;                                                                        \
        }                                                                                              \
    }
GRADIENT(sigmoid_gradient, float, f32, 8, b *(a * (1 - a)), b *a *(1 - a))
GRADIENT(sigmoid_gradient, double, f64, 4, b *(a * (1 - a)), b *a *(1 - a))
GRADIENT(square_root_gradient, float, f32, 8, b *(0.5f / a), 0.5f * b / a)
GRADIENT(square_root_gradient, double, f64, 4, b *(0.5 / a), 0.5 * b / a)
