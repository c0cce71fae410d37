// Sums whose order of additions is part of the result.
#include "reductions.h"
#include "processor.h"

// One vector of `lanes` sums, each over every lanes-th element, by four accumulators where enough elements
// are there; `whole` is the number of elements that fill vectors.
#define VECTOR_SUM(type, suffix, lanes)                                                                \
    INLINE type whole_vectors_##suffix(ptrdiff_t whole, const type *x) {                               \
        type sum[lanes] = {0};                                                                         \
        ptrdiff_t i = 0;                                                                               \
        if (whole >= 4 * lanes) {                                                                      \
            type four[4][lanes];                                                                       \
            for (int a = 0; a < 4; a++)                                                                \
                for (int l = 0; l < lanes; l++) four[a][l] = x[a * lanes + l];                         \
            for (i = 4 * lanes; i + 4 * lanes <= whole; i += 4 * lanes)                                \
                for (int a = 0; a < 4; a++)                                                            \
                    for (int l = 0; l < lanes; l++) four[a][l] += x[i + a * lanes + l];                \
            for (int l = 0; l < lanes; l++)                                                            \
                sum[l] = ((four[0][l] + four[1][l]) + four[2][l]) + four[3][l];                        \
        } else {                                                                                       \
            for (int l = 0; l < lanes; l++) sum[l] = x[l];                                             \
            i = lanes;                                                                                 \
        }                                                                                              \
        for (; i < whole; i += lanes)                                                                  \
            for (int l = 0; l < lanes; l++) sum[l] += x[i + l];                                        \
        for (int half = lanes / 2; half > 0; half /= 2)                                                \
            for (int l = 0; l < half; l++) sum[l] += sum[l + half];                                    \
        return sum[0];                                                                                 \
    }                                                                                                  \
    FOR_EACH_PROCESSOR static type leaf_##suffix(ptrdiff_t n, const type *x) {                         \
        ptrdiff_t whole = n / lanes * lanes;                                                           \
        if (whole == n) return whole_vectors_##suffix(n, x);                                           \
        type rest = x[whole];                                                                          \
        for (ptrdiff_t i = whole + 1; i < n; i++) rest += x[i];                                        \
        return whole == 0 ? rest : whole_vectors_##suffix(whole, x) + rest;                            \
    }                                                                                                  \
    type kernel_sum_##suffix(ptrdiff_t n, const type *x, ptrdiff_t first) {                            \
        if (n == 0) return 0;                                                                          \
        if (n <= 1024 * lanes) return leaf_##suffix(n, x);                                             \
        ptrdiff_t middle = (first + (n + 1) / 2 + lanes - 1) / lanes * lanes;                          \
        ptrdiff_t left = middle - first;                                                               \
        return kernel_sum_##suffix(left, x, first) + kernel_sum_##suffix(n - left, x + left, middle);  \
    }

VECTOR_SUM(float, f32, 8)
VECTOR_SUM(double, f64, 4)

// Eight running sums for a block of at most 128 elements; longer runs are halved at a multiple of eight.
#define PAIRWISE_SUM(type, suffix)                                                                     \
    static type block_##suffix(ptrdiff_t n, const type *x, ptrdiff_t step) {                           \
        if (n < 8) {                                                                                   \
            type sum = -0.0;                                                                           \
            for (ptrdiff_t i = 0; i < n; i++) sum += x[i * step];                                      \
            return sum;                                                                                \
        }                                                                                              \
        type r[8];                                                                                     \
        for (int l = 0; l < 8; l++) r[l] = x[l * step];                                                \
        ptrdiff_t i = 8;                                                                               \
        for (; i < n - n % 8; i += 8)                                                                  \
            for (int l = 0; l < 8; l++) r[l] += x[(i + l) * step];                                     \
        type sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));                  \
        for (; i < n; i++) sum += x[i * step];                                                         \
        return sum;                                                                                    \
    }                                                                                                  \
    static type halves_##suffix(ptrdiff_t n, const type *x, ptrdiff_t step) {                          \
        if (n <= 128) return block_##suffix(n, x, step);                                               \
        ptrdiff_t half = n / 2 - n / 2 % 8;                                                            \
        return halves_##suffix(half, x, step) + halves_##suffix(n - half, x + half * step, step);      \
    }                                                                                                  \
    type kernel_pairwise_sum_##suffix(ptrdiff_t n, const type *x, ptrdiff_t step) {                    \
        type sum = halves_##suffix(n < 8192 ? n : 8192, x, step);                                      \
        for (ptrdiff_t i = 8192; i < n; i += 8192)                                                     \
            sum += halves_##suffix(n - i < 8192 ? n - i : 8192, x + i * step, step);                   \
        return sum;                                                                                    \
    }

