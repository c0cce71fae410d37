"""Metrics that count what was confused with what: F-scores, intersections over unions, and the share of variance."""
import numpy as np
import tensorflow as tf
from keras.metrics import Metric


class FBetaScore(Metric):
    def __init__(self, average=None, beta=1.0, threshold=None, name='fbeta_score', dtype=None):
        super().__init__(name=name, dtype=dtype)
        if average not in (None, 'micro', 'macro', 'weighted'):
            raise ValueError("Invalid `average` argument value. Expected one of: "
                             "{None, 'micro', 'macro', 'weighted'}. "
                             f'Received: average={average}')
        if not isinstance(beta, float):
            raise ValueError('Invalid `beta` argument value. It should be a Python float. '
                             f"Received: beta={beta} of type '{type(beta)}'")
        if beta <= 0.0:
            raise ValueError('Invalid `beta` argument value. It should be > 0. '
                             f'Received: beta={beta}')
        if threshold is not None:
            if not isinstance(threshold, float):
                raise ValueError('Invalid `threshold` argument value. It should be a Python '
                                 f"float. Received: threshold={threshold} of type "
                                 f"'{type(threshold)}'")
            if threshold > 1.0 or threshold <= 0.0:
                raise ValueError('Invalid `threshold` argument value. It should verify '
                                 f'0 < threshold <= 1. Received: threshold={threshold}')
        self.average, self.beta, self.threshold = average, beta, threshold
        self.axis = None if average == 'micro' else 0
        self._is_built = False

    def build(self, y_true_shape, y_pred_shape):
        if len(y_pred_shape) != 2 or len(y_true_shape) != 2:
            raise ValueError('FBetaScore expects 2D inputs with shape (batch_size, output_dim). '
                             f'Received input shapes: y_pred.shape={y_pred_shape} and '
                             f'y_true.shape={y_true_shape}.')
        shape = () if self.axis is None else (y_pred_shape[-1],)
        names = ('true_positives', 'false_positives', 'false_negatives', 'intermediate_weights')
        for name in names:
            setattr(self, name, self.add_weight(name=name, shape=shape, initializer='zeros'))
        self._is_built = True

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true = tf.convert_to_tensor(y_true, dtype=tf.float32)
        y_pred = tf.convert_to_tensor(y_pred, dtype=tf.float32)
        if not self._is_built:
            self.build(y_true.shape, y_pred.shape)
        if self.threshold is None:
            largest = tf.reduce_max(y_pred, axis=-1, keepdims=True)
            y_pred = tf.logical_and(y_pred >= largest, tf.abs(y_pred) > 1e-12)
        else:
            y_pred = y_pred > self.threshold
        y_pred = tf.cast(y_pred, tf.float32)

        def total(values):
            if sample_weight is not None:
                values = values * tf.expand_dims(tf.cast(sample_weight, tf.float32), -1)
            return tf.reduce_sum(values, self.axis)

        self.true_positives.assign_add(total(y_pred * y_true))
        self.false_positives.assign_add(total(y_pred * (1 - y_true)))
        self.false_negatives.assign_add(total((1 - y_pred) * y_true))
        self.intermediate_weights.assign_add(total(y_true))

    def result(self):
        precision = tf.math.divide_no_nan(
            self.true_positives.value(), self.true_positives + self.false_positives)
        recall = tf.math.divide_no_nan(
            self.true_positives.value(), self.true_positives + self.false_negatives)
        square = self.beta ** 2
        score = tf.math.divide_no_nan(
            (1 + square) * precision * recall, square * precision + recall)
        if self.average == 'weighted':
            shares = tf.math.divide_no_nan(
                self.intermediate_weights.value(), tf.reduce_sum(self.intermediate_weights))
            return tf.reduce_sum(score * shares)
        return score if self.average is None else tf.reduce_mean(score)

    def reset_state(self):
        if self._is_built:
            for variable in self.variables:
                variable.assign(tf.zeros(variable.shape))

    def get_config(self):
        return {**super().get_config(), 'average': self.average, 'beta': self.beta,
                'threshold': self.threshold}


class F1Score(FBetaScore):
    def __init__(self, average=None, threshold=None, name='f1_score', dtype=None):
        super().__init__(average=average, beta=1.0, threshold=threshold, name=name, dtype=dtype)

    def get_config(self):
        config = super().get_config()
        del config['beta']
        return config


