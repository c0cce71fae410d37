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
        ptrdiff_t edge = reach < 0 ? 0 : reach < count ? reach : count;                                \
        ELEMENTWISE for (ptrdiff_t j = 0; j < edge; j++) { in_vectors }                                \
        for (ptrdiff_t j = edge; j < count; j++) { at_the_end }                                        \
    }

// A loop that asked for its bias at every element would not become vectors.
#define PLUS(x, bias) ((x) + (bias))
#define WITHOUT(x, bias) (x)

#define LSTM_FORWARD(type, sigmoid, tangent, plus)                                                     \
    type *gates = z + row * 4 * units + j;                                                             \
    type i = sigmoid(plus(gates[0], bias[j]));                                                         \
    type f = sigmoid(plus(gates[units], bias[units + j]));                                             \
    type g = tangent(plus(gates[2 * units], bias[2 * units + j]));                                     \
    type o = sigmoid(plus(gates[3 * units], bias[3 * units + j]));                                     \
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

#define GRU_FORWARD(type, sigmoid, tangent, plus)                                                      \
    type *in = x + row * 3 * units + j;                                                                \
    const type *rec = r + row * 3 * units + j;                                                         \
    ptrdiff_t at = row * units + j;                                                                    \
    type xz = plus(in[0], x_bias[j]), rz = plus(rec[0], r_bias[j]);                                    \
    type xr = plus(in[units], x_bias[units + j]), rr = plus(rec[units], r_bias[units + j]);            \
    type xg = plus(in[2 * units], x_bias[2 * units + j]);                                              \
    type rg = plus(rec[2 * units], r_bias[2 * units + j]);                                             \
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

#define FORWARD(STEP, type, sigmoid_v, sigmoid_s, tangent, plus)                                       \
    ROWS(STEP(type, sigmoid_v, tangent, plus), STEP(type, sigmoid_s, tangent, plus))

#define STEPS(type, suffix, sigmoid_v, sigmoid_s, tangent)                                             \
    FOR_EACH_PROCESSOR void kernel_lstm_forward_##suffix(                                              \
        ptrdiff_t rows, ptrdiff_t units, ptrdiff_t count, ptrdiff_t whole, const type *bias, type *z,  \
        const type *before_c, type *c, type *h) {                                                      \
        if (bias) {                                                                                    \
            FORWARD(LSTM_FORWARD, type, sigmoid_v, sigmoid_s, tangent, PLUS)                           \
        } else {                                                                                       \
            FORWARD(LSTM_FORWARD, type, sigmoid_v, sigmoid_s, tangent, WITHOUT)                        \
        }                                                                                              \
    }                                                                                                  \
    FOR_EACH_PROCESSOR void kernel_lstm_backward_##suffix(                                             \
        ptrdiff_t rows, ptrdiff_t units, ptrdiff_t count, ptrdiff_t whole, const type *gates,          \
        const type *before_c, const type *c, const type *dh, type *dc, type *dz) {                     \
        ROWS(LSTM_BACKWARD(type, SLOPE_IN_VECTORS, tangent),                                           \
             LSTM_BACKWARD(type, SLOPE_AT_THE_END, tangent))                                           \
    }                                                                                                  \
    FOR_EACH_PROCESSOR void kernel_gru_forward_##suffix(                                               \
        ptrdiff_t rows, ptrdiff_t units, ptrdiff_t count, ptrdiff_t whole, const type *x_bias,         \
        const type *r_bias, type *x, const type *r, type *kept, const type *before, type *h) {         \
        if (x_bias) {                                                                                  \
            FORWARD(GRU_FORWARD, type, sigmoid_v, sigmoid_s, tangent, PLUS)                            \
        } else {                                                                                       \
            FORWARD(GRU_FORWARD, type, sigmoid_v, sigmoid_s, tangent, WITHOUT)                         \
        }                                                                                              \
    }                                                                                                  \
    FOR_EACH_PROCESSOR void kernel_gru_backward_##suffix(                                              \
        ptrdiff_t rows, ptrdiff_t units, ptrdiff_t count, ptrdiff_t whole, const type *gates,          \
        const type *kept, const type *before, type *dh, type *dx, type *dr) {                          \
        ROWS(GRU_BACKWARD(type, SLOPE_IN_VECTORS), GRU_BACKWARD(type, SLOPE_AT_THE_END))               \
    }

STEPS(float, f32, flushed_sigmoid, scalar_sigmoid, vector_tanh)
STEPS(double, f64, exact_sigmoid, exact_sigmoid, tanh)
