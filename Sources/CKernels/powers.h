// Powers of floats as TensorFlow's vectors take them: 2^(y log₂ x), the logarithm in pairs of floats whose sum is exact.
#pragma once
#include "approximations.h"

typedef struct {
    float high, low;
} Pair;

// x + y where |x| ≥ |y|, and what rounding left over.
INLINE Pair pair_sum(float x, float y) {
    float sum = x + y, taken = sum - x;
    return (Pair){sum, y - taken};
}

INLINE Pair pair_product(float x, float y) {
    float product = x * y;
    return (Pair){product, __builtin_fmaf(x, y, -product)};
}

// The sum of two pairs of which the first is the larger.
INLINE Pair sum_of_pairs(Pair x, Pair y) {
    Pair high = pair_sum(x.high, y.high);
    return pair_sum(high.high, (y.low + high.low) + x.low);
}

INLINE Pair pair_times(Pair x, float y) {
    Pair product = pair_product(x.high, y), sum = pair_sum(product.high, x.low * y);
    return pair_sum(sum.high, sum.low + product.low);
}

// log₂ of what lies between √½ and √2: four terms in pairs, the higher ones in floats.
INLINE Pair pair_log2(float z) {
    float x = z - 1, x2 = x * x;
    float even = 9.703654795885e-2f * x2 + 0.1720575392246f;
    even = even * x2 + 0.2050433009862f;
    even = even * x2 + 0.2885761857032f;
    float odd = -0.1690667718648f * x2 + -0.1789081543684f;
    odd = odd * x2 + -0.2404672354459f;
    Pair q = sum_of_pairs((Pair){-0.360674142838f, -6.13283912543e-09f}, pair_product(odd * x + even, x));
    q = sum_of_pairs((Pair){0.480897903442f, -1.44861207474e-08f}, pair_times(q, x));
    q = sum_of_pairs((Pair){-0.721347510815f, -4.84483164698e-09f}, pair_times(q, x));
    q = sum_of_pairs((Pair){1.44269502163f, 2.01711713999e-08f}, pair_times(q, x));
    return pair_times(q, x);
}

// 2^x for x from -½ to ½.
INLINE float exp2_of_half(float x) {
    float x2 = x * x;
    float even = 1.539513905e-4f * x2 + 9.618283249e-3f, odd = 1.340007293e-3f * x2 + 5.550328270e-2f;
    even = even * x2 + 0.2402264923f;
    Pair term = pair_product(odd * x + even, x), constant = {0.6931471825f, 2.36836577e-08f};
    int is_first = __builtin_fabsf(constant.high) < __builtin_fabsf(term.high);
    Pair sum = is_first ? sum_of_pairs(term, constant) : sum_of_pairs(constant, term);
    Pair product = pair_times(sum, x), whole = pair_sum(1, product.high);
    return whole.high + (product.low + whole.low);
}

// Half away from zero, as TensorFlow's vectors round.
INLINE float rounded_from_zero(float x) { return __builtin_roundf(x); }

// 2^n in steps that are in range each, so that only the result may leave it.
INLINE float scaled_by_power(float x, float n) {
    int e = (int)(n > 278 ? 278 : n < -278 ? -278 : n), quarter = e >> 2;
    float step = power_of_two(quarter);
    return x * step * step * step * power_of_two(e - 3 * quarter);
}

// x^y of a positive finite x and a finite y.
INLINE float power_of_positive(float x, float y) {
    int exponent;
    float mantissa = frexpf(x, &exponent);
    int is_low = mantissa < 0.70710678118654752440f;
    mantissa = is_low ? 2 * mantissa : mantissa;
    float e = (float)(is_low ? exponent - 1 : exponent);
    Pair f = sum_of_pairs(pair_product(e, y), pair_times(pair_log2(mantissa), y));
    float whole = rounded_from_zero(f.high), rest = (f.high - whole) + f.low;
    float more = rounded_from_zero(rest);
    return scaled_by_power(exp2_of_half(rest - more), whole + more);
}

// Special values are the C library's; so are exponents beyond which every power is 0, 1 or infinite.
INLINE float vector_power(float x, float y) {
    float size = __builtin_fabsf(x);
    int is_special = !(size > 0 && size < INFINITY) || !(__builtin_fabsf(y) < 7.4e8f) || y == 1 ||
                     size == 1 || (x < 0 && __builtin_floorf(y) != y);
    if (is_special) return powf(x, y);
    float result = power_of_positive(size, y);
    int is_odd = x < 0 && __builtin_floorf(y / 2) * 2 != y;
    return is_odd ? -result : result;
}
