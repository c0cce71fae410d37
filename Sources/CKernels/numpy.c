// NumPy's elementary functions, operation by operation: another order or another rounding would print another last
// digit where a note shows a single number in full.
#include "numpy.h"
#include "numpy_tables.h"
#include "processor.h"
#include <math.h>
#include <stdint.h>

INLINE int64_t double_bits(double value) {
    union {
        double value;
        int64_t bits;
    } both = {value};
    return both.bits;
}

INLINE double bits_double(int64_t bits) {
    union {
        int64_t bits;
        double value;
    } both = {bits};
    return both.value;
}

INLINE int32_t float_bits(float value) {
    union {
        float value;
        int32_t bits;
    } both = {value};
    return both.bits;
}

INLINE float bits_float(int32_t bits) {
    union {
        int32_t bits;
        float value;
    } both = {bits};
    return both.value;
}

INLINE double fused(double a, double b, double c) { return __builtin_fma(a, b, c); }
INLINE float fused_f32(float a, float b, float c) { return __builtin_fmaf(a, b, c); }

// Adding this to a number leaves its sixteenths in the last bits.
#define SIXTEENTHS 0x1.8p+48
#define LOG2_E 0x1.71547652b82fep+0
#define LN2 0x1.62e42fefa39efp-1
#define LN2_REST 0x1.abc9e3b39803fp-56
// Beyond it, up or down, the vector code hands an exponential over to careful code.
#define EXP_EDGE 0x1.61da04cbafe44p+9
#define EXP2_EDGE 0x1.fefffp+9

// x·2^k where neither the factor nor the result leaves the normal range.
INLINE double scaled(double x, int64_t k) { return x * bits_double((k + 1023) << 52); }

INLINE double numpy_exp(double x) {
    double shifted = fused(x, LOG2_E, SIXTEENTHS);
    // Down to the sixteenth below, where the nearest one is above.
    shifted -= fused(x, LOG2_E, SIXTEENTHS - shifted) < 0 ? 0x1p-4 : 0;
    double n = shifted - SIXTEENTHS;
    int64_t sixteenths = double_bits(shifted) - double_bits(SIXTEENTHS);
    double r = fused(-n, LN2_REST, fused(-n, LN2, x)), r2 = r * r;
    double top = fused(0x1.72eb5ef0d213dp-10, r, 0x1.1106603d97c00p-7);
    double middle = fused(0x1.555564bb4f5f0p-5, r, 0x1.5555554b508a2p-3);
    double low = fused(r2, 0x1.0000000002622p-1, r);
    double p = fused(r2 * r, fused(r2, top, middle), low);
    double power = sixteenth_powers[sixteenths & 15];
    return scaled(fused(power, p, power), sixteenths >> 4);
}

INLINE double numpy_exp2(double x) {
    double whole = __builtin_floor(x * 16), down = whole / 16, r = x - down;
    // The difference is rounded down.
    r = r + down > x ? bits_double(double_bits(r) - 1) : r;
    double p = fused(0x1.4a1d7f526371bp-13, r, 0x1.5d7472713cd19p-10);
    p = fused(p, r, 0x1.3b2ad1b172252p-7);
    p = fused(p, r, 0x1.c6b08d4ad86b9p-5);
    p = fused(p, r, 0x1.ebfbdff84555ap-3);
    p = fused(p, r, 0x1.62e42fefa398bp-1);
    int64_t sixteenths = (int64_t)whole;
    double power = sixteenth_powers[sixteenths & 15];
    return scaled(fused(power * r, p, power), sixteenths >> 4);
}

INLINE double numpy_expm1(double x) {
    double shifted = fused(x, LOG2_E, SIXTEENTHS), n = shifted - SIXTEENTHS;
    int64_t sixteenths = double_bits(shifted) - double_bits(SIXTEENTHS);
    double r = fused(-n, LN2_REST, fused(-n, LN2, x)), r2 = r * r;
    double top = fused(0x1.a020410303d8ap-13, r, 0x1.6c1c38e164a2fp-10);
    double middle = fused(0x1.1111110865214p-7, r, 0x1.5555554ad3d06p-5);
    double low = fused(0x1.5555555555656p-3, r, 0x1.00000000000a2p-1);
    double p = fused(r2, fused(r2, top, middle), low);
    p = fused(r2, p, sixteenth_rests[sixteenths & 15]) + r;
    int64_t k = sixteenths >> 4;
    double power = scaled(sixteenth_powers[sixteenths & 15], k > -128 ? k : -128);
    return bits_double(double_bits(fused(p, power, power - 1)) | (double_bits(x) & INT64_MIN));
}

