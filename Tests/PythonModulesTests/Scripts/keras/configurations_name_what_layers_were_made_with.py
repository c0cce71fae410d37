from tensorflow.keras import layers

print(layers.Dropout(.5).get_config())  # expect: {'name': 'dropout', 'trainable': True, 'dtype': 'float32', 'rate': 0.5, 'noise_shape': None, 'seed': None}
print(layers.Embedding(3, 2).get_config()['embeddings_initializer'])  # expect: {'module': 'keras.initializers', 'class_name': 'RandomUniform', 'config': {'minval': -0.05, 'maxval': 0.05, 'seed': None}, 'registered_name': None}
print(list(layers.GRU(2).get_config())[:12])  # expect: ['name', 'trainable', 'dtype', 'return_sequences', 'return_state', 'go_backwards', 'stateful', 'unroll', 'time_major', 'units', 'activation', 'recurrent_activation']
print(layers.Conv1D(3, 2).get_config()['kernel_size'], layers.MaxPooling1D().get_config()['strides'])  # expect: (2,) (2,)
print(layers.Bidirectional(layers.LSTM(2)).get_config()['merge_mode'])  # expect: concat
copy = layers.LSTM.from_config(layers.LSTM(7, dropout=.1, name='enc').get_config())
print(copy.name, copy.units, copy.dropout, copy.kernel_initializer.get_config())  # expect: enc 7 0.1 {'seed': None}
print(layers.StackedRNNCells([layers.LSTMCell(2), layers.GRUCell(3)]).state_size)  # expect: (ListWrapper([2, 2]), 3)
