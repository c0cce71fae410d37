#pragma once
#include <stddef.h>

// Memory for the elements of large tensors. Training asks for the same sizes step after step, and a page that comes
// fresh from the system costs more than what is computed on it: so blocks that were given back are kept for the
// next of their size. They never make a program larger than it has been: room for a new size is made by giving up
// as much of what is kept.

// A block of at least `size` bytes, whatever they hold; null where there is no memory left.
void *machine_block_take(size_t size);
// Gives a block of `size` bytes back.
void machine_block_give(void *block, size_t size);
