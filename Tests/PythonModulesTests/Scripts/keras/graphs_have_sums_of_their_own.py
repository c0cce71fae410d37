# What a graph computes otherwise than single operations do. With a bias, the products of a batch's only row are one
# chain of sums; quotients by plain numbers are products with the reciprocal; gelu divides so, too.
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(7)
x = np.random.randn(3, 2, 3).astype("float32")
layer = layers.SimpleRNN(4, bias_initializer=keras.initializers.RandomNormal(stddev=0.5))
model = keras.Sequential([layer])
one = model.predict(x, batch_size=1, verbose=0)
w, u, b = [v.astype("float64") for v in model.get_weights()]
h = np.zeros((3, 4), "float32")
for t in range(2):
    z = np.zeros((3, 4), "float32")
    for k in range(4):
        z = (h[:, k : k + 1].astype("float64") * u[k] + z).astype("float32")
    for k in range(3):
        z = (x[:, t, k : k + 1].astype("float64") * w[k] + z).astype("float32")
    h = tf.tanh(z + b.astype("float32")).numpy()
print((one == h).all())  # expect: True

y = tf.constant(np.linspace(-3, 3, 37).astype("float32"))
third = tf.constant(np.float32(1) / np.float32(3))
print((tf.function(lambda y: y / 3.0)(y).numpy() == (y * third).numpy()).all())  # expect: True
print((tf.function(lambda y: y / 3.0)(y).numpy() == (y / 3.0).numpy()).all())  # expect: False
print((tf.function(tf.nn.gelu)(y).numpy() == tf.nn.gelu(y).numpy()).all())  # expect: False
