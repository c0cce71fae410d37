// The products of matrices of which a blocked reflection consists. Steps are the distances between neighbouring
// rows, columns or terms; where none is given, neighbours lie next to each other.
#pragma once
#include "qr_sums.h"

INLINE ptrdiff_t smaller(ptrdiff_t a, ptrdiff_t b) { return a < b ? a : b; }

// Eigen works on 16 rows at once, then on 4, then on single ones, and adds differently in each.
INLINE sum_order order_of_row(ptrdiff_t row, ptrdiff_t rows) {
    return row < rows / 16 * 16 ? IN_SEQUENCE : row < rows / 4 * 4 ? BY_PARITY : IN_EIGHT;
}

// target[j] += factor·Σ a[k]·b[k][j]. Columns beyond the last full group of 4 are added up in sequence.
INLINE void add_row(
    sum_order order, ptrdiff_t depth, ptrdiff_t columns, float factor, const float *a, ptrdiff_t a_step,
    const float *b, ptrdiff_t b_step, float *target) {
    ptrdiff_t j = 0, grouped = columns / 4 * 4;
    if (order == IN_SEQUENCE)
        for (; j + 16 <= grouped; j += 16)
            add_products_float16(IN_SEQUENCE, depth, factor, a, a_step, b + j, b_step, target + j);
    for (; j < grouped; j += 4) add_products_float4(order, depth, factor, a, a_step, b + j, b_step, target + j);
    for (; j < columns; j++)
        add_products_float1(IN_SEQUENCE, depth, factor, a, a_step, b + j, b_step, target + j);
}

// target[i][j] += factor·Σ a[i][k]·b[k][j].
static void add_product(
    ptrdiff_t rows, ptrdiff_t depth, ptrdiff_t columns, float factor, const float *a, ptrdiff_t a_row,
    ptrdiff_t a_step, const float *b, ptrdiff_t b_step, float *target, ptrdiff_t target_row) {
    for (ptrdiff_t i = 0; i < rows; i++) {
        const float *line = a + i * a_row;
        float *to = target + i * target_row;
        switch (order_of_row(i, rows)) {
        case IN_SEQUENCE: add_row(IN_SEQUENCE, depth, columns, factor, line, a_step, b, b_step, to); break;
        case BY_PARITY: add_row(BY_PARITY, depth, columns, factor, line, a_step, b, b_step, to); break;
        default: add_row(IN_EIGHT, depth, columns, factor, line, a_step, b, b_step, to);
        }
    }
}

// target[j][i] += factor·Σ a[k][i]·b[j][k]: the same with rows and columns of the target exchanged.
static void add_product_transposed(
    ptrdiff_t rows, ptrdiff_t depth, ptrdiff_t columns, float factor, const float *a, ptrdiff_t a_step,
    const float *b, ptrdiff_t b_column, ptrdiff_t b_step, float *target, ptrdiff_t target_column) {
    ptrdiff_t grouped = columns / 4 * 4;
    for (ptrdiff_t j = 0; j < columns; j++) {
        const float *line = b + j * b_column;
        float *to = target + j * target_column;
        ptrdiff_t i = 0, strips = j < grouped ? rows / 16 * 16 : rows;
        for (; i + 16 <= strips; i += 16)
            add_products_float16(IN_SEQUENCE, depth, factor, line, b_step, a + i, a_step, to + i);
        for (; i + 4 <= rows && j < grouped; i += 4)
            add_products_float4(BY_PARITY, depth, factor, line, b_step, a + i, a_step, to + i);
        for (; i < rows && j < grouped; i++)
            add_products_float1(IN_EIGHT, depth, factor, line, b_step, a + i, a_step, to + i);
        for (; i < rows; i++)
            add_products_float1(IN_SEQUENCE, depth, factor, line, b_step, a + i, a_step, to + i);
    }
}

