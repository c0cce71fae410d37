// Time steps of the gated recurrent layers: what lies between the matrix products, in one pass over memory.
#include "recurrent.h"
#include "approximations.h"

INLINE double exact_sigmoid(double a) { return 1 / (1 + exp(-a)); }

// The gradient of the sigmoid groups its factors differently in vectors and at the end.
#define SLOPE_IN_VECTORS(y, dy) ((dy) * ((y) * (1 - (y))))
#define SLOPE_AT_THE_END(y, dy) ((dy) * (y) * (1 - (y)))
#define TANH_SLOPE(y, dy) ((dy) * (1 - (y) * (y)))

// Each row is done by vectors as far as the whole vectors of the tensor reach, the rest of it one by one.
#define ROWS(in_vectors, at_the_end)                                                                   \
    for (ptrdiff_t row = 0; row < rows; row++) {                                                       \
        ptrdiff_t reach = whole - row * units;                                                         \
        ptrdiff_t edge = reach < 0 ? 0 : reach < units ? reach : units;                                \
        ELEMENTWISE for (ptrdiff_t j = 0; j < edge; j++) { in_vectors }                                \
        for (ptrdiff_t j = edge; j < units; j++) { at_the_end }                                        \
    }

#define LSTM_FORWARD(type, sigmoid, tangent)                                                           \
    type *gates = z + row * 4 * units + j;                                                             \
    const type *b = bias ? bias + j : 0;                                                               \
    type i = sigmoid(b ? gates[0] + b[0] : gates[0]);                                                  \
    type f = sigmoid(b ? gates[units] + b[units] : gates[units]);                                      \
    type g = tangent(b ? gates[2 * units] + b[2 * units] : gates[2 * units]);                          \
    type o = sigmoid(b ? gates[3 * units] + b[3 * units] : gates[3 * units]);                          \
    type carry = f * before_c[row * units + j] + i * g;                                                \
    gates[0] = i;                                                                                      \
    gates[units] = f;                                                                                  \
    gates[2 * units] = g;                                                                              \
    gates[3 * units] = o;                                                                              \
    c[row * units + j] = carry;                                                                        \
    h[row * units + j] = o * tangent(carry);

#define LSTM_BACKWARD(type, slope, tangent)                                                            \
    const type *gate = gates + row * 4 * units + j;                                                    \
    type *to = dz + row * 4 * units + j;                                                               \
    ptrdiff_t at = row * units + j;                                                                    \
    type i = gate[0], f = gate[units], g = gate[2 * units], o = gate[3 * units];                       \
    type squashed = tangent(c[at]), up = dh[at];                                                       \
    type carried = dc[at] + TANH_SLOPE(squashed, up * o);                                              \
    to[0] = slope(i, carried * g);                                                                     \
    to[units] = slope(f, carried * before_c[at]);                                                      \
    to[2 * units] = TANH_SLOPE(g, carried * i);                                                        \
    to[3 * units] = slope(o, up * squashed);                                                           \
    dc[at] = carried * f;

#define GRU_FORWARD(type, sigmoid, tangent)                                                            \
    type *in = x + row * 3 * units + j;                                                                \
    const type *rec = r + row * 3 * units + j, *p = x_bias ? x_bias + j : 0, *q = r_bias ? r_bias + j : 0; \
    ptrdiff_t at = row * units + j;                                                                    \
    type xz = p ? in[0] + p[0] : in[0], rz = q ? rec[0] + q[0] : rec[0];                               \
    type xr = p ? in[units] + p[units] : in[units], rr = q ? rec[units] + q[units] : rec[units];       \
    type xg = p ? in[2 * units] + p[2 * units] : in[2 * units];                                        \
    type rg = q ? rec[2 * units] + q[2 * units] : rec[2 * units];                                      \
    type update = sigmoid(xz + rz), reset = sigmoid(xr + rr), g = tangent(xg + reset * rg);            \
    in[0] = update;                                                                                    \
    in[units] = reset;                                                                                 \
    in[2 * units] = g;                                                                                 \
    kept[at] = rg;                                                                                     \
    h[at] = update * before[at] + (1 - update) * g;

#define GRU_BACKWARD(type, slope)                                                                      \
    const type *gate = gates + row * 3 * units + j;                                                    \
    type *to_x = dx + row * 3 * units + j, *to_r = dr + row * 3 * units + j;                           \
    ptrdiff_t at = row * units + j;                                                                    \
    type update = gate[0], reset = gate[units], g = gate[2 * units], up = dh[at];                      \
    type inner = TANH_SLOPE(g, up * (1 - update));                                                     \
    type d_update = slope(update, up * before[at] - up * g), d_reset = slope(reset, inner * kept[at]); \
    to_x[0] = d_update;                                                                                \
    to_r[0] = d_update;                                                                                \
    to_x[units] = d_reset;                                                                             \
    to_r[units] = d_reset;                                                                             \
    to_x[2 * units] = inner;                                                                           \
    to_r[2 * units] = inner * reset;                                                                   \
    dh[at] = up * update;

#define STEPS(type, suffix, sigmoid_v, sigmoid_s, tangent)                                             \
    FOR_EACH_PROCESSOR void kernel_lstm_forward_##suffix(                                              \
        ptrdiff_t rows, ptrdiff_t units, ptrdiff_t whole, const type *bias, type *z,                   \
        const type *before_c, type *c, type *h) {                                                      \
        ROWS(LSTM_FORWARD(type, sigmoid_v, tangent), LSTM_FORWARD(type, sigmoid_s, tangent))           \
    }                                                                                                  \
    FOR_EACH_PROCESSOR void kernel_lstm_backward_##suffix(                                             \
        ptrdiff_t rows, ptrdiff_t units, ptrdiff_t whole, const type *gates, const type *before_c,     \
        const type *c, const type *dh, type *dc, type *dz) {                                           \
        ROWS(LSTM_BACKWARD(type, SLOPE_IN_VECTORS, tangent),                                           \
             LSTM_BACKWARD(type, SLOPE_AT_THE_END, tangent))                                           \
    }                                                                                                  \
    FOR_EACH_PROCESSOR void kernel_gru_forward_##suffix(                                               \
        ptrdiff_t rows, ptrdiff_t units, ptrdiff_t whole, const type *x_bias, const type *r_bias,      \
        type *x, const type *r, type *kept, const type *before, type *h) {                             \
        ROWS(GRU_FORWARD(type, sigmoid_v, tangent), GRU_FORWARD(type, sigmoid_s, tangent))             \
    }                                                                                                  \
    FOR_EACH_PROCESSOR void kernel_gru_backward_##suffix(                                              \
        ptrdiff_t rows, ptrdiff_t units, ptrdiff_t whole, const type *gates, const type *kept,         \
        const type *before, type *dh, type *dx, type *dr) {                                            \
        ROWS(GRU_BACKWARD(type, SLOPE_IN_VECTORS), GRU_BACKWARD(type, SLOPE_AT_THE_END))               \
    }

STEPS(float, f32, flushed_sigmoid, scalar_sigmoid, vector_tanh)
STEPS(double, f64, exact_sigmoid, exact_sigmoid, tanh)
