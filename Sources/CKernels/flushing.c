#include "flushing.h"

#if defined(__SSE__)
unsigned kernel_begin_flushing_denormals(void) {
    unsigned state = __builtin_ia32_stmxcsr();
    __builtin_ia32_ldmxcsr(state | 0x8040); // flush to zero, denormals are zero
    return state;
}

void kernel_end_flushing_denormals(unsigned state) { __builtin_ia32_ldmxcsr(state); }
#else
unsigned kernel_begin_flushing_denormals(void) { return 0; }
void kernel_end_flushing_denormals(unsigned state) { (void)state; }
#endif
