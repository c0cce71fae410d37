// Powers and angles of two operands. Elements that fill vectors of eight follow `powers.h` and `angles.h`, the rest the
// C library, as TensorFlow splits a tensor.
#include "powers.h"
#include "angles.h"
#include "elementwise.h"

#define FLOATS_OF_TWO(name, in_vectors, at_the_end)                                                    \
    FOR_EACH_PROCESSOR void kernel_##name##_f32(                                                       \
        ptrdiff_t n, const void *left, ptrdiff_t ls, const void *right, ptrdiff_t rs, void *y) {       \
        const float *first = left, *second = right;                                                    \
        float *to = y;                                                                                 \
        ptrdiff_t whole = n / VECTOR * VECTOR;                                                         \
        ELEMENTWISE for (ptrdiff_t i = 0; i < whole; i++) {                                            \
            float a = first[i * ls], b = second[i * rs];                                               \
            to[i] = in_vectors;                                                                        \
        }                                                                                              \
        for (ptrdiff_t i = whole; i < n; i++) {                                                        \
            float a = first[i * ls], b = second[i * rs];                                               \
            to[i] = at_the_end;                                                                        \
        }                                                                                              \
    }

// The vectors' way rounds even squares otherwise than a multiplication does.
FLOATS_OF_TWO(power, vector_power(a, b), powf(a, b))
FLOATS_OF_TWO(arc_tangent, vector_angle(a, b), atan2f(a, b))
