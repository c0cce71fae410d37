// Householder reflections H = I - tau·v·vᵀ, v = (1, tail), single and in blocks. A factored column keeps its
// tail below the diagonal.
#include "qr.h"
#include "qr_products.h"
#include <float.h>
#include <string.h>

// So many reflectors are applied together.
enum { BLOCK = 48 };

// Working memory for one block of reflectors applied to up to `columns` columns.
typedef struct {
    float *taus, *factor, *square, *projected, *weighted, *panel, *dots;
} workspace;

static ptrdiff_t widest(ptrdiff_t m, ptrdiff_t n) { return n > smaller(m, n) ? n : smaller(m, n); }

ptrdiff_t kernel_qr_scratch_f32(ptrdiff_t m, ptrdiff_t n) {
    return smaller(m, n) + BLOCK * BLOCK + WIDEST_PANEL * WIDEST_PANEL + 16 * BLOCK
           + (2 * BLOCK + 1) * widest(m, n);
}

static workspace divide(float *scratch, ptrdiff_t m, ptrdiff_t n) {
    workspace w;
    w.taus = scratch;
    w.factor = w.taus + smaller(m, n);
    w.square = w.factor + BLOCK * BLOCK;
    w.panel = w.square + WIDEST_PANEL * WIDEST_PANEL;
    w.projected = w.panel + 16 * BLOCK;
    w.weighted = w.projected + BLOCK * widest(m, n);
    w.dots = w.weighted + BLOCK * widest(m, n);
    return w;
}

// How many rows Eigen's matrix-vector product takes at a time: fewer where the rows are long.
static ptrdiff_t chunk(ptrdiff_t rows, ptrdiff_t row_step) {
    return rows < 128 ? rows : row_step * (ptrdiff_t)sizeof(float) < 32000 ? 16 : 4;
}

// Turns the column (head, tail) into (beta, tail of the reflector that does so) and returns tau.
static float make_reflector(float *column, ptrdiff_t step, ptrdiff_t length) {
    float head = column[0], square = 0;
    for (ptrdiff_t i = 1; i < length; i++) square += column[i * step] * column[i * step];
    if (square <= FLT_MIN) {
        for (ptrdiff_t i = 1; i < length; i++) column[i * step] = 0;
        return 0;
    }
    float beta = __builtin_sqrtf(head * head + square);
    if (head >= 0) beta = -beta;
    for (ptrdiff_t i = 1; i < length; i++) column[i * step] /= head - beta;
    column[0] = beta;
    return (beta - head) / beta;
}

// Subtracts tau·v·dotsᵀ from the rows of `a`; v's tail has steps of `v_step`.
static void subtract_outer(
    float tau, const float *tail, ptrdiff_t v_step, const float *dots, float *a, ptrdiff_t a_row, ptrdiff_t rows,
    ptrdiff_t columns) {
    for (ptrdiff_t j = 0; j < columns; j++) a[j] -= tau * dots[j];
    for (ptrdiff_t i = 1; i < rows; i++) {
        float weight = tau * tail[(i - 1) * v_step];
        float *line = a + i * a_row;
        for (ptrdiff_t j = 0; j < columns; j++) line[j] -= weight * dots[j];
    }
}

// Factors a panel of up to BLOCK columns, one reflector after another.
static void factor_panel(float *a, ptrdiff_t step, ptrdiff_t rows, ptrdiff_t columns, float *taus, float *dots) {
    for (ptrdiff_t k = 0; k < smaller(rows, columns); k++) {
        float *corner = a + k * step + k, *tail = corner + step, *rest = corner + 1;
        ptrdiff_t below = rows - k - 1, right = columns - k - 1;
        taus[k] = make_reflector(corner, step, below + 1);
        if (right == 0 || taus[k] == 0) continue;
        memset(dots, 0, (size_t)right * sizeof(float));
        ptrdiff_t lines = right == 1 ? below : chunk(below, step);
        for (ptrdiff_t i = 0; i < below; i += lines)
            add_row(
                IN_SEQUENCE, smaller(lines, below - i), right, 1, tail + i * step, step, rest + (i + 1) * step,
                step, dots);
        for (ptrdiff_t j = 0; j < right; j++) dots[j] += rest[j];
        subtract_outer(taus[k], tail, step, dots, rest, step, below + 1, right);
    }
}

