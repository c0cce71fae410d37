#pragma once
#include <stddef.h>

// Matrix products. `a` is m×k with elements a[i * a_row + l * a_column]; `b` is k×n with rows b_row apart and
// neighbouring columns; `c` is m×n with rows c_row apart. The order of additions is part of the result:

// Each element of c is one chain of fused multiply-adds over k, from 0; when `adds`, its end is added to what
// c holds, after the element of `bias` for its column, if there is one, has been.
void kernel_product_f32(
    ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const float *a, ptrdiff_t a_row, ptrdiff_t a_column,
    const float *b, ptrdiff_t b_row, float *c, ptrdiff_t c_row, int adds,
    const float *bias);
void kernel_product_f64(
    ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const double *a, ptrdiff_t a_row, ptrdiff_t a_column,
    const double *b, ptrdiff_t b_row, double *c, ptrdiff_t c_row, int adds,
    const double *bias);

// The sum of aᵀ·b over several steps, for matrices of few rows: each step's a is k×m with rows a_row apart, its
// b is k×n with rows b_row apart, k being the same for all. An element of a step is one chain over k; the steps are
// added one by one within the first `head` of them and within each `group` of the others, and then the groups,
// onto what c holds when `adds`.
void kernel_summed_products_f32(
    ptrdiff_t steps, ptrdiff_t head, ptrdiff_t group, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k,
    const float *const *a, ptrdiff_t a_row, const float *const *b, ptrdiff_t b_row, float *c,
    ptrdiff_t c_row, int adds);
void kernel_summed_products_f64(
    ptrdiff_t steps, ptrdiff_t head, ptrdiff_t group, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k,
    const double *const *a, ptrdiff_t a_row, const double *const *b, ptrdiff_t b_row, double *c,
    ptrdiff_t c_row, int adds);

// Each element of c is sixteen chains, chain l over every k with k mod 16 = l, folded by halves. Here the columns of
// b are b_column apart and their elements neighbours, as are those of the rows of a.
void kernel_product_in_sixteen_f32(
    ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const float *a, ptrdiff_t a_row, const float *b,
    ptrdiff_t b_column, float *c, ptrdiff_t c_row);

// Each element of c is eight chains over the full groups of 16, folded crosswise; what is left of k follows in
// groups of 8, 4, 2 and 1 products, each folded and added.
void kernel_product_in_eight_f32(
    ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const float *a, ptrdiff_t a_row, ptrdiff_t a_column,
    const float *b, ptrdiff_t b_row, float *c, ptrdiff_t c_row);

// As `kernel_product_in_eight_f32`, for one column x of b and rows of a whose elements are neighbours.
void kernel_rows_times_vector_f32(
    ptrdiff_t m, ptrdiff_t k, const float *a, ptrdiff_t a_row, const float *x, float *c);

// The same product in double precision: eight chains over k mod 8, folded, the rest of k after them.
void kernel_rows_times_vector_f64(
    ptrdiff_t m, ptrdiff_t k, const double *a, ptrdiff_t a_row, const double *x, double *c);

// to[j][i] = from[i][j] for a block of rows×columns.
void kernel_transpose_f32(
    ptrdiff_t rows, ptrdiff_t columns, const float *from, ptrdiff_t from_row, float *to,
    ptrdiff_t to_row);
void kernel_transpose_f64(
    ptrdiff_t rows, ptrdiff_t columns, const double *from, ptrdiff_t from_row, double *to,
    ptrdiff_t to_row);