class _Confusion(Metric):
    """Counts pairs of classes."""

    def __init__(self, num_classes, name=None, dtype=None, ignore_class=None, sparse_y_true=True,
                 sparse_y_pred=True, axis=-1):
        super().__init__(name=name, dtype=dtype)
        self.num_classes, self.ignore_class = num_classes, ignore_class
        self.sparse_y_true, self.sparse_y_pred, self.axis = sparse_y_true, sparse_y_pred, axis
        self.total_cm = self.add_weight(name='total_confusion_matrix',
                                        shape=(num_classes, num_classes), initializer='zeros')

    def update_state(self, y_true, y_pred, sample_weight=None):
        if not self.sparse_y_true:
            y_true = tf.argmax(y_true, axis=self.axis)
        if not self.sparse_y_pred:
            y_pred = tf.argmax(y_pred, axis=self.axis)
        y_true = tf.reshape(tf.cast(y_true, tf.int64), [-1])
        y_pred = tf.reshape(tf.cast(y_pred, tf.int64), [-1])
        weights = None
        if sample_weight is not None:
            weights = tf.reshape(tf.cast(sample_weight, tf.float32), [-1])
        if self.ignore_class is not None:
            valid = y_true != self.ignore_class
            y_true, y_pred = y_true[valid], y_pred[valid]
            weights = weights if weights is None else weights[valid]
        self.total_cm.assign_add(tf.math.confusion_matrix(
            y_true, y_pred, self.num_classes, weights=weights, dtype=tf.float32))

    def reset_state(self):
        self.total_cm.assign(tf.zeros(self.total_cm.shape))

    def get_config(self):
        return {**super().get_config(), 'num_classes': self.num_classes,
                'ignore_class': self.ignore_class, 'sparse_y_true': self.sparse_y_true,
                'sparse_y_pred': self.sparse_y_pred, 'axis': self.axis}


class IoU(_Confusion):
    def __init__(self, num_classes, target_class_ids, name=None, dtype=None, ignore_class=None,
                 sparse_y_true=True, sparse_y_pred=True, axis=-1):
        super().__init__(num_classes, name, dtype, ignore_class, sparse_y_true, sparse_y_pred,
                         axis)
        if max(target_class_ids) >= num_classes:
            raise ValueError(f'Target class id {max(target_class_ids)} is out of range, which is '
                             f'[{0}, {num_classes}).')
        self.target_class_ids = list(target_class_ids)

    def result(self):
        matrix = self.total_cm.value()
        both = tf.linalg.diag_part(matrix)
        either = tf.reduce_sum(matrix, axis=0) + tf.reduce_sum(matrix, axis=1) - both
        both, either = (tf.gather(part, self.target_class_ids) for part in (both, either))
        valid = tf.reduce_sum(tf.cast(tf.not_equal(either, 0), tf.float32))
        return tf.math.divide_no_nan(
            tf.reduce_sum(tf.math.divide_no_nan(both, either)), valid)

    def get_config(self):
        return {**super().get_config(), 'target_class_ids': self.target_class_ids}


class BinaryIoU(IoU):
    def __init__(self, target_class_ids=(0, 1), threshold=0.5, name=None, dtype=None):
        super().__init__(2, target_class_ids, name, dtype)
        self.threshold = threshold

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_pred = tf.cast(tf.cast(y_pred, tf.float32) >= self.threshold, tf.float32)
        super().update_state(y_true, y_pred, sample_weight)

    def get_config(self):
        return {'name': self.name, 'dtype': self.dtype,
                'target_class_ids': self.target_class_ids, 'threshold': self.threshold}


class MeanIoU(IoU):
    def __init__(self, num_classes, name=None, dtype=None, ignore_class=None, sparse_y_true=True,
                 sparse_y_pred=True, axis=-1):
        super().__init__(num_classes, range(num_classes), name, dtype, ignore_class,
                         sparse_y_true, sparse_y_pred, axis)

    def get_config(self):
        config = super().get_config()
        del config['target_class_ids']
        return config


class OneHotIoU(IoU):
    def __init__(self, num_classes, target_class_ids, name=None, dtype=None, ignore_class=None,
                 sparse_y_pred=False, axis=-1):
        super().__init__(num_classes, target_class_ids, name, dtype, ignore_class, False,
                         sparse_y_pred, axis)


