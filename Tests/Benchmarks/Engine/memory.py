# A training step of one recurrent layer, for whoever watches the memory of this process.
# Before this stand `trains`, and `cell` and `size` (N, T, D, H).
import tensorflow as tf

batch, steps, features, units = size
layer = getattr(tf.keras.layers, cell)(units, return_sequences=True)
optimizer = tf.keras.optimizers.Adam()
x = tf.ones([batch, steps, features])
layer.build(x.shape)

if trains:
    for _ in range(3):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(layer(x, training=True))
        gradients = tape.gradient(loss, layer.trainable_variables)
        optimizer.apply_gradients(zip(gradients, layer.trainable_variables))
