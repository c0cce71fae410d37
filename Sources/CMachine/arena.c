#include "arena.h"
#include <malloc.h>

void machine_share_heap(void) { mallopt(M_ARENA_MAX, 1); }

void machine_trim_heap(void) { malloc_trim(0); }
