// The yardstick of the matrix products: multiply-adds without memory.
#include "peak.h"
#include "vectors.h"

// Enough independent sums to hide the latency of each, few enough to stay in registers.
enum { WIDE_SUMS = 24, NARROW_SUMS = 12, NARROW_REPEATS = 4 };

#define ROUNDS(V, sums, repeats)                                                                       \
    V sum[sums], factor = ALL_LANES(V, 0.999f), term = ALL_LANES(V, 0.001f);                           \
    UNROLL for (int i = 0; i < sums; i++) sum[i] = ALL_LANES(V, (float)i);                             \
    for (ptrdiff_t r = 0; r < rounds * repeats; r++)                                                   \
        UNROLL for (int i = 0; i < sums; i++) sum[i] = FUSED(sum[i], factor, term);                    \
    UNROLL for (int i = 1; i < sums; i++) sum[0] = sum[0] + sum[i];                                    \
    return sum[0][0];

FOR_EACH_PROCESSOR float kernel_multiply_adds_f32(ptrdiff_t rounds) {
    if (HAS_WIDE_REGISTERS) {
        ROUNDS(float16, WIDE_SUMS, 1)
    } else {
        ROUNDS(float8, NARROW_SUMS, NARROW_REPEATS)
    }
}

ptrdiff_t kernel_multiply_adds_in_a_round(void) { return WIDE_SUMS * 16; }
