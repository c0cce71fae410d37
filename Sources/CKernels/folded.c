// The products in which an element of c is several chains, folded at the end. Eight chains run side by side in
// registers, each over the same columns of c, so that no lane is ever moved; sixteen are the lanes of one register.
#include "matrix.h"
#include "vectors.h"

// Eight chains folded the way a register is: neighbours, then quarters, then halves.
#define CROSSWISE(v) (((v[0] + v[1]) + (v[4] + v[5])) + ((v[2] + v[3]) + (v[6] + v[7])))
// One product, not fused, for each column.
#define TERM(V, i) (ALL_LANES(V, a[(i) * a_column]) * *(const V *)(b + (i) * b_row))

#define FOLDS(V)                                                                                       \
    INLINE void eight_##V(                                                                             \
        ptrdiff_t k, const float *a, ptrdiff_t a_column, const float *b, ptrdiff_t b_row, float *c) {  \
        V v[8];                                                                                        \
        V sum = ALL_LANES(V, 0.0f);                                                                    \
        ptrdiff_t i = 0;                                                                               \
        if (k >= 16) {                                                                                 \
            UNROLL for (int l = 0; l < 8; l++) v[l] = ALL_LANES(V, 0.0f);                              \
            for (; i < k / 16 * 16; i += 8)                                                            \
                UNROLL for (int l = 0; l < 8; l++) {                                                   \
                    V factor = ALL_LANES(V, a[(i + l) * a_column]);                                    \
                    v[l] = FUSED(factor, *(const V *)(b + (i + l) * b_row), v[l]);                     \
                }                                                                                      \
            sum = CROSSWISE(v);                                                                        \
        }                                                                                              \
        if (k - i >= 8) {                                                                              \
            UNROLL for (int l = 0; l < 8; l++) v[l] = TERM(V, i + l);                                  \
            sum = i ? sum + CROSSWISE(v) : CROSSWISE(v);                                               \
            i += 8;                                                                                    \
        }                                                                                              \
        if (k - i >= 4) {                                                                              \
            UNROLL for (int l = 0; l < 4; l++) v[l] = TERM(V, i + l);                                  \
            V four = (v[0] + v[1]) + (v[2] + v[3]);                                                    \
            sum = i ? sum + four : four;                                                               \
            i += 4;                                                                                    \
        }                                                                                              \
        if (k - i >= 2) {                                                                              \
            V two = TERM(V, i) + TERM(V, i + 1);                                                       \
            sum = i ? sum + two : two;                                                                 \
            i += 2;                                                                                    \
        }                                                                                              \
        if (i < k) {                                                                                   \
            V one = TERM(V, i);                                                                        \
            sum = i ? sum + one : one;                                                                 \
        }                                                                                              \
        *(V *)c = sum;                                                                                 \
    }

FOLDS(float16)
FOLDS(float8)
FOLDS(float1)

#define EACH(width, kind, V)                                                                           \
    for (; j + (width) <= n; j += (width))                                                             \
        for (ptrdiff_t i = 0; i < m; i++)                                                              \
            kind##_##V(k, a + i * a_row, a_column, b + j, b_row, c + i * c_row + j);

#define FOLDED(kind)                                                                                   \
    FOR_EACH_PROCESSOR void kernel_product_in_##kind##_f32(                                            \
        ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const float *a, ptrdiff_t a_row, ptrdiff_t a_column,    \
        const float *b, ptrdiff_t b_row, float *c, ptrdiff_t c_row) {                                  \
        ptrdiff_t j = 0;                                                                               \
        if (HAS_WIDE_REGISTERS) EACH(16, kind, float16)                                                \
        EACH(8, kind, float8)                                                                          \
        EACH(1, kind, float1)                                                                          \
    }

FOLDED(eight)

// Of each half of a and b those lanes that lie in the first or in the second halves of groups of so many.
#define OF_16(a, b, o) __builtin_shufflevector(                                                        \
    a, b, o, o + 1, o + 2, o + 3, o + 4, o + 5, o + 6, o + 7, o + 16, o + 17, o + 18, o + 19, o + 20, o + 21, o + 22, o + 23)
#define OF_8(a, b, o) __builtin_shufflevector(                                                         \
    a, b, o, o + 1, o + 2, o + 3, o + 8, o + 9, o + 10, o + 11, o + 16, o + 17, o + 18, o + 19, o + 24, o + 25, o + 26, o + 27)
