import random

import numpy as np
from tensorflow import keras
from tensorflow.keras.preprocessing.sequence import (
    TimeseriesGenerator, make_sampling_table, pad_sequences, skipgrams)
from tensorflow.keras.preprocessing.text import Tokenizer, hashing_trick, text_to_word_sequence

t = Tokenizer(num_words=4, oov_token='<OOV>')
t.fit_on_texts(['The cat sat, on the mat!', 'the dog ate the cat'])
c = Tokenizer(char_level=True, lower=False)
c.fit_on_texts(['Hello'])
g = TimeseriesGenerator(np.arange(10), np.arange(10) * 10, length=3, batch_size=4)
random.seed(0)
print((pad_sequences([[1, 2], [3], [4, 5, 6, 7]], maxlen=2, padding='post', truncating='post').tolist()))  # expect: [[1, 2], [3, 0], [4, 5]]
print((pad_sequences([[1.5, 2], [3]], dtype='float32').tolist()))  # expect: [[1.5, 2.0], [0.0, 3.0]]
print((pad_sequences([[[1, 2], [3, 4]], [[5, 6]]]).tolist()))  # expect: [[[1, 2], [3, 4]], [[0, 0], [5, 6]]]
print((pad_sequences([[], [1]]).tolist()))  # expect: [[0], [1]]
print((t.word_index))  # expect: {'<OOV>': 1, 'the': 2, 'cat': 3, 'sat': 4, 'on': 5, 'mat': 6, 'dog': 7, 'ate': 8}
print((t.word_counts))  # expect: OrderedDict([('the', 4), ('cat', 2), ('sat', 1), ('on', 1), ('mat', 1), ('dog', 1), ('ate', 1)])
print((t.document_count))  # expect: 2
print((dict(sorted(t.word_docs.items()))))  # expect: {'ate': 1, 'cat': 2, 'dog': 1, 'mat': 1, 'on': 1, 'sat': 1, 'the': 2}
print((t.texts_to_sequences(['the bird sat', 'cat'])))  # expect: [[2, 1, 1], [3]]
print((t.sequences_to_texts([[2, 3, 9]])))  # expect: ['the cat <OOV>']
print((t.texts_to_matrix(['the cat the'], mode='tfidf').round(12).tolist()))  # expect: [[0.0, 0.0, 0.864902964637, 0.510825623766]]
print((t.texts_to_matrix(['the cat the'], mode='freq').tolist()))  # expect: [[0.0, 0.0, 0.6666666666666666, 0.3333333333333333]]
print((c.word_index))  # expect: {'l': 1, 'H': 2, 'e': 3, 'o': 4}
print((c.texts_to_sequences(['lo!'])))  # expect: [[1, 4]]
print((text_to_word_sequence('Hello, World! a-b')))  # expect: ['hello', 'world', 'a', 'b']
print((hashing_trick('a bb ccc a', 10, hash_function=len)))  # expect: [2, 3, 4, 2]
print((skipgrams([1, 2, 3, 4], 10, window_size=1)))  # expect: ([[3, 2], [1, 6], [4, 3], [2, 3], [2, 1], [2, 8], [3, 9], [2, 5], [3, 4], [4, 4], [3, 7], [1, 2]], [1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1])
print((skipgrams([1, 2, 0, 3], 10, window_size=1, negative_samples=0, shuffle=False, categorical=True)))  # expect: ([[1, 2], [2, 1]], [[0, 1], [0, 1]])
print((len(g), g[0][0].tolist(), g[0][1].tolist(), g[1][0].shape))  # expect: (2, [[0, 1, 2], [1, 2, 3], [2, 3, 4], [3, 4, 5]], [30, 40, 50, 60], (3, 3))
print((keras.utils.to_categorical([0, 2, 1]).tolist()))  # expect: [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0]]
print((keras.utils.to_categorical([[0], [1]], 3).tolist()))  # expect: [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]
print((keras.utils.normalize(np.array([[3., 4.], [0, 0]])).tolist()))  # expect: [[0.6, 0.8], [0.0, 0.0]]
print((make_sampling_table(5).round(8).tolist()))  # expect: [0.00315225, 0.00315225, 0.00547597, 0.00741556, 0.00912817]
