// What OpenBLAS computes for NumPy, addition by addition.
#include "blas.h"
#include "matrix.h"
#include "vectors.h"

// Lanes folded by halves, then neighbours.
#define FOLDED(v) (((v)[0] + (v)[2]) + ((v)[1] + (v)[3]))

// Products of at least so many elements are shared between two threads, which divides the results in two halves, or
// a long vector itself.
enum { SHARED = 9216, LONG_VECTOR = 10000 };
// A row is taken in pieces of so many elements, a product of matrices in pieces of so many terms.
enum { ROW_PIECE = 2048, TERMS = 256 };

FOR_EACH_PROCESSOR static double dot_of_a_thread(ptrdiff_t n, const double *x, const double *y) {
    double sum = 0;
    ptrdiff_t whole = n / 16 * 16;
    if (whole > 0) {
        double4 v[4];
        for (int l = 0; l < 4; l++) v[l] = ALL_LANES(double4, 0.0);
        for (ptrdiff_t i = 0; i < whole; i += 16)
            UNROLL for (int l = 0; l < 4; l++)
                v[l] = FUSED(*(const double4 *)(x + i + 4 * l), *(const double4 *)(y + i + 4 * l), v[l]);
        double half[2];
        for (int l = 0; l < 2; l++)
            half[l] = ((v[0][l] + v[0][l + 2]) + (v[1][l] + v[1][l + 2])) +
                      ((v[2][l] + v[2][l + 2]) + (v[3][l] + v[3][l + 2]));
        sum = half[0] + half[1];
    }
    for (ptrdiff_t i = whole; i < n; i++) sum += y[i] * x[i];
    return sum;
}

// The last one to three terms of a row.
INLINE double with_rest(double sum, ptrdiff_t rest, const double *a, const double *x) {
    if (rest == 1) return __builtin_fma(a[0], x[0], sum);
    if (rest == 2) return sum + __builtin_fma(a[0], x[0], a[1] * x[1]);
    if (rest == 3) return sum + __builtin_fma(a[2], x[2], __builtin_fma(a[0], x[0], a[1] * x[1]));
    return sum;
}

// Four rows together are fused, two and one are not.
INLINE void four_rows(ptrdiff_t k, const double *a, ptrdiff_t a_row, const double *x, double *y) {
    double4 v[4];
    for (int r = 0; r < 4; r++) v[r] = ALL_LANES(double4, 0.0);
    for (ptrdiff_t i = 0; i < k; i += 4)
        UNROLL for (int r = 0; r < 4; r++)
            v[r] = FUSED(*(const double4 *)(a + r * a_row + i), *(const double4 *)(x + i), v[r]);
    for (int r = 0; r < 4; r++) y[r] += FOLDED(v[r]);
}

INLINE double in_two_lanes(ptrdiff_t k, const double *a, const double *x) {
    double v[2] = {0, 0};
    for (ptrdiff_t i = 0; i < k; i += 2)
        for (int l = 0; l < 2; l++) v[l] += a[i + l] * x[i + l];
    return v[0] + v[1];
}

INLINE double in_four_lanes(ptrdiff_t k, const double *a, const double *x) {
    double v[4] = {0, 0, 0, 0};
    for (ptrdiff_t i = 0; i < k; i += 4)
        for (int l = 0; l < 4; l++) v[l] += a[i + l] * x[i + l];
    return FOLDED(v);
}

INLINE void rows_of_a_thread(
    ptrdiff_t m, ptrdiff_t k, const double *a, ptrdiff_t a_row, const double *x, double *y) {
    ptrdiff_t whole = k / 4 * 4;
    for (ptrdiff_t r = 0; r < m; r++) y[r] = 0;
    for (ptrdiff_t first = 0; first < whole; first += ROW_PIECE) {
        ptrdiff_t length = whole - first < ROW_PIECE ? whole - first : ROW_PIECE, r = 0;
        for (; r + 4 <= m; r += 4) four_rows(length, a + r * a_row + first, a_row, x + first, y + r);
        if (m - r >= 2)
            for (ptrdiff_t end = r + 2; r < end; r++)
                y[r] += in_two_lanes(length, a + r * a_row + first, x + first);
        if (r < m) y[r] += in_four_lanes(length, a + r * a_row + first, x + first);
    }
    for (ptrdiff_t r = 0; r < m; r++) y[r] = with_rest(y[r], k - whole, a + r * a_row + whole, x + whole);
}

