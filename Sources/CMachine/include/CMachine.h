// What the machine lends: memory in large blocks, and a second thread.
#pragma once
#include "blocks.h"
#include "companion.h"