// The row of the factor that says how reflector `i` of a block acts on the later ones: -tau·vᵢᵀ·V.
static void project_reflector(
    const float *v, ptrdiff_t step, ptrdiff_t rows, ptrdiff_t block, ptrdiff_t i, float tau, float *row) {
    ptrdiff_t later = block - i - 1, below = rows - i - 1 - later;
    const float *tail = v + (i + 1) * step + i, *others = tail + 1;
    memset(row, 0, (size_t)later * sizeof(float));
    // The others' tails are a triangle with ones on its diagonal, taken in panels of 8 rows.
    for (ptrdiff_t start = 0; start < later; start += 8) {
        ptrdiff_t w = smaller(8, later - start);
        for (ptrdiff_t k = start; k < start + w; k++) {
            float weight = -tau * tail[k * step];
            for (ptrdiff_t q = start; q < k; q++) row[q] += weight * others[k * step + q];
            row[k] += weight;
        }
        add_row(
            IN_SEQUENCE, w, start, -tau, tail + start * step, step, others + start * step, step, row);
    }
    ptrdiff_t lines = chunk(below, step);
    for (ptrdiff_t k = 0; k < below; k += lines)
        add_row(
            IN_SEQUENCE, smaller(lines, below - k), later, -tau, tail + (later + k) * step, step,
            others + (later + k) * step, step, row);
}

// The upper triangle T for which the product of the block's reflectors is I - V·T·Vᵀ.
static void make_block_factor(
    const float *v, ptrdiff_t step, ptrdiff_t rows, ptrdiff_t block, const float *taus, float *factor) {
    for (ptrdiff_t i = block - 1; i >= 0; i--) {
        float *row = factor + i * block;
        project_reflector(v, step, rows, block, i, taus[i], row + i + 1);
        for (ptrdiff_t j = block - 1; j > i; j--) {
            float weight = row[j];
            const float *later = factor + j * block;
            row[j] = weight * later[j];
            for (ptrdiff_t q = j + 1; q < block; q++) row[q] += weight * later[q];
        }
        row[i] = taus[i];
    }
}

// projected = Vᵀ·a.
static void project(
    const float *v, ptrdiff_t step, ptrdiff_t rows, ptrdiff_t block, const float *a, ptrdiff_t a_row,
    ptrdiff_t columns, const workspace *w) {
    ptrdiff_t depth = depth_of_cut(rows), width = panel_width(block, rows, columns);
    memset(w->projected, 0, (size_t)(block * columns) * sizeof(float));
    triangle top = {v, 1, step, block, 0, 1};
    add_triangle_product(top, width, columns, 1, a, a_row, w->projected, columns, w->square);
    for (ptrdiff_t k = block; k < rows; k += depth)
        add_product(
            block, smaller(depth, rows - k), columns, 1, v + k * step, 1, step, a + k * a_row, a_row,
            w->projected, columns);
}

// a -= V·weighted, in the order of Eigen's product into a matrix whose rows lie one after another.
static void subtract_by_rows(
    const float *v, ptrdiff_t step, ptrdiff_t rows, ptrdiff_t block, float *a, ptrdiff_t a_row,
    ptrdiff_t columns, const workspace *w) {
    for (ptrdiff_t start = 0; start < block; start += 16) {
        ptrdiff_t lines = smaller(16, block - start), depth = start + lines;
        for (ptrdiff_t j = 0; j < lines; j++)
            for (ptrdiff_t k = 0; k < depth; k++) {
                ptrdiff_t row = start + j;
                w->panel[j * BLOCK + k] = k < row ? v[row * step + k] : k == row;
            }
        add_product_transposed(
            columns, depth, lines, -1, w->weighted, columns, w->panel, BLOCK, 1, a + start * a_row, a_row);
    }
    add_product_transposed(
        columns, block, rows - block, -1, w->weighted, columns, v + block * step, step, 1, a + block * a_row,
        a_row);
}

// a -= V·weighted, in the order of Eigen's product into a matrix whose columns lie one after another.
static void subtract_by_columns(
    const float *v, ptrdiff_t step, ptrdiff_t rows, ptrdiff_t block, float *a, ptrdiff_t a_row,
    ptrdiff_t columns, const workspace *w) {
    triangle top = {v, step, 1, block, 1, 1};
    ptrdiff_t width = panel_width(rows, block, columns);
    add_triangle_product(top, width, columns, -1, w->weighted, columns, a, a_row, w->square);
    add_product(
        rows - block, block, columns, -1, v + block * step, step, 1, w->weighted, columns, a + block * a_row,
        a_row);
}

