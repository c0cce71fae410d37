import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

class Shown(layers.Layer):
    def build(self, shape):
        print("build", shape)
    def call(self, x):
        print("call", x.shape)
        return x * 2

model = keras.Sequential([Shown(), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.ones((4, 3)), np.ones((4, 1)), epochs=3, verbose=0)
# expect: build (None, 3)
# expect: call (None, 3)
# expect: call (None, 3)
# expect: call (None, 3)
model.fit(np.ones((4, 3)), np.ones((4, 1)), verbose=0)
_ = model.predict(np.ones((4, 3)), verbose=0)  # expect: call (None, 3)
_ = model(np.ones((4, 3)))  # expect: call (4, 3)

def loss(y, p):
    print("loss", y, p)
    return tf.reduce_mean(tf.square(y - p))

model = keras.Sequential([layers.Dense(1, input_shape=(3,), name="d")], name="s")
model.compile("sgd", loss)
model.fit(np.ones((4, 3)), np.ones((4, 1)), epochs=3, verbose=0, batch_size=2)
# expect: loss Tensor("IteratorGetNext:1", shape=(2, 1), dtype=float32) Tensor("s/d/BiasAdd:0", shape=(2, 1), dtype=float32)
# expect: loss Tensor("IteratorGetNext:1", shape=(2, 1), dtype=float32) Tensor("s/d/BiasAdd:0", shape=(2, 1), dtype=float32)

def told(model, *arguments):
    try:
        model.fit(*arguments, verbose=0)
    except Exception as e:
        print([line for line in str(e).splitlines() if line.strip()][-1])

model = keras.Sequential([layers.Dense(2)])
model.compile("adam", "mse")
told(model, np.ones((4, 5)), np.ones((4, 3)))
# expect:     ValueError: Dimensions must be equal, but are 2 and 3 for '{{node mean_squared_error/SquaredDifference}} = SquaredDifference[T=DT_FLOAT](sequential_1/dense_1/BiasAdd, IteratorGetNext:1)' with input shapes: [?,2], [?,3].
model = keras.Sequential([layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
told(model, np.ones((4, 5)), np.array([0, 1, 2, 0]))
# expect:     ValueError: Shapes (None, 1) and (None, 3) are incompatible
model = keras.Sequential([layers.Dense(2, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
told(model, np.ones((4, 5)), np.ones((4, 3)))
# expect:     ValueError: `logits` and `labels` must have the same shape, received ((None, 2) vs (None, 3)).
told(model, np.ones((4, 5)), np.ones((4, 3)))
# expect:     ValueError: `logits` and `labels` must have the same shape, received ((None, 2) vs (None, 3)).
