// oneDNN's exponential and what is made of it.
#include "softmax.h"
#include "approximations.h"
#include "reductions.h"
#include "tanh_table.h"

// The argument where the exponential is the least normal float, and where it is the largest.
#define LEAST -87.3365479f
#define LARGEST 88.7228394f

// ln 2 in one piece, since the step is fused; then a polynomial of degree five. 2^n is multiplied in as 2·2^(n-1),
// which is in range where 2^n is not.
INLINE float fused_exp(float a) {
    float x = a < LARGEST ? a : LARGEST;
    x = x > LEAST ? x : LEAST;
    float n = __builtin_floorf(x * 1.44269502f + 0.5f);
    float r = __builtin_fmaf(-n, 0.693147182f, x);
    float p = __builtin_fmaf(0.00828929059f, r, 0.0418978221f);
    p = __builtin_fmaf(p, r, 0.166676521f);
    p = __builtin_fmaf(p, r, 0.499991506f);
    p = __builtin_fmaf(p, r, 0.999999701f);
    p = __builtin_fmaf(p, r, 1);
    float power = a < LEAST ? 0 : power_of_two((int)(n - 1));
    return p * power * 2;
}

// Sums in as many lanes as a register of AVX-512 has, folded by halves.
enum { LANES = 16 };

INLINE float sum_in_lanes(ptrdiff_t n, const float *x) {
    float sum[LANES] = {0};
    ptrdiff_t i = 0;
    for (; i + LANES <= n; i += LANES)
        for (int l = 0; l < LANES; l++) sum[l] += x[i + l];
    for (int l = 0; i + l < n; l++) sum[l] += x[i + l];
    for (int half = LANES / 2; half > 0; half /= 2)
        for (int l = 0; l < half; l++) sum[l] += sum[l + half];
    return sum[0];
}

FOR_EACH_PROCESSOR void kernel_softmax_f32(ptrdiff_t rows, ptrdiff_t n, const float *x, float *y) {
    for (ptrdiff_t row = 0; row < rows; row++, x += n, y += n) {
        float largest = -INFINITY;
        int undefined = 0;
        for (ptrdiff_t i = 0; i < n; i++) {
            largest = x[i] > largest ? x[i] : largest;
            undefined |= x[i] != x[i];
        }
        // Rows of infinities, or with something that is no number, have no softmax.
        if (undefined || largest - largest != 0) {
            for (ptrdiff_t i = 0; i < n; i++) y[i] = NAN;
            continue;
        }
        ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) y[i] = fused_exp(x[i] - largest);
        float share = 1 / sum_in_lanes(n, y);
        ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) y[i] *= share;
    }
}

// The logarithm is TensorFlow's own: exponentials by vectors within a row, logarithms by vectors of rows.
FOR_EACH_PROCESSOR void kernel_log_softmax_f32(ptrdiff_t rows, ptrdiff_t n, const float *x, float *y) {
    for (ptrdiff_t row = 0; row < rows; row++, x += n, y += n) {
        float largest = -INFINITY;
        for (ptrdiff_t i = 0; i < n; i++) largest = x[i] > largest || x[i] != x[i] ? x[i] : largest;
        ptrdiff_t whole = n / VECTOR * VECTOR;
        ELEMENTWISE for (ptrdiff_t i = 0; i < whole; i++) y[i] = vector_exp(x[i] - largest);
        for (ptrdiff_t i = whole; i < n; i++) y[i] = expf(x[i] - largest);
        float sum = kernel_sum_f32(n, y, 0);
        float logarithm = row < rows / VECTOR * VECTOR ? vector_log(sum) : logf(sum);
        ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) y[i] = (x[i] - largest) - logarithm;
    }
}

// Of a positive number the exponential is taken with the other sign, so that it cannot overflow.
FOR_EACH_PROCESSOR void kernel_fused_sigmoid_f32(ptrdiff_t n, const void *from, void *to) {
    const float *x = from;
    float *y = to;
    ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) {
        float a = x[i], e = fused_exp(-__builtin_fabsf(a)), below = e / (e + 1);
        float result = float_to_bits(a) < 0 ? below : 1 - below;
        y[i] = a != a ? a : result;
    }
}

// The first column's coefficients serve no argument: below it the tangent is the argument itself.
#define TANH_FIRST 0x39800000
#define TANH_HALF_OCTAVES 0xffc00000
#define TANH_LINEAR 0.000422876793891f
#define TANH_WHOLE 9.01091313f

FOR_EACH_PROCESSOR void kernel_fused_tanh_f32(ptrdiff_t n, const void *from, void *to) {
    const float *x = from;
    float *y = to;
    for (ptrdiff_t i = 0; i < n; i++) {
        float size = __builtin_fabsf(x[i]);
        if (!(size > TANH_LINEAR)) {
            y[i] = x[i];
            continue;
        }
        if (size > TANH_WHOLE) {
            y[i] = __builtin_copysignf(1, x[i]);
            continue;
        }
        int bits = float_to_bits(size), half = bits & (int)TANH_HALF_OCTAVES;
        int column = (half - TANH_FIRST) >> 22;
        float rest = size - bits_to_float(half);
        float p = bits_to_float((int)tanh_coefficients[6][column]);
        for (int power = 5; power >= 0; power--)
            p = __builtin_fmaf(p, rest, bits_to_float((int)tanh_coefficients[power][column]));
        y[i] = __builtin_copysignf(p, x[i]);
    }
}