// Applies a block of reflectors to `a` from the left: a -= V·T·Vᵀ·a, or, `transposed`, with Tᵀ.
static void apply_block(
    const float *v, ptrdiff_t step, ptrdiff_t rows, ptrdiff_t block, const float *taus, int transposed, float *a,
    ptrdiff_t a_row, ptrdiff_t columns, const workspace *w) {
    make_block_factor(v, step, rows, block, taus, w->factor);
    project(v, step, rows, block, a, a_row, columns, w);
    memset(w->weighted, 0, (size_t)(block * columns) * sizeof(float));
    triangle factor = {w->factor, transposed ? 1 : block, transposed ? block : 1, block, transposed, 0};
    add_triangle_product(
        factor, panel_width(block, block, columns), columns, 1, w->projected, columns, w->weighted, columns, w->square);
    if (transposed)
        subtract_by_rows(v, step, rows, block, a, a_row, columns, w);
    else
        subtract_by_columns(v, step, rows, block, a, a_row, columns, w);
}

// Applies one reflector to the `columns` columns of `a`.
static void apply_reflector(
    const float *tail, ptrdiff_t step, ptrdiff_t rows, float tau, float *a, ptrdiff_t columns, float *dots) {
    if (tau == 0) return;
    ptrdiff_t below = rows - 1;
    memcpy(dots, a, (size_t)columns * sizeof(float));
    const float *lines = a + columns;
    ptrdiff_t j = 0;
    for (; j + 4 <= columns - columns % 2; j += 4)
        add_products_float4(IN_LANES, below, 1, tail, step, lines + j, columns, dots + j);
    for (; j < columns - columns % 2; j++)
        add_products_float1(IN_LANES, below, 1, tail, step, lines + j, columns, dots + j);
    // An odd last column is summed on its own, a single one without vectors.
    sum_order order = columns == 1 ? IN_SEQUENCE : IN_LANES_AND_HALF;
    if (j < columns) add_products_float1(order, below, 1, tail, step, lines + j, columns, dots + j);
    subtract_outer(tau, tail, step, dots, a, columns, rows, columns);
}

static void factor(ptrdiff_t m, ptrdiff_t n, float *a, const workspace *w) {
    ptrdiff_t s = smaller(m, n);
    for (ptrdiff_t k = 0; k < s; k += BLOCK) {
        ptrdiff_t block = smaller(BLOCK, s - k), right = n - k - block;
        float *corner = a + k * n + k;
        factor_panel(corner, n, m - k, block, w->taus + k, w->dots);
        if (right > 0)
            apply_block(corner, n, m - k, block, w->taus + k, 1, corner + block, n, right, w);
    }
}

// q = H₀·H₁·…, made from the identity by the last reflector first.
static void form_q(ptrdiff_t m, ptrdiff_t n, const float *a, float *q, const workspace *w) {
    ptrdiff_t s = smaller(m, n);
    memset(q, 0, (size_t)(m * s) * sizeof(float));
    for (ptrdiff_t i = 0; i < s; i++) q[i * s + i] = 1;
    if (s < BLOCK) {
        for (ptrdiff_t k = s - 1; k >= 0; k--)
            apply_reflector(a + (k + 1) * n + k, n, m - k, w->taus[k], q + k * s, s, w->dots);
        return;
    }
    ptrdiff_t block = s < 2 * BLOCK ? (s + 1) / 2 : BLOCK;
    for (ptrdiff_t end = s; end > 0; end -= block) {
        ptrdiff_t k = end > block ? end - block : 0;
        apply_block(a + k * n + k, n, m - k, end - k, w->taus + k, 0, q + k * s, s, s, w);
    }
}

void kernel_qr_f32(ptrdiff_t m, ptrdiff_t n, float *a, float *q, float *scratch) {
    workspace w = divide(scratch, m, n);
    factor(m, n, a, &w);
    form_q(m, n, a, q, &w);
    for (ptrdiff_t i = 1; i < m; i++) memset(a + i * n, 0, (size_t)smaller(i, n) * sizeof(float));
}
