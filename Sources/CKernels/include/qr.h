#pragma once
#include <stddef.h>

// The QR factorisation of TensorFlow's CPU build (Eigen's blocked Householder reflections on AVX, without fused
// multiply-add), with the same rounding after every product and the same order of additions, so that orthogonal
// weights have the same bits. Eigen sizes its blocks by the processor's first-level cache; here it always has
// 48 KiB.

// The floats of working memory for an m×n matrix.
ptrdiff_t kernel_qr_scratch_f32(ptrdiff_t m, ptrdiff_t n);

// Factors the m×n matrix `a` into the m×s matrix `q`, s = min(m, n), and the s×n upper triangle that `a` holds
// afterwards; below that it holds zeros. All rows lie one after another.
void kernel_qr_f32(ptrdiff_t m, ptrdiff_t n, float *a, float *q, float *scratch);
