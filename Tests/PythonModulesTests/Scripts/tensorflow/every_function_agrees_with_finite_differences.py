import numpy as np
import tensorflow as tf

# How far each function is from central differences, at first and at second order, in double precision.
# A row: the function of its operands, and what they are made of: a shape, or a shape and a range.


def spread(shape, low, high, seed):
    count = int(np.prod(shape))
    # Steps of an irrational number: no two elements are alike.
    return np.array(
        low + (high - low) * ((np.arange(count) + seed) * 0.6180339887498949 % 1.0)).reshape(shape)


def symmetric(a):
    return a + tf.linalg.matrix_transpose(a)


def positive(a):
    return tf.matmul(a, a, transpose_b=True) + 2.0 * tf.eye(3, dtype=tf.float64)


ONE = (2, 3)
SQUARE = (3, 3)
PLUS = ((2, 3), 0.5, 2.0)
UNIT = ((2, 3), -0.8, 0.8)
HALF = ((2, 3), 0.1, 0.9)
PICTURE = (1, 4, 4, 2)
IDS = tf.constant([0, 0, 1])

ROWS = {
    "math": {
        "abs": [PLUS], "accumulate_n": (lambda a, b: tf.math.accumulate_n([a, b]), [ONE, ONE]),
        "acos": [UNIT], "acosh": [((2, 3), 1.5, 3.0)], "add": [ONE, (3,)],
        "add_n": (lambda a, b: tf.math.add_n([a, b, a * b]), [ONE, ONE]),
        "asin": [UNIT], "asinh": [ONE], "atan": [ONE], "atan2": [PLUS, PLUS], "atanh": [UNIT],
        "cos": [ONE], "cosh": [ONE],
        "cumprod": (lambda a: tf.math.cumprod(a, axis=1, exclusive=True), [PLUS]),
        "cumsum": (lambda a: tf.math.cumsum(a, axis=1, reverse=True), [ONE]),
        "cumulative_logsumexp": (lambda a: tf.math.cumulative_logsumexp(a, axis=1), [ONE]),
        "digamma": [PLUS], "divide": [ONE, ((3,), 0.5, 2.0)], "divide_no_nan": [ONE, PLUS],
        "erf": [ONE], "erfc": [ONE], "erfcinv": [((2, 3), 0.2, 1.8)], "erfinv": [UNIT],
        "exp": [ONE], "expm1": [ONE], "floormod": [((2, 3), 0.8, 0.9), ((2, 3), 0.2, 0.25)],
        "l2_normalize": (lambda a: tf.math.l2_normalize(a, axis=1), [ONE]),
        "lbeta": [PLUS], "lgamma": [PLUS], "log": [PLUS], "log1p": [PLUS], "log_sigmoid": [ONE],
        "log_softmax": [ONE], "maximum": [ONE, ((2, 3), -1.0, 1.0)],
        "minimum": [ONE, ((2, 3), -1.0, 1.0)],
        "mod": [((2, 3), 0.8, 0.9), ((2, 3), 0.2, 0.25)], "multiply": [ONE, (3,)],
        "multiply_no_nan": [ONE, PLUS], "ndtri": [HALF], "negative": [ONE],
        "polygamma": (lambda a: tf.math.polygamma(tf.constant(1.0, tf.float64), a), [PLUS]),
        "polyval": (lambda a, b: tf.math.polyval([a, a * b, b], b), [ONE, ONE]),
        "pow": [PLUS, ONE], "realdiv": [ONE, PLUS], "reciprocal": [PLUS],
        "reciprocal_no_nan": [PLUS],
        "reduce_euclidean_norm": (lambda a: tf.math.reduce_euclidean_norm(a, 1), [PLUS]),
        "reduce_logsumexp": (lambda a: tf.math.reduce_logsumexp(a, 1), [ONE]),
        "reduce_max": (lambda a: tf.math.reduce_max(a, 1), [ONE]),
        "reduce_mean": (lambda a: tf.math.reduce_mean(a, 0), [ONE]),
        "reduce_min": (lambda a: tf.math.reduce_min(a, 0), [ONE]),
        "reduce_prod": (lambda a: tf.math.reduce_prod(a, 1), [ONE]),
        "reduce_std": (lambda a: tf.math.reduce_std(a, 1), [ONE]),
        "reduce_sum": (lambda a: tf.math.reduce_sum(a, 1), [ONE]),
        "reduce_variance": (lambda a: tf.math.reduce_variance(a, 0), [ONE]),
        "rsqrt": [PLUS], "scalar_mul": [(), ONE],
        "segment_max": (lambda a: tf.math.segment_max(a, IDS), [(3, 2)]),
        "segment_mean": (lambda a: tf.math.segment_mean(a, IDS), [(3, 2)]),
        "segment_min": (lambda a: tf.math.segment_min(a, IDS), [(3, 2)]),
        "segment_prod": (lambda a: tf.math.segment_prod(a, IDS), [((3, 2), 0.5, 2.0)]),
        "segment_sum": (lambda a: tf.math.segment_sum(a, IDS), [(3, 2)]),
        "sigmoid": [ONE], "sin": [ONE], "sinh": [ONE], "softmax": [ONE], "softplus": [ONE],
        "softsign": [PLUS], "sqrt": [PLUS], "square": [ONE], "squared_difference": [ONE, (3,)],
        "subtract": [ONE, (3,)], "tan": [UNIT], "tanh": [ONE],
        "top_k": (lambda a: tf.math.top_k(a, 2)[0], [ONE]), "truediv": [ONE, PLUS],
        "unsorted_segment_max": (lambda a: tf.math.unsorted_segment_max(a, IDS, 2), [(3, 2)]),
        "unsorted_segment_mean": (lambda a: tf.math.unsorted_segment_mean(a, IDS, 2), [(3, 2)]),
        "unsorted_segment_min": (lambda a: tf.math.unsorted_segment_min(a, IDS, 2), [(3, 2)]),
        "unsorted_segment_prod":
            (lambda a: tf.math.unsorted_segment_prod(a, IDS, 2), [((3, 2), 0.5, 2.0)]),
        "unsorted_segment_sqrt_n":
            (lambda a: tf.math.unsorted_segment_sqrt_n(a, IDS, 2), [(3, 2)]),
        "unsorted_segment_sum": (lambda a: tf.math.unsorted_segment_sum(a, IDS, 2), [(3, 2)]),
        "clip_by_value": (lambda a: tf.clip_by_value(a, -1.5, 1.5), [((2, 3), -1.0, 1.0)]),
        "xdivy": [PLUS, PLUS], "xlog1py": [PLUS, PLUS], "xlogy": [PLUS, PLUS],
        "zeta": (lambda a: tf.math.zeta(tf.constant(3.0, tf.float64), a), [PLUS]),
    },
    "nn": {
        "avg_pool": (lambda x: tf.nn.avg_pool(x, 2, 1, "SAME"), [PICTURE]),
        "avg_pool1d": (lambda x: tf.nn.avg_pool1d(x, 2, 2, "VALID"), [(1, 4, 2)]),
        "avg_pool2d": (lambda x: tf.nn.avg_pool2d(x, 2, 2, "VALID"), [PICTURE]),
        "batch_normalization":
            (lambda x, m, v: tf.nn.batch_normalization(x, m, v, m, v, 1e-3), [ONE, (3,), ((3,), 0.5, 2.0)]),
        "bias_add": [ONE, (3,)],
        "conv1d": (lambda x, w: tf.nn.conv1d(x, w, 1, "SAME"), [(1, 5, 2), (3, 2, 2)]),
        "conv2d": (lambda x, w: tf.nn.conv2d(x, w, 2, "SAME"), [PICTURE, (2, 2, 2, 3)]),
        "convolution": (lambda x, w: tf.nn.convolution(x, w, padding="VALID"), [(1, 5, 2), (3, 2, 2)]),
        "crelu": [PLUS],
        "depthwise_conv2d": (lambda x, w: tf.nn.depthwise_conv2d(x, w, [1, 1, 1, 1], "VALID"), [PICTURE, (2, 2, 2, 1)]),
        "elu": [PLUS], "embedding_lookup": (lambda a: tf.nn.embedding_lookup(a, [2, 0, 2]), [(3, 2)]),
        "gelu": (lambda a: tf.nn.gelu(a) + tf.nn.gelu(a, approximate=True), [ONE]),
        "l2_loss": [ONE], "l2_normalize": (lambda a: tf.nn.l2_normalize(a, 0), [ONE]),
        "leaky_relu": [((2, 3), -2.0, -0.1)],
        "local_response_normalization": [PICTURE], "lrn": [PICTURE],
        "log_poisson_loss": (lambda a: tf.nn.log_poisson_loss([[1.0, 2.0, 0.5]] * 2, a), [ONE]),
        "log_softmax": (lambda a: tf.nn.log_softmax(a, axis=0), [ONE]),
        "max_pool": (lambda x: tf.nn.max_pool(x, 2, 2, "VALID"), [PICTURE]),
        "max_pool1d": (lambda x: tf.nn.max_pool1d(x, 2, 1, "SAME"), [(1, 4, 2)]),
        "max_pool2d": (lambda x: tf.nn.max_pool2d(x, 2, 2, "SAME"), [PICTURE]),
        "moments": (lambda a: tf.stack(tf.nn.moments(a, 0)), [ONE]),
        "pool": (lambda x: tf.nn.pool(x, [2, 2], "AVG", padding="VALID"), [PICTURE]),
        "relu": [PLUS], "relu6": [PLUS], "selu": [((2, 3), -2.0, -0.1)], "sigmoid": [ONE],
        "sigmoid_cross_entropy_with_logits":
            (lambda a: tf.nn.sigmoid_cross_entropy_with_logits(tf.constant([[0.0, 1.0, 0.3]] * 2, tf.float64), a), [ONE]),
        "silu": [ONE], "softmax": (lambda a: tf.nn.softmax(a, 0), [ONE]),
        "softmax_cross_entropy_with_logits": (lambda a, b: tf.nn.softmax_cross_entropy_with_logits(tf.nn.softmax(a), b), [ONE, ONE]),
        "softplus": [ONE], "softsign": [PLUS],
        "sparse_softmax_cross_entropy_with_logits":
            (lambda a: tf.nn.sparse_softmax_cross_entropy_with_logits([1, 0], a), [ONE]),
        "swish": [ONE], "tanh": [ONE], "top_k": (lambda a: tf.nn.top_k(a, 2).values, [ONE]),
        "weighted_cross_entropy_with_logits":
            (lambda a: tf.nn.weighted_cross_entropy_with_logits(tf.constant([[0.0, 1.0, 0.3]] * 2, tf.float64), a, tf.constant(2.0, tf.float64)), [ONE]),
        "weighted_moments": (lambda a, w: tf.stack(tf.nn.weighted_moments(a, 0, w)), [ONE, PLUS]),
        "separable_conv2d": (lambda x, w, p: tf.nn.separable_conv2d(x, w, p, [1, 1, 1, 1], "VALID"), [PICTURE, (2, 2, 2, 1), (1, 1, 2, 3)]),
        "conv1d_transpose": (lambda x, w: tf.nn.conv1d_transpose(x, w, [1, 4, 2], 2, "SAME"), [(1, 2, 2), (3, 2, 2)]),
        "conv2d_transpose": (lambda x, w: tf.nn.conv2d_transpose(x, w, [1, 4, 4, 2], 2, "SAME"), [(1, 2, 2, 2), (2, 2, 2, 2)]),
        "atrous_conv2d": (lambda x, w: tf.nn.atrous_conv2d(x, w, 2, "SAME"), [PICTURE, (2, 2, 2, 2)]),
        "depth_to_space": (lambda x: tf.nn.depth_to_space(x, 2), [(1, 2, 2, 4)]),
        "space_to_depth": (lambda x: tf.nn.space_to_depth(x, 2), [(1, 4, 4, 1)]),
    },
    "linalg": {
        "adjoint": [ONE], "band_part": (lambda a: tf.linalg.band_part(a, 0, 1), [SQUARE]),
        "cholesky": (lambda a: tf.linalg.cholesky(positive(a)), [SQUARE]),
        "cholesky_solve": (lambda a, b: tf.linalg.cholesky_solve(tf.linalg.cholesky(positive(a)), b), [SQUARE, (3, 2)]),
        "cross": [(2, 3), (2, 3)], "det": [SQUARE],
        "diag": (lambda a: tf.linalg.diag(a, k=1), [(2, 3)]),
        "diag_part": (lambda a: tf.linalg.diag_part(a, k=-1), [SQUARE]),
        "eigh": (lambda a: tf.linalg.eigh(symmetric(a))[0] + tf.abs(tf.linalg.eigh(symmetric(a))[1]), [SQUARE]),
        "eigvalsh": (lambda a: tf.linalg.eigvalsh(symmetric(a)), [SQUARE]),
        "einsum": (lambda a, b: tf.linalg.einsum("ij,kj->ik", a, b), [ONE, ONE]),
        "expm": [SQUARE], "global_norm": (lambda a, b: tf.linalg.global_norm([a, b]), [ONE, ONE]),
        "inv": (lambda a: tf.linalg.inv(positive(a)), [SQUARE]),
        "l2_normalize": [ONE], "logdet": (lambda a: tf.linalg.logdet(positive(a)), [SQUARE]),
        "lstsq": (lambda a, b: tf.linalg.lstsq(a, b), [(4, 2), (4, 1)]),
        "lu": (lambda a: tf.linalg.lu(positive(a)).lu, [SQUARE]),
        "matmul": [ONE, (3, 2)], "matrix_transpose": [ONE], "matvec": [ONE, (3,)],
        "norm": (lambda a: tf.linalg.norm(a, axis=1), [ONE]),
        "normalize": (lambda a: tf.linalg.normalize(a, axis=1)[0], [ONE]),
        "pinv": [(4, 2)],
        "qr": (lambda a: tf.linalg.qr(a).q[:3] + 2.0 * tf.linalg.qr(a).r, [(4, 3)]),
        "set_diag": (lambda a, b: tf.linalg.set_diag(a, b), [SQUARE, (3,)]),
        "slogdet": (lambda a: tf.linalg.slogdet(positive(a))[1], [SQUARE]),
        "solve": (lambda a, b: tf.linalg.solve(positive(a), b), [SQUARE, (3, 2)]),
        "svd": (lambda a: tf.linalg.svd(a, compute_uv=False), [(4, 3)]),
        "tensor_diag": [(3,)], "tensor_diag_part": [SQUARE],
        "tensordot": (lambda a, b: tf.linalg.tensordot(a, b, 2), [ONE, ONE]), "trace": [SQUARE],
        "triangular_solve": (lambda a, b: tf.linalg.triangular_solve(positive(a), b), [SQUARE, (3, 2)]),
    },
    "": {
        "boolean_mask": (lambda a: tf.boolean_mask(a, [True, False]), [ONE]),
        "broadcast_to": (lambda a: tf.broadcast_to(a, [2, 3]), [(3,)]),
        "cast": (lambda a: tf.cast(a, tf.float64), [ONE]),
        "clip_by_global_norm": (lambda a, b: tf.clip_by_global_norm([a, b], 1.0)[0][0], [ONE, ONE]),
        "clip_by_norm": (lambda a: tf.clip_by_norm(a, 1.0), [ONE]),
        "concat": (lambda a, b: tf.concat([a, b, a], 1), [ONE, (2, 2)]),
        "dynamic_partition": (lambda a: tf.dynamic_partition(a, [0, 1], 2)[1], [ONE]),
        "dynamic_stitch": (lambda a, b: tf.dynamic_stitch([[0, 2], [1, 0]], [a, b]), [ONE, ONE]),
        "ensure_shape": (lambda a: tf.ensure_shape(a, [2, 3]), [ONE]),
        "expand_dims": (lambda a: tf.expand_dims(a, 1), [ONE]),
        "fill": (lambda a: tf.fill([2], a), [()]),
        "foldl": (lambda a: tf.foldl(lambda s, x: tf.tanh(s) * x, a), [ONE]),
        "foldr": (lambda a: tf.foldr(lambda s, x: tf.tanh(s) * x, a), [ONE]),
        "gather": (lambda a: tf.gather(a, [[2, 0], [1, 1]], axis=1, batch_dims=1), [ONE]),
        "gather_nd": (lambda a: tf.gather_nd(a, [[1, 2], [0, 0]]), [ONE]),
        "identity": [ONE], "identity_n": (lambda a, b: tf.identity_n([a, b])[0], [ONE, ONE]),
        "map_fn": (lambda a: tf.map_fn(lambda x: x * x, a), [ONE]),
        "meshgrid": (lambda a, b: tf.stack(tf.meshgrid(a, b)), [(2,), (3,)]),
        "pad": (lambda a: tf.pad(a, [[1, 1], [2, 0]], "REFLECT"), [(2, 3)]),
        "repeat": (lambda a: tf.repeat(a, [1, 2], axis=0), [ONE]),
        "reshape": (lambda a: tf.reshape(a, [3, 2]), [ONE]),
        "reverse": (lambda a: tf.reverse(a, [1]), [ONE]),
        "reverse_sequence": (lambda a: tf.reverse_sequence(a, [1, 3], seq_axis=1), [ONE]),
        "roll": (lambda a: tf.roll(a, 1, 1), [ONE]),
        "scan": (lambda a: tf.scan(lambda s, x: tf.tanh(s + x), a), [ONE]),
        "scatter_nd": (lambda a: tf.scatter_nd([[1], [1]], a, [3, 3]), [ONE]),
        "slice": (lambda a: tf.slice(a, [0, 1], [2, 2]), [ONE]),
        "sort": (lambda a: tf.sort(a, axis=1, direction="DESCENDING"), [ONE]),
        "split": (lambda a: tf.split(a, [1, 2], 1)[1], [ONE]),
        "squeeze": (lambda a: tf.squeeze(a, 0), [(1, 3)]),
        "stack": (lambda a, b: tf.stack([a, b], 1), [ONE, ONE]),
        "tensor_scatter_nd_add": (lambda a, b: tf.tensor_scatter_nd_add(a, [[1], [0]], b), [ONE, ONE]),
        "tensor_scatter_nd_max": (lambda a, b: tf.tensor_scatter_nd_max(a, [[1], [0]], b), [ONE, ((2, 3), -1.0, 1.0)]),
        "tensor_scatter_nd_min": (lambda a, b: tf.tensor_scatter_nd_min(a, [[1], [0]], b), [ONE, ((2, 3), -1.0, 1.0)]),
        "tensor_scatter_nd_sub": (lambda a, b: tf.tensor_scatter_nd_sub(a, [[1], [0]], b), [ONE, ONE]),
        "tensor_scatter_nd_update": (lambda a, b: tf.tensor_scatter_nd_update(a, [[1]], b), [ONE, (1, 3)]),
        "tile": (lambda a: tf.tile(a, [2, 2]), [ONE]), "transpose": [ONE],
        "unstack": (lambda a: tf.unstack(a, axis=1)[1], [ONE]),
        "vectorized_map": (lambda a: tf.vectorized_map(lambda x: x * x, a), [ONE]),
        "where": (lambda a, b: tf.where([[True, False, True]], a, b), [ONE, ONE]),
        "while_loop": (lambda a: tf.while_loop(lambda i, s: i < 3, lambda i, s: (i + 1, tf.tanh(s) * a), [0, a])[1], [ONE]),
        "cond": (lambda a: tf.cond(True, lambda: a * a, lambda: a), [ONE]),
        "strided_slice": (lambda a: tf.strided_slice(a, [0, 0], [2, 3], [1, 2]), [ONE]),
        "space_to_batch": (lambda x: tf.space_to_batch(x, [2, 2], [[0, 0], [0, 0]]), [PICTURE]),
        "batch_to_space": (lambda x: tf.batch_to_space(x, [2, 2], [[0, 0], [0, 0]]), [(4, 2, 2, 1)]),
    },
    "signal": {
        "frame": (lambda a: tf.signal.frame(a, 2, 1), [ONE]),
        "overlap_and_add": (lambda a: tf.signal.overlap_and_add(a, 1), [(3, 2)]),
        "fftshift": [ONE], "ifftshift": [ONE],
    },
    "image": {
        "flip_left_right": [PICTURE], "flip_up_down": [PICTURE], "rot90": [PICTURE],
        "transpose": [PICTURE],
        "central_crop": (lambda x: tf.image.central_crop(x, 0.5), [PICTURE]),
    },
}