PAIRWISE_SUM(float, f32)
PAIRWISE_SUM(double, f64)

// Columns of one vector, by four accumulators once there are sixteen rows.
#define COLUMN_SUMS(type, suffix, lanes)                                                               \
    INLINE void vector_column_##suffix(                                                                \
        ptrdiff_t length, ptrdiff_t row, const type *x, type *y) {                                     \
        type four[4][lanes];                                                                           \
        ptrdiff_t l = 0;                                                                               \
        if (length >= 16) {                                                                            \
            for (int a = 0; a < 4; a++)                                                                \
                for (int i = 0; i < lanes; i++) four[a][i] = x[a * row + i];                           \
            for (l = 4; l + 4 <= length; l += 4)                                                       \
                for (int a = 0; a < 4; a++)                                                            \
                    for (int i = 0; i < lanes; i++) four[a][i] += x[(l + a) * row + i];                \
            for (int i = 0; i < lanes; i++)                                                            \
                four[0][i] = ((four[0][i] + four[1][i]) + four[2][i]) + four[3][i];                    \
        } else {                                                                                       \
            for (int i = 0; i < lanes; i++) four[0][i] = x[i];                                         \
            l = 1;                                                                                     \
        }                                                                                              \
        for (; l < length; l++)                                                                        \
            for (int i = 0; i < lanes; i++) four[0][i] += x[l * row + i];                              \
        for (int i = 0; i < lanes; i++) y[i] = four[0][i];                                             \
    }                                                                                                  \
    FOR_EACH_PROCESSOR void kernel_sum_middle_##suffix(                                                \
        ptrdiff_t outer, ptrdiff_t length, ptrdiff_t inner, const type *x, type *y) {                  \
        ptrdiff_t total = outer * inner;                                                               \
        for (ptrdiff_t place = 0; place < total; place += lanes) {                                     \
            ptrdiff_t column = place % inner;                                                          \
            if (place + lanes <= total && column + lanes <= inner) {                                   \
                const type *from = x + place / inner * length * inner + column;                        \
                vector_column_##suffix(length, inner, from, y + place);                                \
                continue;                                                                              \
            }                                                                                          \
            for (ptrdiff_t p = place; p < total && p < place + lanes; p++) {                           \
                const type *from = x + p / inner * length * inner + p % inner;                         \
                type sum = from[0];                                                                    \
                for (ptrdiff_t l = 1; l < length; l++) sum += from[l * inner];                         \
                y[p] = sum;                                                                            \
            }                                                                                          \
        }                                                                                              \
    }                                                                                                  \
    FOR_EACH_PROCESSOR void kernel_sum_first_##suffix(                                                 \
        ptrdiff_t length, ptrdiff_t inner, const type *x, type *y) {                                   \
        for (ptrdiff_t i = 0; i < inner; i++) y[i] = x[i];                                             \
        for (ptrdiff_t l = 1; l < length; l++)                                                         \
            ELEMENTWISE for (ptrdiff_t i = 0; i < inner; i++) y[i] += x[l * inner + i];                \
    }

COLUMN_SUMS(float, f32, 8)
COLUMN_SUMS(double, f64, 4)