#define OF_4(a, b, o) __builtin_shufflevector(                                                         \
    a, b, o, o + 1, o + 4, o + 5, o + 8, o + 9, o + 12, o + 13, o + 16, o + 17, o + 20, o + 21, o + 24, o + 25, o + 28, o + 29)
#define OF_2(a, b, o) __builtin_shufflevector(                                                         \
    a, b, o, o + 2, o + 4, o + 6, o + 8, o + 10, o + 12, o + 14, o + 16, o + 18, o + 20, o + 22, o + 24, o + 26, o + 28, o + 30)
#define HALVES_ADDED(OF_GROUP, group, v) (OF_GROUP((v)[0], (v)[1], 0) + OF_GROUP((v)[0], (v)[1], group / 2))

// The lanes of sixteen vectors folded by halves, all at once: lane l of the result is the fold of v[l].
INLINE void fold_by_halves(const float16 *v, float16 *result) {
    float16 eights[8], fours[4], twos[2];
    UNROLL for (int i = 0; i < 8; i++) eights[i] = HALVES_ADDED(OF_16, 16, v + 2 * i);
    UNROLL for (int i = 0; i < 4; i++) fours[i] = HALVES_ADDED(OF_8, 8, eights + 2 * i);
    UNROLL for (int i = 0; i < 2; i++) twos[i] = HALVES_ADDED(OF_4, 4, fours + 2 * i);
    *result = HALVES_ADDED(OF_2, 2, twos);
}

typedef int int16 __attribute__((vector_size(64), aligned(4), may_alias));

static const int first_lanes[32] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

// The first `count` numbers and zeros behind them; at `end` the memory ends.
INLINE void load_padded(const float *from, const float *end, ptrdiff_t count, float16 *to) {
    if (end - from >= 16) {
        *(int16 *)to = *(const int16 *)from & *(const int16 *)(first_lanes + 16 - count);
    } else {
        *to = ALL_LANES(float16, 0.0f);
        for (ptrdiff_t l = 0; l < count; l++) (*to)[l] = from[l];
    }
}

// A tile of `rows` rows by `columns` columns of c, sixteen elements at most; both are constants at each use.
INLINE void dots(
    const int rows, const int columns, ptrdiff_t k, const float *a, ptrdiff_t a_row, const float *a_end,
    const float *b, ptrdiff_t b_column, const float *b_end, float *c, ptrdiff_t c_row) {
    float16 sum[16];
    UNROLL for (int s = 0; s < 16; s++) sum[s] = ALL_LANES(float16, 0.0f);
    ptrdiff_t i = 0;
    for (; i + 16 <= k; i += 16)
        UNROLL for (int x = 0; x < columns; x++) {
            float16 line = *(const float16 *)(b + x * b_column + i);
            UNROLL for (int r = 0; r < rows; r++)
                sum[r * columns + x] = FUSED(*(const float16 *)(a + r * a_row + i), line, sum[r * columns + x]);
        }
    if (i < k) UNROLL for (int x = 0; x < columns; x++) {
        float16 line, factor;
        load_padded(b + x * b_column + i, b_end, k - i, &line);
        UNROLL for (int r = 0; r < rows; r++) {
            load_padded(a + r * a_row + i, a_end, k - i, &factor);
            sum[r * columns + x] = FUSED(factor, line, sum[r * columns + x]);
        }
    }
    float16 folded;
    fold_by_halves(sum, &folded);
    UNROLL for (int r = 0; r < rows; r++) UNROLL for (int x = 0; x < columns; x++)
        c[r * c_row + x] = folded[r * columns + x];
}

#define DOTS_AT(rows, columns)                                                                         \
    dots(rows, columns, k, a + i * a_row, a_row, a_end, b + j * b_column, b_column, b_end,             \
         c + i * c_row + j, c_row);

#define DOTS(rows, columns)                                                                            \
    for (; i + (rows) <= m; i += (rows)) {                                                             \
        ptrdiff_t j = 0;                                                                               \
        for (; j + (columns) <= n; j += (columns)) DOTS_AT(rows, columns)                              \
        for (; j < n; j++) DOTS_AT(rows, 1)                                                            \
    }