def spreads(parts):
    made = []
    for seed, part in enumerate(parts):
        if len(part) == 3 and isinstance(part[0], tuple):
            made.append(spread(part[0], part[1], part[2], seed + 1))
        else:
            made.append(spread(part, -2.0, 2.0, seed + 1))
    return made


def weighted(y):
    y = tf.reshape(y, [-1])
    weights = 0.3 + 0.1 * np.arange(y.shape[0]) % 0.7
    return tf.reduce_sum(y * weights)


def gradients(function, operands):
    operands = [tf.constant(x) for x in operands]
    with tf.GradientTape() as tape:
        tape.watch(operands)
        total = weighted(function(*operands))
    return [np.zeros(x.shape) if g is None else tf.convert_to_tensor(g).numpy()
            for g, x in zip(tape.gradient(total, operands), operands)]


def first_order(function, operands, chosen):
    found = []
    for element in range(operands[chosen].size):
        ends = []
        for step in (1e-5, -1e-5):
            moved = [x.copy() for x in operands]
            moved[chosen].reshape(-1)[element] += step
            ends.append(float(weighted(function(*[tf.constant(x) for x in moved]))))
        found.append((ends[0] - ends[1]) / 2e-5)
    return np.array(found).reshape(operands[chosen].shape)


def gap(function, operands):
    exact = gradients(function, operands)
    return max(np.max(np.abs(exact[k] - first_order(function, operands, k))
                      / (1 + np.abs(exact[k]))) for k in range(len(operands)))


