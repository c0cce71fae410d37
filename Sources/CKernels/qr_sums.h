// Sums of products in the orders that Eigen's kernels have.
#pragma once
#include "vectors.h"
#include <stddef.h>

typedef enum {
    IN_SEQUENCE, // one term after another
    BY_PARITY,   // even and odd terms apart in groups of 8, then one after another
    IN_EIGHT,    // eight interleaved sums, added in pairs, then even and odd terms apart
    IN_LANES,    // eight interleaved sums, folded by halves, then one after another
    IN_LANES_AND_HALF, // the same, with four of the rest folded by halves too
} sum_order;

// target[0...] = factor·Σ a[k·a_step]·b[k·b_step ...] + target[0...] for the elements of one strip.
#define ADD_PRODUCTS(V)                                                                                \
    INLINE void add_products_##V(                                                                   \
        sum_order order, ptrdiff_t depth, float factor, const float *a, ptrdiff_t a_step,              \
        const float *b, ptrdiff_t b_step, float *target) {                                             \
        ptrdiff_t k = 0, groups = depth & ~(ptrdiff_t)7;                                               \
        V sum = {0};                                                                                   \
        if (order == BY_PARITY) {                                                                      \
            V odd = {0};                                                                               \
            for (; k < groups; k += 2) {                                                               \
                sum += TERM(V, k);                                                                     \
                odd += TERM(V, k + 1);                                                                 \
            }                                                                                          \
            sum += odd;                                                                                \
        } else if (order != IN_SEQUENCE) {                                                             \
            V part[8];                                                                                 \
            for (int lane = 0; lane < 8; lane++) part[lane] = (V){0};                                  \
            for (; k < groups; k += 8)                                                                 \
                for (int lane = 0; lane < 8; lane++) part[lane] += TERM(V, k + lane);                  \
            if (order == IN_EIGHT) {                                                                   \
                V even = (part[0] + part[2]) + (part[4] + part[6]);                                    \
                V odd = (part[1] + part[3]) + (part[5] + part[7]);                                     \
                for (; k + 1 < depth; k += 2) {                                                        \
                    even += TERM(V, k);                                                                \
                    odd += TERM(V, k + 1);                                                             \
                }                                                                                      \
                sum = even + odd;                                                                      \
            } else {                                                                                   \
                for (int lane = 0; lane < 4; lane++) part[lane] += part[lane + 4];                     \
                sum = (part[0] + part[2]) + (part[1] + part[3]);                                       \
            }                                                                                          \
            if (order == IN_LANES_AND_HALF && k + 4 <= depth) {                                        \
                sum += (TERM(V, k) + TERM(V, k + 2)) + (TERM(V, k + 1) + TERM(V, k + 3));              \
                k += 4;                                                                                \
            }                                                                                          \
        }                                                                                              \
        for (; k < depth; k++) sum += TERM(V, k);                                                      \
        *(V *)target = sum * factor + *(V *)target;                                                    \
    }
#define TERM(V, k) (a[(k) * a_step] * *(const V *)(b + (k) * b_step))

ADD_PRODUCTS(float16)
ADD_PRODUCTS(float4)
#undef TERM
#define TERM(V, k) (a[(k) * a_step] * b[(k) * b_step])
ADD_PRODUCTS(float1)
#undef TERM
