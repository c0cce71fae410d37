// Vectors of the compiler's own kind, loaded from anywhere an element may stand.
#pragma once
#include "processor.h"

typedef float float16 __attribute__((vector_size(64), aligned(4), may_alias));
typedef float float8 __attribute__((vector_size(32), aligned(4), may_alias));
typedef float float4 __attribute__((vector_size(16), aligned(4), may_alias));
typedef float float1;
typedef double double8 __attribute__((vector_size(64), aligned(8), may_alias));
typedef double double4 __attribute__((vector_size(32), aligned(8), may_alias));
typedef double double2 __attribute__((vector_size(16), aligned(8), may_alias));
typedef double double1;

// The same number in every lane: subtracting zero changes nothing, not even the sign of zero.
#define ALL_LANES(V, number) ((number) - (V){0})

#define FUSED(a, b, c) __builtin_elementwise_fma(a, b, c)
