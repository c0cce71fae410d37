#pragma once

// TensorFlow's threads treat denormal floats as zero, and so do its results. Turns that on for the calling
// thread and returns the state to restore; does nothing where the processor has no such switch.
unsigned kernel_begin_flushing_denormals(void);
void kernel_end_flushing_denormals(unsigned state);
