import os

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

v = tf.Variable(1.)
layer = layers.Dense(1)
layer.build((None, 2))
optimizer = keras.optimizers.Adam(0.1)
checkpoint = tf.train.Checkpoint(step=tf.Variable(0), v=v, optimizer=optimizer, layer=layer)
manager = tf.train.CheckpointManager(checkpoint, './kept', max_to_keep=2)
print(manager.latest_checkpoint)  # expect: None
for i in range(3):
    checkpoint.step.assign_add(1)
    v.assign_add(1.)
    print(manager.save())  # expect: ./kept/ckpt-1
# expect: ./kept/ckpt-2
# expect: ./kept/ckpt-3
print(manager.checkpoints, manager.latest_checkpoint, tf.train.latest_checkpoint('./kept'))  # expect: ['./kept/ckpt-2', './kept/ckpt-3'] ./kept/ckpt-3 ./kept/ckpt-3
print(sorted(os.listdir('kept')))  # expect: ['checkpoint', 'ckpt-2.data-00000-of-00001', 'ckpt-2.index', 'ckpt-3.data-00000-of-00001', 'ckpt-3.index']
kernel = layer.kernel.numpy()
v.assign(0.)
layer.kernel.assign(tf.zeros([2, 1]))
status = checkpoint.restore(manager.latest_checkpoint)
print(v.numpy(), checkpoint.step.numpy(), np.array_equal(layer.kernel, kernel))  # expect: 4.0 3 True
status.assert_existing_objects_matched().expect_partial() and None
print(tf.train.latest_checkpoint('./none'))  # expect: None
model = keras.Sequential([layers.Dense(1, input_shape=(2,))])
model.compile('sgd', 'mse')
_ = model.fit(np.ones((4, 2)), np.zeros((4, 1)), epochs=2, verbose=0, callbacks=[keras.callbacks.ModelCheckpoint('tc/ckpt_{epoch}', save_weights_only=True)])
print(sorted(os.listdir('tc')), tf.train.latest_checkpoint('tc'))  # expect: ['checkpoint', 'ckpt_1.data-00000-of-00001', 'ckpt_1.index', 'ckpt_2.data-00000-of-00001', 'ckpt_2.index'] tc/ckpt_2
weights = model.get_weights()
model.set_weights([np.zeros_like(a) for a in weights])
_ = model.load_weights(tf.train.latest_checkpoint('tc'))
print(all(np.array_equal(a, b) for a, b in zip(weights, model.get_weights())))  # expect: True
model.save('folder')  # expect: INFO:tensorflow:Assets written to: folder/assets
print(np.array_equal(keras.models.load_model('folder').get_weights()[0], weights[0]), os.path.isdir('folder'))  # expect: True True
try:
    model.load_weights('tc/nothing')
except tf.errors.NotFoundError as mistake:
    print(str(mistake)[-89:])  # expect: uccessful TensorSliceReader constructor: Failed to find any matching files for tc/nothing
