#pragma once
#include "qr.h"
