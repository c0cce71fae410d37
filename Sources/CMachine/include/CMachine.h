// What the machine lends: memory in large blocks and small pieces, and a second thread.
#pragma once
#include "arena.h"
#include "blocks.h"
#include "companion.h"
