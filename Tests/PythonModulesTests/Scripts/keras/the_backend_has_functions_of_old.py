import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K
from tensorflow.keras import layers

print(K.binary_crossentropy(tf.constant([1., 0.]), tf.constant([.8, .3])).numpy())  # expect: [0.22314338 0.3566748 ]
print(K.categorical_crossentropy(tf.constant([[0., 1.]]), tf.constant([[.3, .7]])).numpy())  # expect: [0.35667497]
print(K.sparse_categorical_crossentropy(tf.constant([1]), tf.constant([[.3, .7]])).numpy())  # expect: [0.35667497]
print(K.foldl(lambda a, x: a + x, tf.constant([1., 2., 3.])).numpy(), K.in_top_k(tf.constant([[.1, .9]]), tf.constant([1]), 1).numpy())  # expect: 6.0 [ True]
print(K.cast_to_floatx(np.array([1, 2])).dtype, K.get_uid('abc'), K.get_uid('abc'))  # expect: float32 1 2
last, outputs, states = K.rnn(lambda x, s: (x + s[0], [x + s[0]]), tf.ones([1, 3, 2]), [tf.zeros([1, 2])])
print(last.numpy(), outputs.numpy().tolist(), states[0].numpy())  # expect: [[3. 3.]] [[[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]] [[3. 3.]]
last, outputs, states = K.rnn(lambda x, s: (x + s[0], [x + s[0]]), tf.ones([1, 3, 1]), [tf.zeros([1, 1])], mask=tf.constant([[True, False, True]]), go_backwards=True)
print(outputs.numpy().ravel(), states[0].numpy())  # expect: [1. 1. 2.] [[2.]]
i = keras.Input((2,))
o = layers.Dense(1, kernel_initializer='ones')(i)
f = K.function([i], [o])
print(f([np.ones((1, 2))]))  # expect: [array([[2.]], dtype=float32)]
model = keras.Sequential([layers.Dense(1, kernel_initializer='ones')])
model.compile('sgd', 'mse')


def batches():
    while True:
        yield np.ones((2, 2)), np.ones((2, 1))


h = model.fit_generator(batches(), steps_per_epoch=2, epochs=2, verbose=0)  # expect: UserWarning: `Model.fit_generator` is deprecated and will be removed in a future version. Please use `Model.fit`, which supports generators.
print(h.history, model.evaluate_generator(batches(), steps=2), model.predict_generator(batches(), steps=1).tolist())  # expect: UserWarning: `Model.evaluate_generator` is deprecated and will be removed in a future version. Please use `Model.evaluate`, which supports generators.
# expect: UserWarning: `Model.predict_generator` is deprecated and will be removed in a future version. Please use `Model.predict`, which supports generators.
# expect: {'loss': [0.941800057888031, 0.7353094220161438]} 0.6095689535140991 [[1.780748963356018], [1.780748963356018]]
