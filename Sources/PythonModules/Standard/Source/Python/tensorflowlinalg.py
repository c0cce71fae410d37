"""What few notes need of `tf.linalg`."""
import tensorflow as tf


def _triangles(lower_upper):
    side = lower_upper.shape[-1]
    ones = tf.eye(side, dtype=lower_upper.dtype)
    upper = tf.linalg.band_part(lower_upper, 0, -1)
    lower = lower_upper - upper + ones
    return lower, upper


def lu_reconstruct(lower_upper, perm, validate_args=False, name=None):
    lower_upper = tf.convert_to_tensor(lower_upper)
    lower, upper = _triangles(lower_upper)
    return tf.gather(tf.matmul(lower, upper), tf.math.invert_permutation(perm))


def lu_solve(lower_upper, perm, rhs, validate_args=False, name=None):
    lower_upper = tf.convert_to_tensor(lower_upper)
    lower, upper = _triangles(lower_upper)
    half = tf.linalg.triangular_solve(lower, tf.gather(tf.convert_to_tensor(rhs), perm))
    return tf.linalg.triangular_solve(upper, half, lower=False)


def lu_matrix_inverse(lower_upper, perm, validate_args=False, name=None):
    lower_upper = tf.convert_to_tensor(lower_upper)
    return lu_solve(lower_upper, perm, tf.eye(lower_upper.shape[-1], dtype=lower_upper.dtype))


def _dense(diagonals, diagonals_format):
    if diagonals_format == "matrix":
        return tf.convert_to_tensor(diagonals)
    if diagonals_format == "sequence":
        above, middle, below = (tf.convert_to_tensor(part) for part in diagonals)
    else:
        diagonals = tf.convert_to_tensor(diagonals)
        above, middle, below = diagonals[0], diagonals[1], diagonals[2]
    return (tf.linalg.diag(middle) + tf.linalg.diag(above[:-1], k=1)
            + tf.linalg.diag(below[1:], k=-1))


def tridiagonal_matmul(diagonals, rhs, diagonals_format="compact", name=None):
    return tf.matmul(_dense(diagonals, diagonals_format), rhs)


def tridiagonal_solve(diagonals, rhs, diagonals_format="compact", transpose_rhs=False,
                      conjugate_rhs=False, name=None, partial_pivoting=True,
                      perturb_singular=False):
    matrix, rhs = _dense(diagonals, diagonals_format), tf.convert_to_tensor(rhs)
    if len(rhs.shape) == 1:
        return tf.linalg.solve(matrix, rhs[:, tf.newaxis])[:, 0]
    return tf.linalg.solve(matrix, tf.transpose(rhs) if transpose_rhs else rhs)


def eigh_tridiagonal(alpha, beta, eigvals_only=True, select="a", select_range=None, tol=None,
                     name=None):
    matrix = (tf.linalg.diag(alpha) + tf.linalg.diag(beta, k=1) + tf.linalg.diag(beta, k=-1))
    return tf.linalg.eigvalsh(matrix) if eigvals_only else tf.linalg.eigh(matrix)
