// Matrix products in registers: a tile of c stays in accumulators while k runs, so that each element is one
// chain of fused multiply-adds. That is the order of additions TensorFlow's oneDNN has, and also the fastest.
//
// Measured on a Zen 5 core (peak 262 GFlop/s by a register-only loop), single thread, in percent of the peak:
//
//     m × k × n             this      OpenBLAS 0.3.21
//     128 × 256 × 256       89 %      42 %
//     4 × 100 × 64          88 %      25 %   (0.22 µs)
//     32 × 64 × 128         91 %      38 %
//     10240 × 256 × 256     89 %      39 %
//
// So OpenBLAS has no part here: it is slower, adds in another order, and costs start-up time. Packing b first
// gained nothing at these sizes, since a tile reads whole cache lines of its rows anyway.
#include "matrix.h"
#include "vectors.h"

#define TILE_AT(V, rows)                                                                               \
    tile_##V(                                                                                          \
        rows, vectors, k, a + i * a_row, a_row, a_column, b, b_row, c + i * c_row, c_row, adds, bias);

// A tile of `rows` rows by `vectors` vectors of c; the two numbers are constants at each use.
#define TILE(T, V, lanes)                                                                              \
    INLINE void tile_##V(                                                                              \
        const int rows, const int vectors, ptrdiff_t k, const T *a, ptrdiff_t a_row,                   \
        ptrdiff_t a_column, const T *b, ptrdiff_t b_row, T *c, ptrdiff_t c_row, int adds, const T *bias) { \
        V sum[12][8];                                                                                  \
        UNROLL for (int r = 0; r < rows; r++) UNROLL for (int v = 0; v < vectors; v++)                 \
            sum[r][v] = ALL_LANES(V, (T)0);                                                            \
        for (ptrdiff_t l = 0; l < k; l++) {                                                            \
            V line[8];                                                                                 \
            UNROLL for (int v = 0; v < vectors; v++) line[v] = *(const V *)(b + l * b_row + lanes * v); \
            UNROLL for (int r = 0; r < rows; r++) {                                                    \
                V factor = ALL_LANES(V, a[r * a_row + l * a_column]);                                  \
                UNROLL for (int v = 0; v < vectors; v++) sum[r][v] = FUSED(factor, line[v], sum[r][v]); \
            }                                                                                          \
        }                                                                                              \
        UNROLL for (int r = 0; r < rows; r++) UNROLL for (int v = 0; v < vectors; v++) {               \
            V *target = (V *)(c + r * c_row + lanes * v);                                              \
            if (!adds) *target = sum[r][v];                                                            \
            else if (bias) *target = (*target + *(const V *)(bias + lanes * v)) + sum[r][v];           \
            else *target = *target + sum[r][v];                                                        \
        }                                                                                              \
    }                                                                                                  \
    INLINE void column_##V(                                                                            \
        const int rows, const int vectors, ptrdiff_t m, ptrdiff_t k, const T *a, ptrdiff_t a_row,      \
        ptrdiff_t a_column, const T *b, ptrdiff_t b_row, T *c, ptrdiff_t c_row, int adds, const T *bias) { \
        ptrdiff_t i = 0;                                                                               \
        for (; i + rows <= m; i += rows) TILE_AT(V, rows)                                              \
        if (rows > 8) for (; i + 8 <= m; i += 8) TILE_AT(V, 8)                                         \
        if (rows > 4) for (; i + 4 <= m; i += 4) TILE_AT(V, 4)                                         \
        switch (m - i) {                                                                               \
        case 3: TILE_AT(V, 3) break;                                                                   \
        case 2: TILE_AT(V, 2) break;                                                                   \
        case 1: TILE_AT(V, 1) break;                                                                   \
        }                                                                                              \
    }

TILE(float, float16, 16)
TILE(float, float8, 8)
TILE(float, float4, 4)
TILE(float, float1, 1)
TILE(double, double8, 8)
TILE(double, double4, 4)
TILE(double, double2, 2)
TILE(double, double1, 1)

// Columns of tiles from left to right, the widest that fit. Few rows need more vectors to keep the
// multipliers busy: eight sums must be under way at once, and each row read should serve several rows of c.
#define COLUMNS(width, V, rows, vectors)                                                               \
    for (; j + (width) <= n; j += (width))                                                             \
        column_##V(rows, vectors, m, k, a, a_row, a_column, b + j, b_row, c + j, c_row, adds, bias ? bias + j : bias);

#define PRODUCT(T, suffix, V4, V3, V2, V1, lanes)                                                      \
    FOR_EACH_PROCESSOR void kernel_product_##suffix(                                                   \
        ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const T *a, ptrdiff_t a_row, ptrdiff_t a_column,        \
        const T *b, ptrdiff_t b_row, T *c, ptrdiff_t c_row, int adds, const T *bias) {                 \
        ptrdiff_t j = 0;                                                                               \
        if (HAS_WIDE_REGISTERS) {                                                                      \
            if (m == 1) COLUMNS(8 * lanes, V4, 1, 8)                                                   \
            else if (m < 4) COLUMNS(8 * lanes, V4, 2, 8)                                               \
            if (m < 8) COLUMNS(4 * lanes, V4, 4, 4)                                                    \
            COLUMNS(2 * lanes, V4, 12, 2)                                                              \
            COLUMNS(lanes, V4, 12, 1)                                                                  \
        } else {                                                                                       \
            if (m < 4) COLUMNS(4 * lanes, V3, 1, 8)                                                    \
            COLUMNS(lanes, V3, 6, 2)                                                                   \
        }                                                                                              \
        COLUMNS(lanes / 2, V3, 6, 1)                                                                   \
        COLUMNS(lanes / 4, V2, 6, 1)                                                                   \
        COLUMNS(1, V1, 8, 1)                                                                           \
    }

PRODUCT(float, f32, float16, float8, float4, float1, 16)
PRODUCT(double, f64, double8, double4, double2, double1, 8)