FOR_EACH_PROCESSOR void kernel_product_in_sixteen_f32(
    ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const float *a, ptrdiff_t a_row, const float *b,
    ptrdiff_t b_column, float *c, ptrdiff_t c_row) {
    const float *a_end = a + (m - 1) * a_row + k, *b_end = b + (n - 1) * b_column + k;
    ptrdiff_t i = 0;
    if (HAS_WIDE_REGISTERS) {
        DOTS(4, 4)
        DOTS(2, 8)
        DOTS(1, 16)
    } else {
        DOTS(2, 2)
        DOTS(1, 4)
    }
}

INLINE float row_times_vector(ptrdiff_t k, const float *a, const float *x) {
    float sum = 0;
    ptrdiff_t i = 0;
    if (k >= 16) {
        float8 v = ALL_LANES(float8, 0.0f);
        for (; i < k / 16 * 16; i += 8) v = FUSED(*(const float8 *)(a + i), *(const float8 *)(x + i), v);
        sum = CROSSWISE(v);
    }
    if (k - i >= 8) {
        float8 v = *(const float8 *)(a + i) * *(const float8 *)(x + i);
        float eight = CROSSWISE(v);
        sum = i ? sum + eight : eight;
        i += 8;
    }
    if (k - i >= 4) {
        float four = (a[i] * x[i] + a[i + 1] * x[i + 1]) + (a[i + 2] * x[i + 2] + a[i + 3] * x[i + 3]);
        sum = i ? sum + four : four;
        i += 4;
    }
    if (k - i >= 2) {
        float two = a[i] * x[i] + a[i + 1] * x[i + 1];
        sum = i ? sum + two : two;
        i += 2;
    }
    if (i < k) sum = i ? sum + a[i] * x[i] : a[i] * x[i];
    return sum;
}

FOR_EACH_PROCESSOR void kernel_rows_times_vector_f32(
    ptrdiff_t m, ptrdiff_t k, const float *a, ptrdiff_t a_row, const float *x, float *c) {
    for (ptrdiff_t i = 0; i < m; i++) c[i] = row_times_vector(k, a + i * a_row, x);
}

// Double precision is printed in 8 digits: here the order of additions only has to be the same everywhere.
#define EIGHT_TOGETHER(v) (((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7])))

FOR_EACH_PROCESSOR void kernel_rows_times_vector_f64(
    ptrdiff_t m, ptrdiff_t k, const double *a, ptrdiff_t a_row, const double *x, double *c) {
    ptrdiff_t i = 0;
    for (; i + 4 <= m; i += 4) {
        double8 sum[4];
        UNROLL for (int r = 0; r < 4; r++) sum[r] = ALL_LANES(double8, 0.0);
        ptrdiff_t l = 0;
        for (; l + 8 <= k; l += 8) {
            double8 line = *(const double8 *)(x + l);
            UNROLL for (int r = 0; r < 4; r++)
                sum[r] = FUSED(*(const double8 *)(a + (i + r) * a_row + l), line, sum[r]);
        }
        UNROLL for (int r = 0; r < 4; r++) {
            double total = EIGHT_TOGETHER(sum[r]);
            for (ptrdiff_t t = l; t < k; t++) total = FUSED(a[(i + r) * a_row + t], x[t], total);
            c[i + r] = total;
        }
    }
    for (; i < m; i++) {
        double8 sum = ALL_LANES(double8, 0.0);
        ptrdiff_t l = 0;
        for (; l + 8 <= k; l += 8)
            sum = FUSED(*(const double8 *)(a + i * a_row + l), *(const double8 *)(x + l), sum);
        double total = EIGHT_TOGETHER(sum);
        for (; l < k; l++) total = FUSED(a[i * a_row + l], x[l], total);
        c[i] = total;
    }
}

// Small squares, so that both sides stay in the nearest cache.
enum { SQUARE = 16 };

#define TRANSPOSE(T, suffix)                                                                           \
    FOR_EACH_PROCESSOR void kernel_transpose_##suffix(                                                 \
        ptrdiff_t rows, ptrdiff_t columns, const T *from, ptrdiff_t from_row, T *to,                   \
        ptrdiff_t to_row) {                                                                            \
        for (ptrdiff_t i = 0; i < rows; i += SQUARE)                                                   \
            for (ptrdiff_t j = 0; j < columns; j += SQUARE)                                            \
                for (ptrdiff_t y = j; y < columns && y < j + SQUARE; y++)                              \
                    for (ptrdiff_t x = i; x < rows && x < i + SQUARE; x++)                             \
                        to[y * to_row + x] = from[x * from_row + y];                                   \
    }

TRANSPOSE(float, f32)
TRANSPOSE(double, f64)
