"""Tables from keys to values."""
import tensorflow as tf


class KeyValueTensorInitializer:
    def __init__(self, keys, values, key_dtype=None, value_dtype=None, name=None):
        self.keys = tf.convert_to_tensor(keys, dtype=key_dtype)
        self.values = tf.convert_to_tensor(values, dtype=value_dtype)

    @property
    def key_dtype(self):
        return self.keys.dtype

    @property
    def value_dtype(self):
        return self.values.dtype

    def pairs(self):
        return list(zip(self.keys.numpy().tolist(), self.values.numpy().tolist()))


class TextFileIndex:
    WHOLE_LINE = -2
    LINE_NUMBER = -1


class TextFileInitializer:
    def __init__(self, filename, key_dtype, key_index, value_dtype, value_index, vocab_size=None,
                 delimiter="\t", name=None, value_index_offset=0):
        self.key_dtype, self.value_dtype = key_dtype, value_dtype
        self._arguments = filename, key_index, value_index, vocab_size, delimiter
        self._offset = value_index_offset

    def pairs(self):
        filename, key_index, value_index, vocab_size, delimiter = self._arguments
        with open(filename, encoding="utf-8") as file:
            lines = file.read().splitlines()
        found = []
        for number, line in enumerate(lines[:vocab_size]):
            words = line.split(delimiter)

            def part(index, dtype):
                text = number if index == TextFileIndex.LINE_NUMBER else (
                    line if index == TextFileIndex.WHOLE_LINE else words[index])
                return str(text).encode() if dtype == tf.string else int(text)

            value = part(value_index, self.value_dtype)
            if value_index == TextFileIndex.LINE_NUMBER:
                value += self._offset
            found.append((part(key_index, self.key_dtype), value))
        return found


class _Table:
    def __init__(self, key_dtype, value_dtype):
        self.key_dtype, self.value_dtype = key_dtype, value_dtype
        self._entries = {}

    def size(self, name=None):
        return tf.constant(len(self._entries), dtype=tf.int64)

    def _value(self, key):
        return self._entries.get(key, self._default)

    def _check(self, keys):
        if keys.dtype != self.key_dtype:
            raise TypeError(
                f"Dtype of argument `keys` must be {self.key_dtype}, received: {keys.dtype}")

    def lookup(self, keys, name=None):
        if isinstance(keys, tf.RaggedTensor):
            return keys.with_flat_values(self.lookup(keys.flat_values))
        if isinstance(keys, tf.SparseTensor):
            return keys.with_values(self.lookup(keys.values))
        keys = tf.convert_to_tensor(keys)
        self._check(keys)
        flat = [self._value(key) for key in tf.reshape(keys, [-1]).numpy().tolist()]
        return tf.reshape(tf.constant(flat, dtype=self.value_dtype), keys.shape)

    def __getitem__(self, keys):
        return self.lookup(keys)


class StaticHashTable(_Table):
    def __init__(self, initializer, default_value, name=None, experimental_is_anonymous=False):
        super().__init__(initializer.key_dtype, initializer.value_dtype)
        for key, value in initializer.pairs():
            if self._entries.setdefault(key, value) != value:
                raise tf.errors.InvalidArgumentError(
                    "HashTable has different value for same key. Key %s has %s and "
                    "trying to add value %s" % (key, self._entries[key], value))
        self.default_value = tf.constant(default_value, dtype=self.value_dtype)
        self._default = self.default_value.numpy()


class DenseHashTable(_Table):
    def __init__(self, key_dtype, value_dtype, default_value, empty_key, deleted_key, **options):
        super().__init__(key_dtype, value_dtype)
        self._default = tf.constant(default_value, dtype=value_dtype).numpy()

    def insert(self, keys, values, name=None):
        keys = tf.convert_to_tensor(keys, dtype=self.key_dtype)
        values = tf.convert_to_tensor(values, dtype=self.value_dtype)
        self._entries.update(zip(keys.numpy().tolist(), values.numpy().tolist()))

    insert_or_assign = insert

    def erase(self, keys, name=None):
        for key in tf.reshape(tf.convert_to_tensor(keys), [-1]).numpy().tolist():
            self._entries.pop(key, None)


class experimental:
    pass


experimental.DenseHashTable = DenseHashTable


class StaticVocabularyTable(_Table):
    """A table whose unknown keys go to buckets behind the known ones."""

    def __init__(self, initializer, num_oov_buckets, lookup_key_dtype=None, name=None,
                 experimental_is_anonymous=False):
        if num_oov_buckets <= 0:
            raise ValueError("`oov_tokens` must be > 0." if num_oov_buckets < 0 else
                             "num_oov_buckets must be greater than 0, got %d" % num_oov_buckets)
        super().__init__(lookup_key_dtype or (
            initializer.key_dtype if initializer is not None else tf.string), tf.int64)
        if initializer is not None:
            self._entries.update(initializer.pairs())
        self._buckets = num_oov_buckets

    def _check(self, keys):
        """Keys of every type are looked up by their text."""

    def size(self, name=None):
        return tf.constant(len(self._entries) + self._buckets, dtype=tf.int64)

    def _value(self, key):
        if key in self._entries:
            return self._entries[key]
        text = key if isinstance(key, bytes) else str(key).encode()
        bucket = int(tf.strings.to_hash_bucket_fast([text], self._buckets)[0])
        return len(self._entries) + bucket
