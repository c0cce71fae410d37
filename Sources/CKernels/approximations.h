// The float approximations that TensorFlow's vector code uses, operation by operation: another order, a
// fused step or a better polynomial would print other digits. A correctly rounded tanh differs from it in
// most values. All of them take one element, so that a loop over them is vectorised and rounds the same.
#pragma once
#include "processor.h"
#include <math.h>

// How many elements TensorFlow's vectors hold; what is left over at the end of a tensor goes through the
// C library instead.
enum { VECTOR = 8 };

INLINE float bits_to_float(int bits) {
    union {
        int bits;
        float value;
    } both = {bits};
    return both.value;
}

INLINE int float_to_bits(float value) {
    union {
        float value;
        int bits;
    } both = {value};
    return both.bits;
}

INLINE float power_of_two(int exponent) { return bits_to_float((exponent + 127) << 23); }

// exp(x - m ln 2): ln 2 in two parts, then a polynomial split into even and odd powers.
INLINE float exp_of_remainder(float x, float m) {
    float r = m * -0.693359375f + x;
    r = m * 2.12194440e-4f + r;
    float r2 = r * r;
    float even = r2 * 1.37449637986719608306884765625e-3f + 4.166965186595916748046875e-2f;
    float odd = r2 * 8.36894474923610687255859375e-3f + 0.16666518151760101318359375f;
    even = r2 * even + 0.49999988079071044921875f;
    return r2 * (r * odd + even) + (r + 1);
}

INLINE float vector_exp(float a) {
    float x = a < 88.723f ? a : 88.723f;
    x = x > -105.0f ? x : -105.0f; // keeps the exponent in range; such results are zero below
    float fm = __builtin_floorf(x * 1.44269504088896341f + 0.5f);
    int m = (int)fm;
    float y = exp_of_remainder(x, fm);
    int half = m >> 1; // two steps, since 2^m itself may be out of range
    y = y * power_of_two(half) * power_of_two(m - half);
    y = y > a ? y : a; // infinity and not-a-number pass through
    return a < -104.0f ? 0 : y;
}

// Mantissa in [sqrt(1/2), sqrt(2)), a rational function of it, and the exponent times ln 2.
INLINE float vector_log(float a) {
    int bits = float_to_bits(a);
    float e = (float)((bits >> 23) - 126);
    float x = bits_to_float((bits & 0x007fffff) | 0x3f000000);
    int low = x < 0.707106781186547524f;
    float t = low ? x : 0;
    x = x - 1;
    e = low ? e - 1 : e;
    x = x + t;
    float p = x * 0.18256296349849254f + 1.0000000190281063f;
    p = x * p + 1.0000000190281136f;
    p = x * p;
    float q = x * 0.049616247954120038f + 0.59923249590823520f;
    q = x * q + 1.4999999999999927f;
    q = x * q + 1;
    float y = e * 0.6931471805599453f + p / q;
    y = a < INFINITY ? y : a;
    y = a > 0 ? y : -INFINITY;
    return a < 0 || a != a ? NAN : y;
}

// A rational function of degree 13 over 6, clamped where it would leave [-1, 1].
INLINE float vector_tanh(float a) {
    const float edge = 7.90531110763549805f;
    float x = a > edge ? edge : a;
    x = x < -edge ? -edge : x;
    float x2 = x * x;
    float p = x2 * -2.76076847742355e-16f + 2.00018790482477e-13f;
    p = x2 * p + -8.60467152213735e-11f;
    p = x2 * p + 5.12229709037114e-08f;
    p = x2 * p + 1.48572235717979e-05f;
    p = x2 * p + 6.37261928875436e-04f;
    p = x2 * p + 4.89352455891786e-03f;
    p = x * p;
    float q = x2 * 1.19825839466702e-06f + 1.18534705686654e-04f;
    q = x2 * q + 2.26843463243900e-03f;
    q = x2 * q + 4.89352518554385e-03f;
    return __builtin_fabsf(a) < 0.0004f ? x : p / q;
}

// What is left of |a| beyond whole quarters of the circle, and how many quarters there are. Four constants stand for
// a quarter, since the steps are not fused.
INLINE float within_a_quarter(float a, int *quarters) {
    const float magic = 12582912.0f; // leaves a whole number in the last bits
    float x = __builtin_fabsf(a), rounded = x * 0.636619746685028076171875f + magic;
    float y = rounded - magic;
    *quarters = float_to_bits(rounded);
    x = y * -1.5703125f + x;
    x = y * -0.000483989715576171875f + x;
    x = y * 1.62865035235881805419921875e-07f + x;
    return y * 5.5644315544167710640977020375430583953857421875e-11f + x;
}

