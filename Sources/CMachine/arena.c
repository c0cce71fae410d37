#include "arena.h"
#include <malloc.h>

void machine_share_heap(void) { mallopt(M_ARENA_MAX, 1); }
