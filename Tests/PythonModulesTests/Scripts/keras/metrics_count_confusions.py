import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.metrics import BinaryIoU, F1Score, FBetaScore, IoU, MeanIoU, MeanRelativeError, Metric, OneHotMeanIoU, R2Score

m = F1Score(threshold=0.5)
m.update_state([[1.], [0.]], [[0.9], [0.8]])
print(m.result(), m.name)  # expect: tf.Tensor([0.6666667], shape=(1,), dtype=float32) f1_score
print(F1Score(average='macro')([[1., 0, 0], [0, 1, 0], [0, 0, 1.]], [[.8, .1, .1], [.2, .3, .5], [.1, .1, .8]]))  # expect: tf.Tensor(0.5555556, shape=(), dtype=float32)
print(FBetaScore(beta=2.0, threshold=.5, average='weighted')([[1., 0], [0, 1.], [1, 1]], [[.6, .4], [.3, .7], [.2, .9]]))  # expect: tf.Tensor(0.7777778, shape=(), dtype=float32)
print(F1Score().get_config())  # expect: {'name': 'f1_score', 'dtype': 'float32', 'average': None, 'threshold': None}
print(MeanIoU(2)([0, 0, 1, 1], [0, 1, 0, 1]), MeanIoU(2).name)  # expect: tf.Tensor(0.33333334, shape=(), dtype=float32) mean_io_u_1
print(IoU(3, [0, 2])([0, 1, 2, 2], [0, 2, 2, 1]), BinaryIoU()([0., 1, 1, 0], [.1, .6, .3, .7]))  # expect: tf.Tensor(0.6666667, shape=(), dtype=float32) tf.Tensor(0.33333334, shape=(), dtype=float32)
print(OneHotMeanIoU(3)([[1., 0, 0], [0, 1, 0]], [[.9, .1, 0], [.2, .1, .7]]))  # expect: tf.Tensor(0.33333334, shape=(), dtype=float32)
r = R2Score()
r.update_state([[1.], [4.], [3.]], [[2.], [4.], [4.]])
print(r.result(), r.name)  # expect: tf.Tensor(0.57142854, shape=(), dtype=float32) r2_score
print(MeanRelativeError([1., 3.])([1., 3.], [2., 4.]))  # expect: tf.Tensor(0.6666667, shape=(), dtype=float32)


class Own(Metric):
    def __init__(self):
        super().__init__(name='own')
        self.total = self.add_weight(name='total', initializer='zeros')
        self.count = self.add_weight(name='count', initializer='zeros')

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign_add(tf.reduce_sum(tf.abs(y_true - y_pred)))
        self.count.assign_add(tf.cast(tf.size(y_true), tf.float32))

    def result(self):
        return self.total / self.count


own = Own()
own.update_state(tf.constant([1., 2.]), tf.constant([2., 4.]))
print(own.result(), own.total, own.variables)  # expect: tf.Tensor(1.5, shape=(), dtype=float32) <tf.Variable 'total:0' shape=() dtype=float32, numpy=3.0> [<tf.Variable 'total:0' shape=() dtype=float32, numpy=3.0>, <tf.Variable 'count:0' shape=() dtype=float32, numpy=2.0>]
