// Elementwise functions beyond arithmetic. For floats the elements that fill vectors of eight follow
// `approximations.h`, the rest the C library, exactly as TensorFlow splits a tensor. Doubles follow the C
// library throughout.
#include "angles.h"
#include "approximations.h"
#include "elementwise.h"
#include "estimates.h"

#define FLOATS(name, in_vectors, at_the_end)                                                           \
    FOR_EACH_PROCESSOR void kernel_##name##_f32(ptrdiff_t n, const void *input, void *output) {        \
        const float *from = input;                                                                     \
        float *to = output;                                                                            \
        ptrdiff_t whole = n / VECTOR * VECTOR;                                                         \
        ELEMENTWISE for (ptrdiff_t i = 0; i < whole; i++) {                                            \
            float x = from[i];                                                                         \
            to[i] = in_vectors;                                                                        \
        }                                                                                              \
        for (ptrdiff_t i = whole; i < n; i++) {                                                        \
            float x = from[i];                                                                         \
            to[i] = at_the_end;                                                                        \
        }                                                                                              \
    }

#define DOUBLES(name, expression)                                                                      \
    void kernel_##name##_f64(ptrdiff_t n, const void *input, void *output) {                           \
        const double *from = input;                                                                    \
        double *to = output;                                                                           \
        ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) {                                                \
            double x = from[i];                                                                        \
            to[i] = expression;                                                                        \
        }                                                                                              \
    }

FLOATS(exp, vector_exp(x), expf(x))
FLOATS(log, vector_log(x), logf(x))
FLOATS(tanh, vector_tanh(x), vector_tanh(x))
FLOATS(sigmoid, vector_sigmoid(x), scalar_sigmoid(x))
FLOATS(log1p, vector_log1p(x), log1pf(x))
FLOATS(expm1, vector_expm1(x), expm1f(x))
FLOATS(reciprocal, vector_reciprocal(x), 1 / x)
FLOATS(reciprocal_root, vector_reciprocal_root(x), 1 / __builtin_sqrtf(x))
FLOATS(erf, rational_erf(x), rational_erf(x))
FLOATS(asin, vector_arc_sine(x), asinf(x))
FLOATS(acos, vector_arc_cosine(x), acosf(x))
FLOATS(atan, vector_arc_tangent(x), atanf(x))
FLOATS(atanh, vector_area_tangent(x), atanhf(x))
FLOATS(elu, x < 0 ? vector_exp(x) - 1 : x, x < 0 ? expf(x) - 1 : x)

// The two constants of the self-normalising unit: scale, and scale times alpha.
#define SCALE 1.0507009873554804934193349852946
#define SCALE_ALPHA 1.7580993408473768599402175208123
FLOATS(selu, x < 0 ? (float)SCALE_ALPHA * (vector_exp(x) - 1) : (float)SCALE * x,
       x < 0 ? (float)SCALE_ALPHA * (expf(x) - 1) : (float)SCALE * x)
FLOATS(softplus, softplus_from(x, vector_exp(x), vector_log1p(vector_exp(x))),
       softplus_from(x, expf(x), log1pf(expf(x))))

// Numbers too large for the reduction by quarter circles go through the C library.
#define CIRCULAR(name, edge, of_a_vector, of_the_library)                                              \
    FOR_EACH_PROCESSOR void kernel_##name##_f32(ptrdiff_t n, const void *input, void *output) {        \
        const float *from = input;                                                                     \
        float *to = output;                                                                            \
        ptrdiff_t whole = n / VECTOR * VECTOR;                                                         \
        for (ptrdiff_t first = 0; first < whole; first += VECTOR) {                                    \
            float kept[VECTOR];                                                                        \
            int is_large = 0;                                                                          \
            for (int l = 0; l < VECTOR; l++) {                                                         \
                float x = from[first + l];                                                             \
                kept[l] = x;                                                                           \
                is_large |= !(__builtin_fabsf(x) < edge);                                              \
            }                                                                                          \
            for (int l = 0; l < VECTOR; l++) to[first + l] = of_a_vector;                              \
            for (int l = 0; is_large && l < VECTOR; l++)                                               \
                if (!(__builtin_fabsf(kept[l]) < edge)) to[first + l] = of_the_library(kept[l]);       \
        }                                                                                              \
        for (ptrdiff_t i = whole; i < n; i++) to[i] = of_the_library(from[i]);                         \
    }
CIRCULAR(sin, 25966.0f, vector_sin(kept[l]), sinf)
CIRCULAR(cos, 18838.0f, vector_cos(kept[l]), cosf)

DOUBLES(exp, exp(x))
DOUBLES(log, log(x))
DOUBLES(tanh, tanh(x))
DOUBLES(sigmoid, 1 / (1 + exp(-x)))
DOUBLES(log1p, log1p(x))
DOUBLES(expm1, expm1(x))
DOUBLES(reciprocal, 1 / x)
DOUBLES(reciprocal_root, 1 / __builtin_sqrt(x))
DOUBLES(erf, erf(x))
DOUBLES(elu, x < 0 ? expm1(x) : x)
DOUBLES(selu, x < 0 ? SCALE_ALPHA *expm1(x) : SCALE *x)
DOUBLES(softplus, x > 34 ? x : x < -34 ? exp(x) : log1p(exp(x)))

// Functions that the C library computes for both.
#define LIBRARY(name, function)                                                                        \
    void kernel_##name##_f32(ptrdiff_t n, const void *input, void *output) {                           \
        const float *from = input;                                                                     \
        float *to = output;                                                                            \
        ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) to[i] = function##f(from[i]);                    \
    }                                                                                                  \
    DOUBLES(name, function(x))

LIBRARY(exp2, exp2)
LIBRARY(log2, log2)
LIBRARY(log10, log10)
DOUBLES(sin, sin(x))
DOUBLES(cos, cos(x))
LIBRARY(tan, tan)
DOUBLES(asin, asin(x))
DOUBLES(acos, acos(x))
DOUBLES(atan, atan(x))
DOUBLES(atanh, atanh(x))
LIBRARY(sinh, sinh)
LIBRARY(cosh, cosh)
LIBRARY(asinh, asinh)
LIBRARY(acosh, acosh)
LIBRARY(erfc, erfc)
LIBRARY(lgamma, lgamma)

// The library's is off by a unit here and there, even for cubes of whole numbers: a step of Newton's mends it.
INLINE double mended_cbrt(double x) {
    double y = cbrt(x), square = y * y;
    if (x == 0 || !__builtin_isfinite(x)) return y;
    double rest = __builtin_fma(square, y, -x) + __builtin_fma(y, y, -square) * y;
    return y - rest / (3 * square);
}
void kernel_cube_root_f32(ptrdiff_t n, const void *input, void *output) {
    const float *from = input;
    float *to = output;
    ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) to[i] = (float)cbrt((double)from[i]);
}
DOUBLES(cube_root, mended_cbrt(x))