class OneHotMeanIoU(MeanIoU):
    def __init__(self, num_classes, name=None, dtype=None, ignore_class=None,
                 sparse_y_pred=False, axis=-1):
        super().__init__(num_classes, name, dtype, ignore_class, False, sparse_y_pred, axis)


class R2Score(Metric):
    def __init__(self, class_aggregation='uniform_average', num_regressors=0, name='r2_score',
                 dtype=None):
        super().__init__(name=name, dtype=dtype)
        if class_aggregation not in (None, 'uniform_average', 'variance_weighted_average'):
            raise ValueError('Invalid value for argument `class_aggregation`. Expected one of '
                             "{(None, 'uniform_average', 'variance_weighted_average')}. "
                             f'Received: class_aggregation={class_aggregation}')
        if num_regressors < 0:
            raise ValueError('Invalid value for argument `num_regressors`. Expected a value >= 0. '
                             f'Received: num_regressors={num_regressors}')
        self.class_aggregation, self.num_regressors = class_aggregation, num_regressors
        self.num_samples = self.add_weight(name='num_samples', initializer='zeros')
        self._is_built = False

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true = tf.convert_to_tensor(y_true, dtype=tf.float32)
        y_pred = tf.convert_to_tensor(y_pred, dtype=tf.float32)
        if not self._is_built:
            for name in ('squared_sum', 'sum', 'residual'):
                setattr(self, name, self.add_weight(
                    name=name, shape=(y_true.shape[-1],), initializer='zeros'))
            self._is_built = True
        weights = tf.ones((y_true.shape[0], 1)) if sample_weight is None else tf.reshape(
            tf.cast(sample_weight, tf.float32), (-1, 1))
        weighted = y_true * weights
        self.sum.assign_add(tf.reduce_sum(weighted, axis=0))
        self.squared_sum.assign_add(tf.reduce_sum(y_true * weighted, axis=0))
        self.residual.assign_add(tf.reduce_sum((y_true - y_pred) ** 2 * weights, axis=0))
        self.num_samples.assign_add(tf.reduce_sum(weights))

    def result(self):
        mean = self.sum / self.num_samples
        total = self.squared_sum - self.sum * mean
        scores = 1 - self.residual / total
        scores = tf.where(tf.math.is_inf(scores), 0.0, scores)
        if self.class_aggregation == 'uniform_average':
            score = tf.reduce_mean(scores)
        elif self.class_aggregation == 'variance_weighted_average':
            score = tf.reduce_sum(total / tf.reduce_sum(total) * scores)
        else:
            score = scores
        if self.num_regressors:
            rest = self.num_samples - 1
            score = 1 - (1 - score) * rest / (rest - self.num_regressors)
        return score

    def reset_state(self):
        for variable in self.variables:
            variable.assign(tf.zeros(variable.shape))


class MeanRelativeError(Metric):
    def __init__(self, normalizer, name=None, dtype=None):
        super().__init__(name=name, dtype=dtype)
        self.normalizer = tf.cast(normalizer, tf.float32)
        self.total = self.add_weight(name='total', initializer='zeros')
        self.count = self.add_weight(name='count', initializer='zeros')

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred = tf.cast(y_true, tf.float32), tf.cast(y_pred, tf.float32)
        errors = tf.math.divide_no_nan(tf.abs(y_true - y_pred), self.normalizer)
        weights = tf.ones_like(errors) if sample_weight is None else tf.broadcast_to(
            tf.cast(sample_weight, tf.float32), errors.shape)
        self.total.assign_add(tf.reduce_sum(errors * weights))
        self.count.assign_add(tf.reduce_sum(weights))

    def result(self):
        return tf.math.divide_no_nan(self.total.value(), self.count.value())

    def get_config(self):
        return {**super().get_config(), 'normalizer': np.array(self.normalizer)}


