// Loops over floats: no allocation, no state, the same bits on every processor.
#pragma once
#include "blas.h"
#include "elementwise.h"
#include "flushing.h"
#include "matrix.h"
#include "numpy.h"
#include "optimizers.h"
#include "peak.h"
#include "qr.h"
#include "recurrent.h"
#include "reductions.h"
#include "softmax.h"
