import numpy as np
import tensorflow as tf
from tensorflow import keras

D = tf.data.Dataset
d = D.from_tensor_slices((np.arange(5), np.arange(5) * 10.))


def seeded(dataset):
    return dataset


keras.utils.set_random_seed(0)
print(repr((D.range(3))))  # expect: <_RangeDataset element_spec=TensorSpec(shape=(), dtype=tf.int64, name=None)>
print(repr((d)))  # expect: <_TensorSliceDataset element_spec=(TensorSpec(shape=(), dtype=tf.int64, name=None), TensorSpec(shape=(), dtype=tf.float64, name=None))>
print(repr((d.batch(2))))  # expect: <_BatchDataset element_spec=(TensorSpec(shape=(None,), dtype=tf.int64, name=None), TensorSpec(shape=(None,), dtype=tf.float64, name=None))>
print(repr((d.batch(2, drop_remainder=True))))  # expect: <_BatchDataset element_spec=(TensorSpec(shape=(2,), dtype=tf.int64, name=None), TensorSpec(shape=(2,), dtype=tf.float64, name=None))>
print(repr((d.shuffle(3))))  # expect: <_ShuffleDataset element_spec=(TensorSpec(shape=(), dtype=tf.int64, name=None), TensorSpec(shape=(), dtype=tf.float64, name=None))>
print(repr((d.map(lambda a, b: a))))  # expect: <_MapDataset element_spec=TensorSpec(shape=(), dtype=tf.int64, name=None)>
print(repr((d.window(2))))  # expect: <_WindowDataset element_spec=(DatasetSpec(TensorSpec(shape=(), dtype=tf.int64, name=None), TensorShape([])), DatasetSpec(TensorSpec(shape=(), dtype=tf.float64, name=None), TensorShape([])))>
print(repr((d.enumerate())))  # expect: <_ZipDataset element_spec=(TensorSpec(shape=(), dtype=tf.int64, name=None), (TensorSpec(shape=(), dtype=tf.int64, name=None), TensorSpec(shape=(), dtype=tf.float64, name=None)))>
print(repr((d.padded_batch(2))))  # expect: <_PaddedBatchDataset element_spec=(TensorSpec(shape=(None,), dtype=tf.int64, name=None), TensorSpec(shape=(None,), dtype=tf.float64, name=None))>
print(repr((d.map(lambda a, b: a, num_parallel_calls=tf.data.AUTOTUNE))))  # expect: <_ParallelMapDataset element_spec=TensorSpec(shape=(), dtype=tf.int64, name=None)>
print(repr((D.zip((d, D.range(2))))))  # expect: <_ZipDataset element_spec=((TensorSpec(shape=(), dtype=tf.int64, name=None), TensorSpec(shape=(), dtype=tf.float64, name=None)), TensorSpec(shape=(), dtype=tf.int64, name=None))>
print(repr((D.from_tensor_slices({'a': [1, 2], 'b': [3., 4.]}))))  # expect: <_TensorSliceDataset element_spec={'a': TensorSpec(shape=(), dtype=tf.int32, name=None), 'b': TensorSpec(shape=(), dtype=tf.float32, name=None)}>
print(repr((D.from_generator(lambda: iter([1, 2]), output_signature=tf.TensorSpec(shape=(), dtype=tf.int32)))))  # expect: <_FlatMapDataset element_spec=TensorSpec(shape=(), dtype=tf.int32, name=None)>
print(repr((d.batch(2).map(lambda a, b: (a, b * 2)).element_spec)))  # expect: (TensorSpec(shape=(None,), dtype=tf.int64, name=None), TensorSpec(shape=(None,), dtype=tf.float64, name=None))
print(repr((len(d), len(d.batch(2)), len(d.repeat(3)), len(d.skip(4)), len(d.take(9)))))  # expect: (5, 3, 15, 1, 5)
print(repr((d.repeat().cardinality(), d.filter(lambda a, b: a > 1).cardinality())))  # expect: (<tf.Tensor: shape=(), dtype=int64, numpy=-1>, <tf.Tensor: shape=(), dtype=int64, numpy=-2>)
print(repr((list(d.as_numpy_iterator()))))  # expect: [(0, 0.0), (1, 10.0), (2, 20.0), (3, 30.0), (4, 40.0)]
print(repr((list(D.range(2, 10, 3).as_numpy_iterator()))))  # expect: [2, 5, 8]
print(repr((D.range(5).reduce(np.int64(0), lambda a, b: a + b))))  # expect: <tf.Tensor: shape=(), dtype=int64, numpy=10>
print(repr((list(D.from_tensor_slices([[1, 2], [3, 4]]).map(lambda x: {'a': x[0], 'b': x[1]}).as_numpy_iterator()))))  # expect: [{'a': 1, 'b': 2}, {'a': 3, 'b': 4}]
print(repr(([list(w.as_numpy_iterator()) for w in D.range(7).window(3, shift=2, stride=2)])))  # expect: [[0, 2, 4], [2, 4, 6], [4, 6], [6]]
print(repr((list(D.range(3).interleave(lambda x: D.from_tensors(x).repeat(3), cycle_length=2, block_length=2).as_numpy_iterator()))))  # expect: [0, 0, 1, 1, 0, 1, 2, 2, 2]
print(repr(([x.tolist() for x in D.range(10).shuffle(5, seed=3, reshuffle_each_iteration=False).batch(3).as_numpy_iterator()])))  # expect: [[2, 5, 1], [0, 8, 4], [9, 3, 6], [7]]
print(repr((list(seeded(D.range(10).shuffle(5).repeat(2)).as_numpy_iterator()))))  # expect: [4, 2, 0, 3, 8, 6, 5, 7, 1, 9, 2, 1, 6, 7, 8, 4, 0, 5, 3, 9]
print(repr((list(seeded(D.range(6).map(lambda x: tf.random.uniform([]))).as_numpy_iterator()))))  # expect: [0.019757032, 0.5400312, 0.51667833, 0.4683528, 0.14856052, 0.27331388]
print(repr(([x.tolist() for x in D.from_generator(lambda: iter([[1], [1, 2], [1, 2, 3]]), output_signature=tf.TensorSpec([None], tf.int32)).padded_batch(2).as_numpy_iterator()])))  # expect: [[[1, 0], [1, 2]], [[1, 2, 3]]]
print(repr((list(D.range(3).concatenate(D.range(9, 11)).as_numpy_iterator()))))  # expect: [0, 1, 2, 9, 10]
print(repr(([(a.numpy().tolist(), b.numpy().tolist()) for a, b in keras.utils.timeseries_dataset_from_array(np.arange(10.), np.arange(10), 3, batch_size=4)])))  # expect: [([[0.0, 1.0, 2.0], [1.0, 2.0, 3.0], [2.0, 3.0, 4.0], [3.0, 4.0, 5.0]], [0, 1, 2, 3]), ([[4.0, 5.0, 6.0], [5.0, 6.0, 7.0], [6.0, 7.0, 8.0], [7.0, 8.0, 9.0]], [4, 5, 6, 7])]
print(repr(([a.numpy().tolist() for a in keras.utils.timeseries_dataset_from_array(np.arange(10.), None, 3, batch_size=4, shuffle=True, seed=1)])))  # expect: [[[2.0, 3.0, 4.0], [4.0, 5.0, 6.0], [1.0, 2.0, 3.0], [5.0, 6.0, 7.0]], [[0.0, 1.0, 2.0], [7.0, 8.0, 9.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]]]
print(repr((keras.utils.timeseries_dataset_from_array(np.arange(10.), np.arange(10), 3))))  # expect: <_BatchDataset element_spec=(TensorSpec(shape=(None, None), dtype=tf.float64, name=None), TensorSpec(shape=(None,), dtype=tf.int64, name=None))>
print(repr((list(D.range(6).window(3, shift=1, drop_remainder=True).flat_map(lambda w: w.batch(3)).map(lambda w: (w[:-1].numpy().tolist() if False else w[:-1], w[-1])).as_numpy_iterator())[0][1])))  # expect: 2
print(repr((list(D.range(9).shard(3, 1).as_numpy_iterator()), list(D.range(9).take_while(lambda x: x < 3).as_numpy_iterator()))))  # expect: ([1, 4, 7], [0, 1, 2])
print(repr((list(D.from_tensor_slices([1, 2, 2, 1]).unique().as_numpy_iterator()), list(D.range(4).batch(2).unbatch().as_numpy_iterator()))))  # expect: ([1, 2], [0, 1, 2, 3])
