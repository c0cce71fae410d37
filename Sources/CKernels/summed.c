// Sums of products over time steps. With few rows in a step, one multiplication more than the sums themselves is
// little work between reading and writing c; here c stays in registers while all steps pass.
#include "matrix.h"
#include "vectors.h"

// Of a tile are kept the sum of the group under way and the chains of the step: twice six rows by two vectors are
// what fits into 32 registers. Where groups are single steps, everything is one group, which begins with what c
// holds. A zero to begin with is negative, so that the first term stays what it is, a negative zero too.
#define SUMMED_TILE(T, V, lanes)                                                                       \
    INLINE void summed_tile_##V(                                                                       \
        const int rows, const int vectors, ptrdiff_t steps, ptrdiff_t head, ptrdiff_t group,           \
        ptrdiff_t k, const T *const *a, ptrdiff_t a_row, ptrdiff_t a_first, const T *const *b,         \
        ptrdiff_t b_row, ptrdiff_t b_first, T *c, ptrdiff_t c_row, int adds) {                         \
        const int is_one_group = group == 1;                                                           \
        for (ptrdiff_t s = 0, end = is_one_group ? steps : head; s < steps; end += group) {            \
            V part[6][2];                                                                              \
            UNROLL for (int r = 0; r < rows; r++) UNROLL for (int v = 0; v < vectors; v++)             \
                part[r][v] = is_one_group && adds ? *(const V *)(c + r * c_row + lanes * v)            \
                                                  : ALL_LANES(V, -(T)0);                               \
            int is_added = adds && !is_one_group;                                                      \
            for (; s < end && s < steps; s++) {                                                        \
                V sum[6][2];                                                                           \
                UNROLL for (int r = 0; r < rows; r++) UNROLL for (int v = 0; v < vectors; v++)         \
                    sum[r][v] = ALL_LANES(V, (T)0);                                                    \
                const T *left = a[s] + a_first, *right = b[s] + b_first;                               \
                for (ptrdiff_t l = 0; l < k; l++, left += a_row, right += b_row) {                     \
                    V line[2];                                                                         \
                    UNROLL for (int v = 0; v < vectors; v++) line[v] = *(const V *)(right + lanes * v); \
                    UNROLL for (int r = 0; r < rows; r++) {                                            \
                        V factor = ALL_LANES(V, left[r]);                                              \
                        UNROLL for (int v = 0; v < vectors; v++)                                       \
                            sum[r][v] = FUSED(factor, line[v], sum[r][v]);                             \
                    }                                                                                  \
                }                                                                                      \
                UNROLL for (int r = 0; r < rows; r++) UNROLL for (int v = 0; v < vectors; v++)         \
                    part[r][v] = part[r][v] + sum[r][v];                                               \
            }                                                                                          \
            UNROLL for (int r = 0; r < rows; r++) UNROLL for (int v = 0; v < vectors; v++) {           \
                V *target = (V *)(c + r * c_row + lanes * v);                                          \
                *target = is_added ? *target + part[r][v] : part[r][v];                                \
            }                                                                                          \
            adds = 1;                                                                                  \
        }                                                                                              \
    }

SUMMED_TILE(float, float16, 16)
SUMMED_TILE(float, float8, 8)
SUMMED_TILE(float, float1, 1)
SUMMED_TILE(double, double8, 8)
SUMMED_TILE(double, double4, 4)
SUMMED_TILE(double, double1, 1)

#define SUMMED_ROWS(rows, V, vectors)                                                                  \
    for (; i + (rows) <= m; i += (rows))                                                               \
        summed_tile_##V(                                                                               \
            rows, vectors, steps, head, group, k, a, a_row, i, b, b_row, j, c + i * c_row + j, c_row, adds);

#define SUMMED_COLUMNS(width, V, vectors)                                                              \
    for (; j + (width) <= n; j += (width)) {                                                           \
        ptrdiff_t i = 0;                                                                               \
        SUMMED_ROWS(6, V, vectors)                                                                     \
        SUMMED_ROWS(4, V, vectors)                                                                     \
        SUMMED_ROWS(2, V, vectors)                                                                     \
        SUMMED_ROWS(1, V, vectors)                                                                     \
    }

#define SUMMED(T, suffix, V3, V2, V1, lanes)                                                           \
    FOR_EACH_PROCESSOR void kernel_summed_products_##suffix(                                           \
        ptrdiff_t steps, ptrdiff_t head, ptrdiff_t group, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k,       \
        const T *const *a, ptrdiff_t a_row, const T *const *b, ptrdiff_t b_row, T *c,                  \
        ptrdiff_t c_row, int adds) {                                                                   \
        ptrdiff_t j = 0;                                                                               \
        if (HAS_WIDE_REGISTERS) {                                                                      \
            SUMMED_COLUMNS(2 * lanes, V3, 2)                                                           \
            SUMMED_COLUMNS(lanes, V3, 1)                                                               \
        }                                                                                              \
        SUMMED_COLUMNS(lanes / 2, V2, 1)                                                               \
        SUMMED_COLUMNS(1, V1, 1)                                                                       \
    }

SUMMED(float, f32, float16, float8, float1, 16)
SUMMED(double, f64, double8, double4, double1, 8)