INLINE float vector_circular(float a, int is_cosine) {
    int quarters;
    float x = within_a_quarter(a, &quarters), x2 = x * x;
    float even = x2 * 2.4372266125283204019069671630859375e-05f + -0.00138865201734006404876708984375f;
    even = x2 * even + 0.041666619479656219482421875f;
    even = x2 * even + -0.5f;
    even = x2 * even + 1;
    float odd = x2 * -0.00019592341140837029f + 0.0083326873655616852f;
    odd = x2 * odd + -0.16666662039829826f;
    odd = x2 * odd * x + x;
    float y = ((quarters & 1) != 0) == is_cosine ? odd : even;
    int sign = is_cosine ? (quarters + 1) << 30 : float_to_bits(a) ^ quarters << 30;
    return bits_to_float(float_to_bits(y) ^ (sign & -2147483647 - 1));
}

INLINE float vector_sin(float a) { return vector_circular(a, 0); }
INLINE float vector_cos(float a) { return vector_circular(a, 1); }

// Far above the argument where the sigmoid of a float is 1, far below where its exponential overflows.
#define SIGMOID_EDGE 40.0f

INLINE float vector_sigmoid(float a) {
    float e = vector_exp(a > SIGMOID_EDGE ? SIGMOID_EDGE : a);
    return e / (1 + e);
}

// The same number as `vector_sigmoid` where denormal floats count as zero, with less work.
INLINE float flushed_sigmoid(float a) {
    float x = a > SIGMOID_EDGE ? SIGMOID_EDGE : a;
    float clamped = x > -105.0f ? x : -105.0f;
    float fm = __builtin_floorf(clamped * 1.44269504088896341f + 0.5f);
    int m = (int)fm;
    m = m > -127 ? m : -127; // below the least normal power comes a zero
    float e = exp_of_remainder(clamped, fm) * power_of_two(m);
    e = e > x ? e : x; // not-a-number passes through
    return e / (1 + e);
}

INLINE float scalar_sigmoid(float a) {
    float e = expf(a > SIGMOID_EDGE ? SIGMOID_EDGE : a);
    return e / (1 + e);
}

// Kahan's way to save the digits that 1 + x loses.
#define LOG1P(name, log_of)                                                                            \
    INLINE float name(float x) {                                                                       \
        float shifted = x + 1, logarithm = log_of(shifted);                                            \
        float large = x * (logarithm / (shifted - 1));                                                 \
        return shifted == 1 || shifted == logarithm ? x : large;                                       \
    }
LOG1P(vector_log1p, vector_log)

INLINE float vector_expm1(float x) {
    float u = vector_exp(x), below = u - 1, logarithm = vector_log(u);
    float y = below * (x / logarithm);
    y = logarithm == u ? u : y;
    y = below == -1 ? -1 : y;
    return u == 1 ? x : y;
}

// log(epsilon) + 2: beyond it the softplus is x, below its negative it is exp x.
#define SOFTPLUS_EDGE 13.9423847f

INLINE float softplus_from(float x, float exponential, float logarithm) {
    float y = x > SOFTPLUS_EDGE ? x : logarithm;
    return x < -SOFTPLUS_EDGE ? exponential : y;
}

// From here on the error function of a float is 1.
#define ERF_EDGE 3.832506856900711f

// x · P(x²) / Q(x²), as TensorFlow has it for all elements.
INLINE float rational_erf(float x) {
    float y = x * x;
    float p = 0.00022905065861350646f;
    p = p * y + 0.0034082910107109506f;
    p = p * y + 0.050955695062380861f;
    p = p * y + 0.18520832239976145f;
    p = p * y + 1.128379143519084f;
    float q = -1.1791602954361697e-7f;
    q = q * y + 2.3547966471313185e-5f;
    q = q * y + 0.0010179625278914885f;
    q = q * y + 0.014070470171167667f;
    q = q * y + 0.11098505178285362f;
    q = q * y + 0.49746925110067538f;
    q = q * y + 1;
    float ratio = x * p / q;
    return __builtin_fabsf(x) >= ERF_EDGE ? __builtin_copysignf(1, x) : ratio;
}