// A positive number as r·m - 1 for its mantissa m and a near reciprocal r of five bits.
typedef struct {
    double exponent, reciprocal, rest;
    int64_t place;
} Mantissa;

INLINE Mantissa mantissa_of(double x) {
    int64_t is_small = x < 0x1p-1022;
    int64_t bits = double_bits(is_small ? x * 0x1p+54 : x);
    double m = bits_double((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
    double exponent = (double)((bits >> 52) - 1023 - (is_small ? 54 : 0));
    int64_t below = 0;
    UNROLL for (int i = 0; i < 16; i++) below += m >= reciprocal_edges[i];
    double r = (double)(32 - below) / 32;
    return (Mantissa){exponent + (r < 0.75 ? 1 : 0), r, fused(m, r, -1), double_bits(r) >> 48 & 15};
}

INLINE double natural_logarithm(Mantissa of) {
    double x = of.rest, x2 = x * x;
    double p = fused(
        x2, fused(x, 0x1.c81cd309d7c70p-4, -0x1.007357e93af62p-3),
        fused(x, 0x1.249229cee81efp-3, -0x1.55553fb28db06p-3));
    double q = fused(
        x2, fused(x, 0x1.9999999cc9f5cp-3, -0x1.00000000c05bdp-2),
        fused(x, 0x1.5555555555466p-2, -0x1.fffffffffffc6p-2));
    p = fused(x2, fused(x2 * x2, p, q), x);
    return fused(LN2, of.exponent, logarithms[of.place] + p);
}

INLINE double numpy_log(double x) { return natural_logarithm(mantissa_of(x)); }

INLINE double numpy_log1p(double x) {
    double sum = 1 + x, large = x > 1 ? x : 1, small = x > 1 ? 1 : x;
    double lost = small - (sum - large);
    Mantissa of = mantissa_of(sum);
    // The exponent of the sum itself, before the reciprocal shifted it.
    double exponent = of.exponent - (of.reciprocal < 0.75 ? 1 : 0);
    of.rest = fused(scaled(lost, -(int64_t)exponent), of.reciprocal, of.rest);
    return bits_double(double_bits(natural_logarithm(of)) | (double_bits(x) & INT64_MIN));
}

#define LOGARITHM(name, table, c0, c1, c2, c3, c4, c5, c6, c7, c8, end)                                \
    INLINE double name(double number) {                                                                \
        Mantissa of = mantissa_of(number);                                                             \
        double x = of.rest, x2 = x * x;                                                                \
        double p = fused(x2, fused(c0, x, c1), fused(c2, x, c3));                                      \
        double q = fused(x2, fused(c4, x, c5), fused(c6, x, c7));                                      \
        p = fused(fused(x, fused(x2 * x2, p, q), c8), x, table[of.place]);                             \
        return end;                                                                                    \
    }
LOGARITHM(
    numpy_log2, binary_logarithms, 0x1.4904bda0e1d12p-3, -0x1.71fb84deb5ccep-3, 0x1.a617351818613p-3,
    -0x1.ec707e4e3144cp-3, 0x1.2776c5114d91ap-2, -0x1.71547653d0f8dp-2, 0x1.ec709dc3a029fp-2,
    -0x1.71547652b82d4p-1, LOG2_E, of.exponent + p)
LOGARITHM(
    numpy_log10, decimal_logarithms, 0x1.8c2d828480370p-5, -0x1.bd80d96029814p-5, 0x1.fc3f6f38b58a2p-5,
    -0x1.287a63464dc80p-4, 0x1.63c62777f27d9p-4, -0x1.bcb7b153c06a3p-4, 0x1.287a7636f428cp-3,
    -0x1.bcb7b1526e4dbp-3, 0x1.bcb7b1526e50ep-2, fused(0x1.34413509f79ffp-2, of.exponent, p))

INLINE double numpy_tanh(double x) {
    int64_t octaves = ((double_bits(x) & 0x7ff8000000000000) - 0x3fc0000000000000) >> 51;
    int64_t piece = octaves < 0 ? 0 : octaves > 15 ? 15 : octaves;
    double away = __builtin_fabs(x) - tangent_pieces[0][piece], y = tangent_pieces[17][piece];
    UNROLL for (int c = 16; c > 0; c--) y = fused(y, away, tangent_pieces[c][piece]);
    return bits_double(double_bits(y) | (double_bits(x) & INT64_MIN));
}

INLINE float numpy_tanh_f32(float x) {
    int32_t octaves = ((float_bits(x) & 0x7fe00000) - 0x3d400000) >> 21;
    int32_t piece = octaves < 0 ? 0 : octaves > 31 ? 31 : octaves;
    float away = __builtin_fabsf(x) - tangent_pieces_f32[0][piece], y = tangent_pieces_f32[7][piece];
    UNROLL for (int c = 6; c > 0; c--) y = fused_f32(y, away, tangent_pieces_f32[c][piece]);
    return bits_float(float_bits(y) | (float_bits(x) & INT32_MIN));
}

// Adding and taking it away again rounds a float to a whole number.
#define WHOLE_F32 0x1.8p+23f

INLINE float numpy_exp_f32(float x) {
    float n = (x * 1.44269504088896340736f + WHOLE_F32) - WHOLE_F32;
    float r = fused_f32(n, -1.42860677e-6f, fused_f32(n, -6.93145752e-1f, x));
    float p = fused_f32(5.082762527590693718096e-04f, r, 6.757896990527504603057e-03f);
    p = fused_f32(p, r, 5.114512081637298353406e-02f);
    p = fused_f32(p, r, 2.473615434895520810817e-01f);
    p = fused_f32(p, r, 7.257664613233124478488e-01f);
    p = fused_f32(p, r, 9.999999999980870924916e-01f);
    float q = fused_f32(2.159509375685829852307e-02f, r, -2.742335390411667452936e-01f);
    q = fused_f32(q, r, 1);
    int32_t k = (int32_t)n, half = k >> 1; // two steps, since 2^k itself may be out of range
    return p / q * bits_float((half + 127) << 23) * bits_float((k - half + 127) << 23);
}

INLINE float numpy_log_f32(float x) {
    int32_t is_small = x < 0x1p-126f;
    int32_t bits = float_bits(is_small ? x * 0x1p+25f : x);
    float m = bits_float((bits & 0x007fffff) | 0x3f800000);
    int32_t is_large = m > 1.41421356237309504880f;
    float e = (float)((bits >> 23) - 127 - (is_small ? 25 : 0) + (is_large ? 1 : 0));
    float y = (is_large ? m * 0.5f : m) - 1;
    float p = fused_f32(2.589979117907922693523e-02f, y, 3.808837741388407920751e-01f);
    p = fused_f32(p, y, 1.480000633576506585156f);
    p = fused_f32(p, y, 2.112677543073053063722f);
    p = fused_f32(p, y, 9.999999999999998702752e-01f);
    p = fused_f32(p, y, 0);
    float q = fused_f32(5.875095403124574342950e-03f, y, 1.546476374983906719538e-01f);
    q = fused_f32(q, y, 9.864942958519418960339e-01f);
    q = fused_f32(q, y, 2.453006071784736363091f);
    q = fused_f32(q, y, 2.612677543073109236779f);
    q = fused_f32(q, y, 1);
    return fused_f32(e, LN2, p / q);
}

INLINE float numpy_circular_f32(float x, int shift) {
    float quarters = (x * 0x1.45f306p-1f + WHOLE_F32) - WHOLE_F32;
    float r = fused_f32(quarters, -0x1.921fb0p+00f, x);
    r = fused_f32(quarters, -0x1.846988p-48f, fused_f32(quarters, -0x1.5110b4p-22f, r));
    float r2 = r * r;
    float even = fused_f32(0x1.98e616p-16f, r2, -0x1.6c06dcp-10f);
    even = fused_f32(even, r2, 0x1.55553cp-05f);
    even = fused_f32(fused_f32(even, r2, -0.5f), r2, 1);
    float odd = fused_f32(0x1.7d3bbcp-19f, r2, -0x1.a06bbap-13f);
    odd = fused_f32(fused_f32(odd, r2, 0x1.11119ap-07f), r2, -0x1.555556p-03f);
    odd = fused_f32(odd * r2, r, r);
    int quarter = (int)quarters + shift;
    float y = quarter & 1 ? even : odd;
    return quarter & 2 ? 0 - y : y;
}

INLINE float numpy_sin_f32(float x) { return numpy_circular_f32(x, 0); }
INLINE float numpy_cos_f32(float x) { return numpy_circular_f32(x, 1); }

// Elements in the usual range are computed in a loop that may be vectorised, the others one by one afterwards.
#define ELEMENTS(name, type, suffix, is_usual, formula, otherwise)                                     \
    FOR_EACH_PROCESSOR void kernel_numpy_##name##_##suffix(ptrdiff_t n, const void *from, void *to) {  \
        const type *input = from;                                                                      \
        type *output = to;                                                                             \
        for (ptrdiff_t first = 0; first < n; first += 64) {                                            \
            ptrdiff_t count = n - first < 64 ? n - first : 64;                                         \
            type kept[64];                                                                             \
            int rare = 0;                                                                              \
            for (ptrdiff_t i = 0; i < count; i++) {                                                    \
                type x = input[first + i];                                                             \
                kept[i] = x;                                                                           \
                rare |= !(is_usual);                                                                   \
            }                                                                                          \
            ELEMENTWISE for (ptrdiff_t i = 0; i < count; i++) {                                        \
                type x = kept[i];                                                                      \
                output[first + i] = formula((is_usual) ? x : 1);                                       \
            }                                                                                          \
            if (!rare) continue;                                                                       \
            for (ptrdiff_t i = 0; i < count; i++) {                                                    \
                type x = kept[i];                                                                      \
                if (!(is_usual)) output[first + i] = otherwise;                                        \
            }                                                                                          \
        }                                                                                              \
    }

ELEMENTS(exp, double, f64, __builtin_fabs(x) < EXP_EDGE, numpy_exp, exp(x))
ELEMENTS(exp2, double, f64, __builtin_fabs(x) < EXP2_EDGE, numpy_exp2, exp2(x))
ELEMENTS(expm1, double, f64, __builtin_fabs(x) < EXP_EDGE, numpy_expm1, expm1(x))
ELEMENTS(log, double, f64, x > 0 && x < INFINITY, numpy_log, log(x))
ELEMENTS(log2, double, f64, x > 0 && x < INFINITY, numpy_log2, log2(x))
ELEMENTS(log10, double, f64, x > 0 && x < INFINITY, numpy_log10, log10(x))
ELEMENTS(log1p, double, f64, x > -1 && x < 0x1p+1000, numpy_log1p, log1p(x))
ELEMENTS(tanh, double, f64, __builtin_fabs(x) < INFINITY, numpy_tanh, tanh(x))
ELEMENTS(exp, float, f32, x < 88.7228394f && x > -103.972084f, numpy_exp_f32, expf(x))
ELEMENTS(log, float, f32, x > 0 && x < INFINITY, numpy_log_f32, logf(x))
ELEMENTS(tanh, float, f32, __builtin_fabsf(x) < INFINITY, numpy_tanh_f32, tanhf(x))
ELEMENTS(sin, float, f32, __builtin_fabsf(x) < 117435.992f, numpy_sin_f32, sinf(x))
ELEMENTS(cos, float, f32, __builtin_fabsf(x) < 71476.0625f, numpy_cos_f32, cosf(x))

// Whether any element is infinite or no number.
FOR_EACH_PROCESSOR int kernel_has_infinities_f32(ptrdiff_t n, const float *x) {
    int found = 0;
    ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) found |= !(__builtin_fabsf(x[i]) < INFINITY);
    return found;
}

FOR_EACH_PROCESSOR int kernel_has_infinities_f64(ptrdiff_t n, const double *x) {
    int found = 0;
    ELEMENTWISE for (ptrdiff_t i = 0; i < n; i++) found |= !(__builtin_fabs(x[i]) < INFINITY);
    return found;
}