class _BestUnder(Metric):
    """The best of one rate among the thresholds at which another is high enough."""

    _constraint = ''

    def __init__(self, value, num_thresholds=200, class_id=None, name=None, dtype=None):
        if num_thresholds <= 0:
            raise ValueError('Argument `num_thresholds` must be an integer > 0. '
                             f'Received: num_thresholds={num_thresholds}')
        if not 0 <= value <= 1:
            raise ValueError(f'Argument `{self._constraint}` must be in the range [0, 1]. '
                             f'Received: {self._constraint}={value}')
        super().__init__(name=name, dtype=dtype)
        self.value, self.class_id, self.num_thresholds = value, class_id, num_thresholds
        setattr(self, self._constraint, value)
        steps = num_thresholds - 1
        self.thresholds = [0.5] if steps == 0 else [k / steps for k in range(num_thresholds)]
        for name in ('true_positives', 'true_negatives', 'false_positives', 'false_negatives'):
            setattr(self, name, self.add_weight(name=name, shape=(num_thresholds,),
                                                initializer='zeros'))

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred = tf.cast(y_true, tf.float32), tf.cast(y_pred, tf.float32)
        if self.class_id is not None:
            y_true, y_pred = y_true[..., self.class_id], y_pred[..., self.class_id]
        weights = tf.ones_like(y_pred) if sample_weight is None else tf.broadcast_to(
            tf.cast(sample_weight, tf.float32), y_pred.shape)
        truth, scores = tf.reshape(y_true, [1, -1]), tf.reshape(y_pred, [1, -1])
        weights = tf.reshape(weights, [1, -1])
        if self.num_thresholds > 2:
            # Evenly spread thresholds: a score is in the bucket below it.
            buckets = tf.math.ceil(scores * float(self.num_thresholds - 1)) - 1.0
            places = tf.reshape(tf.range(float(self.num_thresholds)), [-1, 1])
            positive = tf.maximum(buckets, 0.0) >= places
        else:
            positive = scores > tf.reshape(tf.constant(self.thresholds), [-1, 1])
        positive = tf.cast(positive, tf.float32)
        truth = tf.cast(truth != 0, tf.float32)
        for counts, hits in ((self.true_positives, truth * positive),
                             (self.true_negatives, (1 - truth) * (1 - positive)),
                             (self.false_positives, (1 - truth) * positive),
                             (self.false_negatives, truth * (1 - positive))):
            counts.assign_add(tf.reduce_sum(hits * weights, axis=1))

    def _precision(self):
        hits = self.true_positives.value()
        return tf.math.divide_no_nan(hits, hits + self.false_positives)

    def _sensitivity(self):
        hits = self.true_positives.value()
        return tf.math.divide_no_nan(hits, hits + self.false_negatives)

    def _specificity(self):
        rejected = self.true_negatives.value()
        return tf.math.divide_no_nan(rejected, rejected + self.false_positives)

    def _rates(self):
        raise NotImplementedError('A rate is needed.')

    def result(self):
        constrained, wanted = self._rates()
        return tf.reduce_max(tf.where(constrained >= self.value, wanted, 0.0))

    def reset_state(self):
        for variable in self.variables:
            variable.assign(tf.zeros(variable.shape))

    def get_config(self):
        return {**super().get_config(), 'class_id': self.class_id,
                'num_thresholds': self.num_thresholds, self._constraint: self.value}


class RecallAtPrecision(_BestUnder):
    _constraint = 'precision'

    def __init__(self, precision, num_thresholds=200, class_id=None, name=None, dtype=None):
        super().__init__(precision, num_thresholds, class_id, name, dtype)

    def _rates(self):
        return self._precision(), self._sensitivity()


class PrecisionAtRecall(_BestUnder):
    _constraint = 'recall'

    def __init__(self, recall, num_thresholds=200, class_id=None, name=None, dtype=None):
        super().__init__(recall, num_thresholds, class_id, name, dtype)

    def _rates(self):
        return self._sensitivity(), self._precision()


class SensitivityAtSpecificity(_BestUnder):
    _constraint = 'specificity'

    def __init__(self, specificity, num_thresholds=200, class_id=None, name=None, dtype=None):
        super().__init__(specificity, num_thresholds, class_id, name, dtype)

    def _rates(self):
        return self._specificity(), self._sensitivity()


class SpecificityAtSensitivity(_BestUnder):
    _constraint = 'sensitivity'

    def __init__(self, sensitivity, num_thresholds=200, class_id=None, name=None, dtype=None):
        super().__init__(sensitivity, num_thresholds, class_id, name, dtype)

    def _rates(self):
        return self._sensitivity(), self._specificity()
