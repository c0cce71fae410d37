// Loops over floats: no allocation, no state, the same bits on every processor.
#pragma once
#include "elementwise.h"
#include "flushing.h"
#include "matrix.h"
#include "optimizers.h"
#include "qr.h"
#include "recurrent.h"
#include "reductions.h"
