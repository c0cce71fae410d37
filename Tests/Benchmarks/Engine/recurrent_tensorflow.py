# Seconds of a forward pass and of a training step of recurrent layers, in TensorFlow's words.
# Before this stand `mode`, "eager" or "function", and `sizes`, each (N, T, D, H, layers).
import time

import tensorflow as tf

tf.config.threading.set_intra_op_parallelism_threads(2)
tf.config.threading.set_inter_op_parallelism_threads(2)


def fastest(work):
    work()
    work()
    times = []
    while len(times) < 5 or sum(times) < 0.25 and len(times) < 100:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def measure(name, cell, size):
    batch, steps, features, units, count = size
    model = tf.keras.Sequential([cell(units, return_sequences=True) for _ in range(count)])
    optimizer = tf.keras.optimizers.Adam()
    x = tf.random.normal([batch, steps, features])

    def forward():
        return model(x)

    def train():
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x, training=True)))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    if mode == "function":
        forward, train = tf.function(forward), tf.function(train)
    print(*size, name, fastest(lambda: forward().numpy()), fastest(lambda: train().numpy()))


for size in sizes:
    for name, cell in [
        ("SimpleRNN", tf.keras.layers.SimpleRNN),
        ("LSTM", tf.keras.layers.LSTM),
        ("GRU", tf.keras.layers.GRU),
    ]:
        measure(name, cell, size)
