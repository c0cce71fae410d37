#pragma once
#include <stddef.h>

// What TensorFlow leaves to oneDNN, whose exponential is another than that of its own vectors.

// y = e^(x - max) / Σ e^(x - max) for each row of n elements.
void kernel_softmax_f32(ptrdiff_t rows, ptrdiff_t n, const float *x, float *y);
// y = (x - max) - log Σ e^(x - max) for each row of n elements.
void kernel_log_softmax_f32(ptrdiff_t rows, ptrdiff_t n, const float *x, float *y);
// The sigmoid of what a matrix product and a bias gave, in one operation with them.
void kernel_fused_sigmoid_f32(ptrdiff_t n, const void *x, void *y);
// The hyperbolic tangent of the same.
void kernel_fused_tanh_f32(ptrdiff_t n, const void *x, void *y);
