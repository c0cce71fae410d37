import tensorflow as tf

LARGE = 2.0 ** 40


def lost(build):
    """How many of four ones are left when the gradient adds a large number at p and takes it away at q."""
    table = []
    for p in range(4):
        row = []
        for q in range(4):
            factors = [1.0] * 4
            factors[p], factors[q] = LARGE, -LARGE
            x = tf.constant(1.0)
            with tf.GradientTape() as tape:
                tape.watch(x)
                y = build(x, factors)
            row.append(0 if p == q else int(tape.gradient(y, x)))
        table.append(row)
    return table


print(lost(lambda x, c: (x * c[0] + x * c[1]) + (x * c[2] + x * c[3])))  # expect: [[0, 2, 1, 0], [2, 0, 1, 0], [1, 1, 0, 0], [0, 0, 0, 0]]
print(lost(lambda x, c: ((x * c[0] + x * c[1]) + x * c[2]) + x * c[3]))  # expect: [[0, 0, 1, 1], [0, 0, 0, 0], [1, 0, 0, 2], [1, 0, 2, 0]]
print(lost(lambda x, c: x * c[0] + (x * c[1] + (x * c[2] + x * c[3]))))  # expect: [[0, 2, 1, 0], [2, 0, 1, 0], [1, 1, 0, 0], [0, 0, 0, 0]]
