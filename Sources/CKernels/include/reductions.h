#pragma once
#include <stddef.h>

// The sum of n neighbouring elements in TensorFlow's order: runs longer than 1024 vectors are halved, shorter
// ones added by four accumulators of one vector each, folded by halves; what does not fill a vector is summed
// on its own and added last. `first` is the position of x in its tensor, which the halving aligns to.
float kernel_sum_f32(ptrdiff_t n, const float *x, ptrdiff_t first);
double kernel_sum_f64(ptrdiff_t n, const double *x, ptrdiff_t first);

// The sum of n elements, `step` apart, in NumPy's order: pieces of 8192, each halved down to blocks of 128.
float kernel_pairwise_sum_f32(ptrdiff_t n, const float *x, ptrdiff_t step);
double kernel_pairwise_sum_f64(ptrdiff_t n, const double *x, ptrdiff_t step);

// y[o][i] = the sum over l of x[o][l][i], in TensorFlow's order: vectors of results that lie in one row of y are
// made by four accumulators, each for every fourth l, once there are sixteen; other results one by one.
void kernel_sum_middle_f32(ptrdiff_t outer, ptrdiff_t length, ptrdiff_t inner, const float *x, float *y);
void kernel_sum_middle_f64(ptrdiff_t outer, ptrdiff_t length, ptrdiff_t inner, const double *x, double *y);

// y[i] = the sum over l of x[l][i], one by one.
void kernel_sum_first_f32(ptrdiff_t length, ptrdiff_t inner, const float *x, float *y);
void kernel_sum_first_f64(ptrdiff_t length, ptrdiff_t inner, const double *x, double *y);
