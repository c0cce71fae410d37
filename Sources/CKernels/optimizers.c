// Steps of optimizers: one rounding for each operation written, in TensorFlow's order.
#include "optimizers.h"
#include "estimates.h"

// The elements of `whole` vectors take their reciprocal root from an estimate, the rest from the root.
#define RMSPROP_ELEMENT(type, reciprocal_root)                                                         \
    type square = rho * v[i] + share * (g[i] * g[i]);                                                  \
    v[i] = square;                                                                                     \
    type inverse = reciprocal_root(square + epsilon);                                                  \
    w[i] = w[i] - (order == 1   ? g[i] * (rate * inverse)                                              \
                   : order == 2 ? rate * (g[i] * inverse)                                              \
                                : rate * g[i] * inverse);

#define STEPS(type, suffix, root, vector, root_in_vectors, root_at_the_end)                                                                \
    FOR_EACH_PROCESSOR void kernel_momentum_step_##suffix(                                             \
        ptrdiff_t n, type *w, type *m, const type *g, type rate, type momentum, int nesterov) {        \
        if (nesterov) {                                                                                \
            ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) {                                            \
                type gain = -g[i] * rate;                                                              \
                type step = gain + m[i] * momentum;                                                    \
                m[i] = step;                                                                           \
                w[i] = w[i] + (gain + step * momentum);                                                \
            }                                                                                          \
        } else {                                                                                       \
            ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) {                                            \
                type step = -g[i] * rate + m[i] * momentum;                                            \
                m[i] = step;                                                                           \
                w[i] = w[i] + step;                                                                    \
            }                                                                                          \
        }                                                                                              \
    }                                                                                                  \
    FOR_EACH_PROCESSOR void kernel_adam_step_##suffix(                                                 \
        ptrdiff_t n, type *w, type *m, type *v, const type *g, type alpha, type mean_share,            \
        type square_share, type epsilon) {                                                             \
        ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) {                                                \
            type mean = m[i] + (g[i] - m[i]) * mean_share;                                             \
            type square = v[i] + (g[i] * g[i] - v[i]) * square_share;                                  \
            m[i] = mean;                                                                               \
            v[i] = square;                                                                             \
            w[i] = w[i] - mean * alpha / (root(square) + epsilon);                                     \
        }                                                                                              \
    }                                                                                                  \
    FOR_EACH_PROCESSOR void kernel_rmsprop_step_##suffix(                                              \
        ptrdiff_t n, type *w, type *v, const type *g, type rate, type rho, type share, type epsilon,  \
        int order) {                                                                                   \
        ptrdiff_t whole = n / vector * vector;                                                         \
        ELEMENTWISE for (ptrdiff_t i = 0; i < whole; i++) { RMSPROP_ELEMENT(type, root_in_vectors) }   \
        for (ptrdiff_t i = whole; i < n; i++) { RMSPROP_ELEMENT(type, root_at_the_end) }               \
    }

INLINE float reciprocal_root(float x) { return 1 / __builtin_sqrtf(x); }
INLINE double reciprocal_root_f64(double x) { return 1 / __builtin_sqrt(x); }

STEPS(float, f32, __builtin_sqrtf, VECTOR, vector_reciprocal_root, reciprocal_root)
STEPS(double, f64, __builtin_sqrt, 1, reciprocal_root_f64, reciprocal_root_f64)
