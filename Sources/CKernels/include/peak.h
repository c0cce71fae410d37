#pragma once
#include <stddef.h>

// Fused multiply-adds of floats in registers alone, as many in a round as `kernel_multiply_adds_in_a_round` says:
// how fast they can be at most. The number returned means nothing and keeps the compiler from leaving them out.
float kernel_multiply_adds_f32(ptrdiff_t rounds);
ptrdiff_t kernel_multiply_adds_in_a_round(void);
