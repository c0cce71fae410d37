"""Text as numbers."""

import collections

import numpy as np

_FILTERS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n'


def text_to_word_sequence(input_text, filters=_FILTERS, lower=True, split=' '):
    """The words of a text."""
    if lower:
        input_text = input_text.lower()
    input_text = input_text.translate(str.maketrans({sign: split for sign in filters}))
    return [word for word in input_text.split(split) if word]


def one_hot(input_text, n, filters=_FILTERS, lower=True, split=' ', analyzer=None):
    """A number below n for every word."""
    return hashing_trick(input_text, n, hash_function=hash, filters=filters, lower=lower,
                         split=split, analyzer=analyzer)


def hashing_trick(text, n, hash_function=None, filters=_FILTERS, lower=True, split=' ',
                  analyzer=None):
    """A number below n for every word, by a hash function."""
    if hash_function is None:
        hash_function = hash
    elif hash_function == 'md5':
        import hashlib

        def hash_function(word):
            return int(hashlib.md5(word.encode()).hexdigest(), 16)
    if analyzer is None:
        words = text_to_word_sequence(text, filters=filters, lower=lower, split=split)
    else:
        words = analyzer(text)
    return [hash_function(word) % (n - 1) + 1 for word in words]


class Tokenizer:
    """Numbers the words of texts by their frequency."""

    def __init__(self, num_words=None, filters=_FILTERS, lower=True, split=' ', char_level=False,
                 oov_token=None, analyzer=None, **kwargs):
        if 'nb_words' in kwargs:
            num_words = kwargs.pop('nb_words')
        document_count = kwargs.pop('document_count', 0)
        if kwargs:
            raise TypeError('Unrecognized keyword arguments: ' + str(kwargs))
        self.word_counts = collections.OrderedDict()
        self.word_docs = collections.defaultdict(int)
        self.filters = filters
        self.split = split
        self.lower = lower
        self.num_words = num_words
        self.document_count = document_count
        self.char_level = char_level
        self.oov_token = oov_token
        self.index_docs = collections.defaultdict(int)
        self.word_index = {}
        self.index_word = {}
        self.analyzer = analyzer

    def _words(self, text):
        if self.char_level or isinstance(text, list):
            if self.lower:
                if isinstance(text, list):
                    return [word.lower() for word in text]
                return text.lower()
            return text
        if self.analyzer is None:
            return text_to_word_sequence(text, filters=self.filters, lower=self.lower,
                                         split=self.split)
        return self.analyzer(text)

    def fit_on_texts(self, texts):
        for text in texts:
            self.document_count += 1
            words = self._words(text)
            for word in words:
                self.word_counts[word] = self.word_counts.get(word, 0) + 1
            for word in set(words):
                self.word_docs[word] += 1
        counts = sorted(self.word_counts.items(), key=lambda entry: entry[1], reverse=True)
        vocabulary = [] if self.oov_token is None else [self.oov_token]
        vocabulary.extend(word for word, _ in counts)
        self.word_index = dict(zip(vocabulary, range(1, len(vocabulary) + 1)))
        self.index_word = {index: word for word, index in self.word_index.items()}
        for word, count in self.word_docs.items():
            self.index_docs[self.word_index[word]] = count

    def fit_on_sequences(self, sequences):
        self.document_count += len(sequences)
        for sequence in sequences:
            for index in set(sequence):
                self.index_docs[index] += 1

    def texts_to_sequences(self, texts):
        return list(self.texts_to_sequences_generator(texts))

    def _is_known(self, index):
        return not (self.num_words and index >= self.num_words)

    def texts_to_sequences_generator(self, texts):
        unknown = self.word_index.get(self.oov_token)
        for text in texts:
            numbers = []
            for word in self._words(text):
                index = self.word_index.get(word)
                if index is not None and self._is_known(index):
                    numbers.append(index)
                elif unknown is not None:
                    numbers.append(unknown)
            yield numbers

    def sequences_to_texts(self, sequences):
        return list(self.sequences_to_texts_generator(sequences))

    def sequences_to_texts_generator(self, sequences):
        unknown = self.word_index.get(self.oov_token)
        for sequence in sequences:
            words = []
            for index in sequence:
                word = self.index_word.get(index)
                if word is not None and self._is_known(index):
                    words.append(word)
                elif unknown is not None:
                    words.append(self.index_word[unknown])
            yield ' '.join(words)

    def texts_to_matrix(self, texts, mode='binary'):
        return self.sequences_to_matrix(self.texts_to_sequences(texts), mode=mode)

    def sequences_to_matrix(self, sequences, mode='binary'):
        if not self.num_words:
            if not self.word_index:
                raise ValueError('Specify a dimension (`num_words` argument), or fit on some '
                                 'text data first.')
            width = len(self.word_index) + 1
        else:
            width = self.num_words
        if mode == 'tfidf' and not self.document_count:
            raise ValueError('Fit the Tokenizer on some data before using tfidf mode.')
        result = np.zeros((len(sequences), width))
        for row, sequence in enumerate(sequences):
            counts = {}
            for index in sequence:
                if index < width:
                    counts[index] = counts.get(index, 0) + 1
            for index, count in counts.items():
                if mode == 'count':
                    result[row][index] = count
                elif mode == 'freq':
                    result[row][index] = count / len(sequence)
                elif mode == 'binary':
                    result[row][index] = 1
                elif mode == 'tfidf':
                    documents = self.index_docs.get(index, 0)
                    result[row][index] = (1 + np.log(count)) * np.log(
                        1 + self.document_count / (1 + documents))
                else:
                    raise ValueError('Unknown vectorization mode:', mode)
        return result

    def get_config(self):
        import json
        return {'num_words': self.num_words, 'filters': self.filters, 'lower': self.lower,
                'split': self.split, 'char_level': self.char_level, 'oov_token': self.oov_token,
                'document_count': self.document_count,
                'word_counts': json.dumps(self.word_counts),
                'word_docs': json.dumps(self.word_docs),
                'index_docs': json.dumps(self.index_docs),
                'index_word': json.dumps(self.index_word),
                'word_index': json.dumps(self.word_index)}

    def to_json(self, **kwargs):
        import json
        return json.dumps({'class_name': type(self).__name__, 'config': self.get_config()},
                          **kwargs)


def tokenizer_from_json(json_string):
    """A tokenizer that `to_json` wrote."""
    import json
    config = json.loads(json_string)['config']
    tokenizer = Tokenizer(**{name: config[name] for name in (
        'num_words', 'filters', 'lower', 'split', 'char_level', 'oov_token', 'document_count')})
    tokenizer.word_counts = collections.OrderedDict(json.loads(config['word_counts']))
    tokenizer.word_docs = json.loads(config['word_docs'])
    tokenizer.word_index = json.loads(config['word_index'])
    for name in ('index_docs', 'index_word'):
        setattr(tokenizer, name, {int(key): value
                                  for key, value in json.loads(config[name]).items()})
    return tokenizer
