// The one place that knows about processors; everything else is plain loops.
#pragma once

#if defined(__x86_64__) && defined(__linux__)
// Compiles a function for AVX-512, for AVX2 with FMA, and for every x86-64; the loader picks the best.
#define FOR_EACH_PROCESSOR                                                                             \
    __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
// Whether 32 registers of 16 floats are there, or 16 registers of 8.
#define HAS_WIDE_REGISTERS __builtin_cpu_supports("x86-64-v4")
#else
#define FOR_EACH_PROCESSOR
#define HAS_WIDE_REGISTERS 0
#endif

// Inlined into each clone, where vectors of 16 floats may use whole registers.
#define INLINE static inline __attribute__((always_inline, min_vector_width(512)))

#define UNROLL _Pragma("clang loop unroll(full)")

// Results may be written over operands, element by element, without holding the vectors up. Loops that call
// the C library are the same macro's and stay scalar, of which the compiler need not tell.
#pragma clang diagnostic ignored "-Wpass-failed"
#define ELEMENTWISE _Pragma("clang loop vectorize(assume_safety)")
