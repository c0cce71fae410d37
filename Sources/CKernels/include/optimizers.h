#pragma once
#include <stddef.h>

// One step of an optimizer over n weights w and its slots, with the gradient g, in one pass.
#define DECLARE_STEPS(type, suffix)                                                                    \
    /* m ← momentum·m - rate·g; then w ← w + m, or the look-ahead of Nesterov. */                      \
    void kernel_momentum_step_##suffix(                                                                \
        ptrdiff_t n, type *w, type *m, const type *g, type rate, type momentum, int nesterov);         \
    /* m and v move towards g and g² by a share; w ← w - alpha·m / (√v + epsilon). */                  \
    void kernel_adam_step_##suffix(                                                                    \
        ptrdiff_t n, type *w, type *m, type *v, const type *g, type alpha, type mean_share,            \
        type square_share, type epsilon);                                                              \
    /* v ← rho·v + (1 - rho)·g²; w ← w - rate·g / √(v + epsilon), with a product as written (0), or whose     \
       gradient (1) or rate (2) comes last. */                                                         \
    void kernel_rmsprop_step_##suffix(                                                                 \
        ptrdiff_t n, type *w, type *v, const type *g, type rate, type rho, type share, type epsilon,  \
        int order);
DECLARE_STEPS(float, f32)
DECLARE_STEPS(double, f64)
#undef DECLARE_STEPS
