#pragma once
#include <stddef.h>

// The elementwise part of one time step of a gated recurrent layer, for `rows` rows and the `count` first of their
// `units` units; blocks of several gates hold them side by side in each row. The first `whole` elements of a block
// of one gate follow the vector approximations, the rest the C library, as TensorFlow splits the tensor of the whole
// batch. To be called where denormal floats count as zero.
#define DECLARE_STEPS(type, suffix)                                                                    \
    /* LSTM: z holds x·W + h·U for the gates i, f, g, o and receives the gates; c and h are new. */    \
    void kernel_lstm_forward_##suffix(                                                                 \
        ptrdiff_t rows, ptrdiff_t units, ptrdiff_t count, ptrdiff_t whole, const type *bias, type *z,                   \
        const type *before_c, type *c, type *h);                                                       \
    /* dh: the gradient of h; dc: that of c from the next step, becomes that of the c before; dz: that \
       of z. */                                                                                        \
    void kernel_lstm_backward_##suffix(                                                                \
        ptrdiff_t rows, ptrdiff_t units, ptrdiff_t count, ptrdiff_t whole, const type *gates, const type *before_c,     \
        const type *c, const type *dh, type *dc, type *dz);                                            \
    /* GRU: x holds x·W for the gates z, r, g and receives the gates; r holds h·U; kept receives r's   \
       third part with its bias; h is new. Both biases may be missing. */                               \
    void kernel_gru_forward_##suffix(                                                                  \
        ptrdiff_t rows, ptrdiff_t units, ptrdiff_t count, ptrdiff_t whole, const type *x_bias, const type *r_bias,      \
        type *x, const type *r, type *kept, const type *before, type *h);                              \
    /* dh: the gradient of h, becomes what reaches the h before without a product; dx, dr: those of x  \
       and r. */                                                                                       \
    void kernel_gru_backward_##suffix(                                                                 \
        ptrdiff_t rows, ptrdiff_t units, ptrdiff_t count, ptrdiff_t whole, const type *gates, const type *kept,         \
        const type *before, type *dh, type *dx, type *dr);

DECLARE_STEPS(float, f32)
DECLARE_STEPS(double, f64)
#undef DECLARE_STEPS