// A triangle of a matrix; its diagonal counts as ones if `is_unit`.
typedef struct {
    const float *at;
    ptrdiff_t row, column, size;
    int is_lower, is_unit;
} triangle;

// How Eigen 3.4 cuts products so that their pieces stay in caches of 48 KiB and, per thread, 1.5 MiB.
enum {
    WIDEST_PANEL = 32,     // columns of a triangle
    DEEPEST_PRODUCT = 152, // terms that are added up at once
    SMALLEST_CUT = 48,     // a product smaller than this on all sides is not cut
    FIRST_CACHE = 49152 - 256,
    SECOND_CACHE = 1572864
};

// The terms that a sum of `length` terms adds up at once: long sums fall into nearly equal multiples of 8.
static ptrdiff_t depth_of_cut(ptrdiff_t length) {
    ptrdiff_t rest = length % DEEPEST_PRODUCT;
    if (length <= DEEPEST_PRODUCT) return length;
    if (rest == 0) return DEEPEST_PRODUCT;
    return DEEPEST_PRODUCT - 8 * ((DEEPEST_PRODUCT - 1 - rest) / (8 * (length / DEEPEST_PRODUCT + 1)));
}

// Whether so many columns of a rows×depth product fit into the caches at once.
static int fits(ptrdiff_t rows, ptrdiff_t depth, ptrdiff_t columns) {
    ptrdiff_t column = depth * (ptrdiff_t)sizeof(float), left = FIRST_CACHE - rows * column;
    ptrdiff_t first = left >= 4 * column ? left / column : 3 * SECOND_CACHE / (16 * DEEPEST_PRODUCT);
    return columns <= smaller(SECOND_CACHE / (2 * column), first) / 4 * 4;
}

// The columns of a triangle that a rows×depth product takes at a time: where the rows are cut into groups of 16,
// as many as there are rows in a group.
static ptrdiff_t panel_width(ptrdiff_t rows, ptrdiff_t depth, ptrdiff_t columns) {
    ptrdiff_t cut = rows;
    int is_cut = depth <= DEEPEST_PRODUCT && fits(rows, depth, columns)
                 && (rows >= SMALLEST_CUT || depth >= SMALLEST_CUT || columns >= SMALLEST_CUT);
    if (is_cut) {
        // A right factor of up to 1 KiB leaves the first cache to three pieces of the left one.
        if (depth * columns <= 256) cut = smaller(rows, 4096 / depth);
        if (cut > 16 && cut < WIDEST_PANEL) cut = 16;
    }
    return smaller(WIDEST_PANEL, smaller(depth, cut));
}

INLINE float element(const triangle *t, ptrdiff_t i, ptrdiff_t k) {
    if (i == k && t->is_unit) return 1;
    return (t->is_lower ? i >= k : i <= k) ? t->at[i * t->row + k * t->column] : 0;
}

// target[i][j] += factor·Σ t[i][k]·b[k][j], panel after panel of `width` columns of the triangle: first the
// square on the diagonal, filled up with zeros, then the rest of the panel.
static void add_triangle_product(
    triangle t, ptrdiff_t width, ptrdiff_t columns, float factor, const float *b, ptrdiff_t b_step,
    float *target, ptrdiff_t target_row, float *square) {
    for (ptrdiff_t start = 0; start < t.size; start += width) {
        ptrdiff_t w = smaller(width, t.size - start), end = start + w;
        for (ptrdiff_t i = 0; i < w; i++)
            for (ptrdiff_t k = 0; k < w; k++) square[i * w + k] = element(&t, start + i, start + k);
        const float *lines = b + start * b_step;
        add_product(w, w, columns, factor, square, w, 1, lines, b_step, target + start * target_row, target_row);
        ptrdiff_t first = t.is_lower ? end : 0, count = t.is_lower ? t.size - end : start;
        add_product(
            count, w, columns, factor, t.at + first * t.row + start * t.column, t.row, t.column, lines, b_step,
            target + first * target_row, target_row);
    }
}
