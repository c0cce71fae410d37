// Angles of floats as TensorFlow's vectors find them: polynomials between two roundings, unlike the C library's.
#pragma once
#include "approximations.h"
#include "estimates.h"

// The nearest floats to π and to half of it.
#define PI_FLOAT 3.14159265358979323846f
#define HALF_PI_FLOAT 1.57079632679489661923f

// arccos(x) / sqrt(1 - x) is smooth from 0 to 1: a polynomial of degree six, even and odd powers apart.
INLINE float vector_arc_cosine(float a) {
    float x = __builtin_fabsf(a), x2 = a * a;
    float even = 2.36423197202384471893310546875e-3f * x2 + 2.717843465507030487060546875e-2f;
    float odd = -1.1368644423782825469970703125e-2f * x2 + -4.8969544470310211181640625e-2f;
    even = even * x2 + 8.8804088532924652099609375e-2f;
    odd = odd * x2 + -0.214591205120086669921875f;
    even = even * x2 + 1.57079637050628662109375f;
    float angle = __builtin_sqrtf(1 - x) * (odd * x + even);
    return __builtin_signbit(a) ? PI_FLOAT - angle : angle;
}

// Beyond 0.5 the angle of the other half of the right triangle is taken, twice, from a right angle.
INLINE float vector_arc_sine(float a) {
    float size = __builtin_fabsf(a);
    int is_large = size > 0.5f;
    float x = is_large ? __builtin_sqrtf(0.5f - 0.5f * size) : size, x2 = x * x;
    float p = 5.08838854730129241943359375e-2f * x2 + 3.95139865577220916748046875e-2f;
    p = p * x2 + 7.550220191478729248046875e-2f;
    p = p * x2 + 0.16664917767047882080078125f;
    p = p * x2 + 1.00000011920928955078125f;
    p = p * x;
    float angle = is_large ? HALF_PI_FLOAT - 2 * p : p;
    return size > 1 ? NAN : __builtin_copysignf(angle, a);
}

// x + x³ q(x²) up to 1, the complement of the reciprocal's angle beyond.
INLINE float vector_arc_tangent(float a) {
    float size = __builtin_fabsf(a);
    int is_large = size > 1;
    float x = is_large ? vector_reciprocal(size) : size, x2 = x * x, x4 = x2 * x2;
    float odd = 2.90188402868807315826416015625e-3f * x4 + 4.3082617223262786865234375e-2f;
    float even = -1.62907354533672332763671875e-2f * x4 + -7.5408883392810821533203125e-2f;
    odd = odd * x4 + 0.1066047251224517822265625f;
    even = even * x4 + -0.14209578931331634521484375f;
    odd = odd * x4 + 0.19993579387664794921875f;
    even = even * x4 + -0.3333314359188079833984375f;
    float angle = (odd * x2 + even) * (x * x2) + x;
    angle = is_large ? HALF_PI_FLOAT - angle : angle;
    return __builtin_copysignf(angle, a);
}

// The angle of the point (x, y): that of the quotient, half a turn on where x is negative.
INLINE float vector_angle(float y, float x) {
    float size = __builtin_signbit(x) ? PI_FLOAT : 0, quotient = y / x;
    float unit = __builtin_signbit(y) != __builtin_signbit(x) ? -1.0f : 1.0f;
    quotient = __builtin_fabsf(x) == __builtin_fabsf(y) ? (x == 0 ? 0 * unit : unit) : quotient;
    return vector_arc_tangent(quotient) + __builtin_copysignf(size, y);
}

// A polynomial up to a half, half the logarithm of a quotient beyond.
INLINE float vector_area_tangent(float x) {
    float x2 = x * x;
    float p = 0.1819281280040740966796875f * x2 + 8.2311116158962249755859375e-2f;
    p = x2 * p + 0.14672131836414337158203125f;
    p = x2 * p + 0.1997792422771453857421875f;
    p = x2 * p + 0.3333373963832855224609375f;
    p = x * x2 * p + x;
    return __builtin_fabsf(x) >= 0.5f ? 0.5f * vector_log((1 + x) / (1 - x)) : p;
}