INLINE void columns_of_a_thread(
    ptrdiff_t m, ptrdiff_t k, const double *a, ptrdiff_t a_row, const double *x, double *y) {
    ptrdiff_t whole = m / 4 * 4, i = 0;
    for (ptrdiff_t j = 0; j < m; j++) y[j] = 0;
    for (; i + 4 <= k; i += 4) {
        const double *row[4] = {a + i * a_row, a + (i + 1) * a_row, a + (i + 2) * a_row, a + (i + 3) * a_row};
        double f[4] = {x[i], x[i + 1], x[i + 2], x[i + 3]};
        ELEMENTWISE for (ptrdiff_t j = 0; j < whole; j++) {
            double even = __builtin_fma(f[2], row[2][j], f[0] * row[0][j]);
            double odd = __builtin_fma(f[3], row[3][j], f[1] * row[1][j]);
            y[j] += even + odd;
        }
    }
    if (k - i >= 2) {
        const double *row = a + i * a_row, *next = row + a_row;
        ELEMENTWISE for (ptrdiff_t j = 0; j < whole; j++) y[j] += row[j] * x[i] + next[j] * x[i + 1];
        i += 2;
    }
    if (i < k) ELEMENTWISE for (ptrdiff_t j = 0; j < whole; j++) y[j] += a[i * a_row + j] * x[i];
    // Columns that fill no group take their terms one by one, or two by two where they are all there is.
    int in_pairs = whole == 0 && m > 1 && a_row == m;
    for (ptrdiff_t j = whole; j < m; j++) {
        ptrdiff_t l = 0;
        for (; in_pairs && l + 2 <= k / 4 * 4; l += 2)
            y[j] += a[l * a_row + j] * x[l] + a[(l + 1) * a_row + j] * x[l + 1];
        for (; l < k; l++) y[j] += a[l * a_row + j] * x[l];
    }
}

// The results of the first thread: half of them, at least four.
static ptrdiff_t share(ptrdiff_t m, ptrdiff_t k) {
    if (m * k < SHARED) return m;
    ptrdiff_t half = (m + 1) / 2;
    if (half < 4) half = 4;
    return half < m ? half : m;
}

double kernel_blas_dot_f64(ptrdiff_t n, const double *x, const double *y) {
    ptrdiff_t first = n > LONG_VECTOR ? (n + 1) / 2 : n;
    double sum = dot_of_a_thread(first, x, y);
    return first < n ? sum + dot_of_a_thread(n - first, x + first, y + first) : sum;
}

FOR_EACH_PROCESSOR void kernel_blas_rows_f64(
    ptrdiff_t m, ptrdiff_t k, const double *a, ptrdiff_t a_row, const double *x, double *y) {
    ptrdiff_t first = share(m, k);
    rows_of_a_thread(first, k, a, a_row, x, y);
    if (first < m) rows_of_a_thread(m - first, k, a + first * a_row, a_row, x, y + first);
}

FOR_EACH_PROCESSOR void kernel_blas_columns_f64(
    ptrdiff_t m, ptrdiff_t k, const double *a, ptrdiff_t a_row, const double *x, double *y) {
    ptrdiff_t first = share(m, k);
    columns_of_a_thread(first, k, a, a_row, x, y);
    if (first < m) columns_of_a_thread(m - first, k, a + first, a_row, x, y + first);
}

// The last row of an odd number of rows, in columns that fill groups of four: four chains over groups of eight
// terms, the rest on the first chain.
INLINE void odd_row(
    ptrdiff_t n, ptrdiff_t k, const double *a, ptrdiff_t a_column, const double *b, ptrdiff_t b_row,
    double *c, int adds) {
    for (ptrdiff_t j = 0; j < n; j += 4) {
        double4 v[4];
        for (int l = 0; l < 4; l++) v[l] = ALL_LANES(double4, 0.0);
        for (ptrdiff_t i = 0; i < k; i++) {
            int chain = i < k / 8 * 8 ? i % 4 : 0;
            v[chain] = FUSED(
                ALL_LANES(double4, a[i * a_column]), *(const double4 *)(b + i * b_row + j), v[chain]);
        }
        double4 sum = (v[0] + v[1]) + (v[2] + v[3]), *target = (double4 *)(c + j);
        *target = adds ? *target + sum : sum;
    }
}

FOR_EACH_PROCESSOR void kernel_blas_product_f64(
    ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const double *a, ptrdiff_t a_row, ptrdiff_t a_column,
    const double *b, ptrdiff_t b_row, double *c) {
    ptrdiff_t whole = n / 4 * 4, plain = m % 2 == 1 && whole > 0 ? m - 1 : m, done = 0;
    double *last = c + plain * n;
    do {
        ptrdiff_t left = k - done;
        ptrdiff_t piece = left >= 2 * TERMS ? TERMS : left > TERMS ? (left / 2 + 3) / 4 * 4 : left;
        const double *from = a + done * a_column, *with = b + done * b_row, *row = from + plain * a_row;
        kernel_product_f64(plain, n, piece, from, a_row, a_column, with, b_row, c, n, done > 0, 0);
        if (plain < m) {
            odd_row(whole, piece, row, a_column, with, b_row, last, done > 0);
            kernel_product_f64(
                1, n - whole, piece, row, a_row, a_column, with + whole, b_row, last + whole, n, done > 0, 0);
        }
        done += piece;
    } while (done < k);
}
