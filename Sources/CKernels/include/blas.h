#pragma once
#include <stddef.h>

// Products of doubles with the order of additions of the library behind NumPy (OpenBLAS, its kernels for AVX2, two
// threads), which a note shows when it prints a single number in full. Rows of `a` are a_row apart, its columns
// are neighbours.

// The sum of x[i]·y[i].
double kernel_blas_dot_f64(ptrdiff_t n, const double *x, const double *y);
// y = a·x for an a of m×k.
void kernel_blas_rows_f64(
    ptrdiff_t m, ptrdiff_t k, const double *a, ptrdiff_t a_row, const double *x, double *y);
// y = aᵀ·x for an a of k×m.
void kernel_blas_columns_f64(
    ptrdiff_t m, ptrdiff_t k, const double *a, ptrdiff_t a_row, const double *x, double *y);
// c = a·b for an a of m×k, whose columns are a_column apart, and a b of k×n.
void kernel_blas_product_f64(
    ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const double *a, ptrdiff_t a_row, ptrdiff_t a_column,
    const double *b, ptrdiff_t b_row, double *c);