def slope_of(function, chosen):
    def slope(*operands):
        with tf.GradientTape() as tape:
            tape.watch(operands[chosen])
            total = weighted(function(*operands))
        found = tape.gradient(total, operands[chosen])
        return operands[chosen] * 0.0 if found is None else tf.convert_to_tensor(found)
    return slope


# Through these nothing flows back: they give whole numbers, truth values or text, they are constants, or they
# make, call or look at other things than numbers. Pictures are changed in single precision.
WITHOUT = """
    angle argmax argmin bincount ceil complex confusion_matrix conj count_nonzero equal floor floordiv
    greater greater_equal imag in_top_k invert_permutation is_finite is_inf is_nan is_non_decreasing
    is_strictly_increasing less less_equal logical_and logical_not logical_or logical_xor not_equal real
    reduce_all reduce_any rint round saturate_cast sign truncatediv truncatemod zero_fraction
    compute_average_loss dropout scale_regularization_loss
    eig eigvals eye logm matrix_rank sqrtm
    Assert argsort as_dtype as_string assert_equal assert_greater assert_less assert_rank bitcast
    broadcast_dynamic_shape broadcast_static_shape case constant control_dependencies convert_to_tensor
    custom_gradient device executing_eagerly function get_logger get_static_value grad_pass_through group
    histogram_fixed_width histogram_fixed_width_bins init_scope inside_function is_tensor linspace
    name_scope no_op numpy_function one_hot ones ones_like print py_function range rank recompute_grad
    searchsorted sequence_mask shape shape_n size stop_gradient switch_case timestamp tuple unique
    unique_with_counts unravel_index variable_creator_scope zeros zeros_like
    fft fft2d hamming_window hann_window ifft ifft2d irfft rfft stft
    ResizeMethod adjust_brightness adjust_contrast adjust_gamma convert_image_dtype crop_to_bounding_box
    grayscale_to_rgb pad_to_bounding_box per_image_standardization resize resize_with_crop_or_pad
    resize_with_pad rgb_to_grayscale
""".split()

# The mean beside a variance counts as a constant, here as in TensorFlow, so that only the first order agrees.
ONLY_FIRST = {"moments", "weighted_moments"}

known = {name for rows in ROWS.values() for name in rows} | set(WITHOUT)
for module in ROWS:
    home = getattr(tf, module) if module else tf
    for name in dir(home):
        value = getattr(home, name)
        isFunction = callable(value) and not isinstance(value, type) and not name.startswith("_")
        if isFunction and name not in known and module != "image":
            print(module, name, "is in no row")

for module, rows in ROWS.items():
    home = getattr(tf, module) if module else tf
    for name, row in rows.items():
        try:
            function, parts = row if isinstance(row, tuple) else (getattr(home, name), row)
            operands = spreads(parts)
            distance = gap(function, operands)
            if not distance < 1e-6:
                print(module, name, "is off by", distance)
            for chosen in range(0 if name in ONLY_FIRST else len(operands)):
                distance = gap(slope_of(function, chosen), operands)
                if not distance < 1e-6:
                    print(module, name, "is off by", distance, "at second order")
        except Exception as mistake:
            print(module, name, "fails:", type(mistake).__name__, mistake)

print(sum(len(rows) for rows in ROWS.values()) > 180)  # expect: True
