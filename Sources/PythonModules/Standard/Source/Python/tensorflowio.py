"""Tensors and examples as bytes, and files."""
import base64
import fnmatch
import os

import numpy as np
import tensorflow as tf


# Protocol buffers

def _varint(number):
    number &= (1 << 64) - 1
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    found.append(number)
    return bytes(found)


def _field(number, data):
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _fields(data):
    """(number, value) of each field: numbers as they are, the rest as bytes."""
    place = 0

    def varint():
        nonlocal place
        number = shift = 0
        while True:
            if place >= len(data) or shift > 63:
                raise tf.errors.InvalidArgumentError('Could not parse example input')
            byte = data[place]
            place += 1
            number |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return number

    while place < len(data):
        tag = varint()
        if tag & 7 == 0:
            yield tag >> 3, varint()
            continue
        length = varint() if tag & 7 == 2 else (8 if tag & 7 == 1 else 4)
        yield tag >> 3, data[place:place + length]
        place += length


def _signed(number):
    return number - (1 << 64) if number >> 63 else number


class _Message:
    def __init__(self, value=None):
        self.value = list(value) if value is not None else []

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __repr__(self):
        return self._text('')

    def _text(self, indent):
        return ''.join(f'{indent}value: {self._shown(value)}\n' for value in self.value)

    def _shown(self, value):
        return repr(value)


class BytesList(_Message):
    def _shown(self, value):
        text = repr(value)[2:-1].replace('"', '\\"')
        return f'"{text}"'

    def _bytes(self):
        return b''.join(_field(1, bytes(value)) for value in self.value)


class FloatList(_Message):
    def __init__(self, value=None):
        super().__init__([float(np.float32(number)) for number in value or ()])

    def _shown(self, value):
        text = str(np.float32(value))
        return text[:-2] if text.endswith('.0') else text

    def _bytes(self):
        packed = np.array(self.value, dtype=np.float32).tobytes()
        return _field(1, packed) if packed else b''


class Int64List(_Message):
    def __init__(self, value=None):
        super().__init__([int(number) for number in value] if value is not None else None)

    def _bytes(self):
        packed = b''.join(_varint(value) for value in self.value)
        return _field(1, packed) if packed else b''


class Feature:
    _kinds = (('bytes_list', BytesList), ('float_list', FloatList), ('int64_list', Int64List))

    def __init__(self, bytes_list=None, float_list=None, int64_list=None):
        self._kind = None
        self.bytes_list, self.float_list = bytes_list or BytesList(), float_list or FloatList()
        self.int64_list = int64_list or Int64List()
        for name, given in zip(('bytes_list', 'float_list', 'int64_list'),
                               (bytes_list, float_list, int64_list)):
            if given is not None:
                self._kind = name

    def WhichOneof(self, name):
        return self._kind

    def _bytes(self):
        for number, (name, _) in enumerate(self._kinds, 1):
            if name == self._kind:
                return _field(number, getattr(self, name)._bytes())
        return b''

    @classmethod
    def _parsed(cls, data):
        for number, part in _fields(data):
            name, kind = cls._kinds[number - 1]
            values = []
            for _, value in _fields(part):
                if name == 'bytes_list':
                    values.append(bytes(value))
                elif name == 'float_list':
                    values.extend(np.frombuffer(value, dtype=np.float32).tolist())
                elif isinstance(value, int):
                    values.append(_signed(value))
                else:
                    values.extend(_signed(n) for n in _varints(value))
            return cls(**{name: kind(values)})
        return cls()

    def _text(self, indent):
        if self._kind is None:
            return ''
        return (f'{indent}{self._kind} {{\n{getattr(self, self._kind)._text(indent + "  ")}'
                f'{indent}}}\n')

    def __repr__(self):
        return self._text('')


def _varints(data):
    number = shift = 0
    for byte in data:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number
            number = shift = 0


class Features:
    def __init__(self, feature=None):
        self.feature = dict(feature or {})

    def _bytes(self):
        return b''.join(_field(1, _field(1, name.encode()) + _field(2, feature._bytes()))
                        for name, feature in self.feature.items())

    def _text(self, indent):
        return ''.join(
            f'{indent}feature {{\n{indent}  key: "{name}"\n{indent}  value {{\n'
            f'{feature._text(indent + "    ")}{indent}  }}\n{indent}}}\n'
            for name, feature in self.feature.items())

    def __repr__(self):
        return self._text('')


class Example:
    def __init__(self, features=None):
        self.features = features or Features()

    def SerializeToString(self):
        return _field(1, self.features._bytes())

    def ParseFromString(self, data):
        self.features = self.FromString(data).features
        return len(data)

    @classmethod
    def FromString(cls, data):
        found = {}
        for _, features in _fields(data):
            for _, entry in _fields(features):
                parts = dict(_fields(entry))
                found[bytes(parts[1]).decode()] = Feature._parsed(parts.get(2, b''))
        return cls(Features(found))

    def __repr__(self):
        return f'features {{\n{self.features._text("  ")}}}\n'


# Parsing examples

class FixedLenFeature:
    def __init__(self, shape, dtype, default_value=None):
        self.shape, self.dtype, self.default_value = list(shape), tf.as_dtype(dtype), default_value

    def __repr__(self):
        return (f'FixedLenFeature(shape={self.shape}, dtype={self.dtype!r}, '
                f'default_value={self.default_value})')


class VarLenFeature:
    def __init__(self, dtype):
        self.dtype = tf.as_dtype(dtype)

    def __repr__(self):
        return f'VarLenFeature(dtype={self.dtype!r})'


def _values(feature):
    return [] if feature is None or feature.WhichOneof('kind') is None else (
        getattr(feature, feature.WhichOneof('kind')).value)


def _bytes_of(tensor):
    return tensor if isinstance(tensor, bytes) else tf.convert_to_tensor(tensor).numpy()


def parse_single_example(serialized, features, example_names=None, name=None):
    given = Example.FromString(_bytes_of(serialized)).features.feature
    found = {}
    for key in sorted(features):
        kind, values = features[key], _values(given.get(key))
        if isinstance(kind, VarLenFeature):
            found[key] = tf.SparseTensor(
                np.arange(len(values), dtype=np.int64).reshape(-1, 1),
                tf.constant(values, dtype=kind.dtype), [len(values)])
            continue
        if not values:
            if kind.default_value is None:
                raise tf.errors.InvalidArgumentError(
                    f'Feature: {key} (data type: {kind.dtype.name}) is required but '
                                'could not be found.')
            values = np.broadcast_to(kind.default_value, kind.shape).ravel().tolist()
        if len(values) != int(np.prod(kind.shape)):
            raise tf.errors.InvalidArgumentError(
                f'Key: {key}.  Can\'t parse serialized Example.')
        found[key] = tf.reshape(tf.constant(values, dtype=kind.dtype), kind.shape)
    return found


def parse_example(serialized, features, example_names=None, name=None):
    rows = [parse_single_example(row, features) for row in tf.convert_to_tensor(serialized).numpy()]
    found = {}
    for key in sorted(features):
        parts = [row[key] for row in rows]
        if isinstance(features[key], VarLenFeature):
            places = [[row, int(place)] for row, part in enumerate(parts)
                      for place in part.indices.numpy()[:, 0]]
            width = max((int(part.dense_shape.numpy()[0]) for part in parts), default=0)
            found[key] = tf.SparseTensor(
                np.array(places, dtype=np.int64).reshape(-1, 2),
                tf.concat([part.values for part in parts], 0), [len(parts), width])
        else:
            found[key] = tf.stack(parts)
    return found


# Tensors

_TYPES = {1: 'float32', 2: 'float64', 3: 'int32', 4: 'uint8', 5: 'int16', 6: 'int8', 7: 'string',
          9: 'int64', 10: 'bool', 17: 'uint16', 19: 'float16', 22: 'uint32', 23: 'uint64'}


def serialize_tensor(tensor, name=None):
    tensor = tf.convert_to_tensor(tensor)
    number = next(key for key, known in _TYPES.items() if known == tensor.dtype.name)
    shape = b''.join(_field(2, _varint(1 << 3) + _varint(n) if n else b'')
                     for n in tensor.shape.as_list())
    data = _varint(1 << 3) + _varint(number) + _field(2, shape)
    if tensor.dtype == tf.string:
        data += b''.join(_field(8, text) for text in tensor.numpy().ravel().tolist())
    else:
        data += _field(4, tensor.numpy().tobytes())
    return tf.constant(data)


def parse_tensor(serialized, out_type, name=None):
    dtype, shape, content, texts = None, [], b'', []
    for number, value in _fields(_bytes_of(serialized)):
        if number == 1:
            dtype = _TYPES.get(value)
        elif number == 2:
            shape = [dict(_fields(part)).get(1, 0) for _, part in _fields(value)]
        elif number == 4:
            content = value
        elif number == 8:
            texts.append(bytes(value))
    wanted = tf.as_dtype(out_type)
    if dtype != wanted.name:
        raise tf.errors.InvalidArgumentError(
            f'Type mismatch between parsed tensor ({dtype}) and dtype ({wanted.name})')
    if wanted == tf.string:
        return tf.reshape(tf.constant(texts, dtype=tf.string), shape)
    return tf.constant(np.frombuffer(content, dtype=wanted.name).reshape(shape))


def decode_raw(input_bytes, out_type, little_endian=True, fixed_length=None, name=None):
    given = input_bytes if isinstance(input_bytes, bytes) else (
        tf.convert_to_tensor(input_bytes).numpy())
    dtype = np.dtype(tf.as_dtype(out_type).name)
    if isinstance(given, bytes):
        return tf.constant(np.frombuffer(given, dtype=dtype))
    return tf.constant(np.array([np.frombuffer(part, dtype=dtype) for part in given.tolist()]))


def encode_base64(input, pad=False, name=None):
    text = base64.urlsafe_b64encode(_bytes_of(input))
    return tf.constant(text if pad else text.rstrip(b'='))


def decode_base64(input, name=None):
    text = _bytes_of(input)
    return tf.constant(base64.urlsafe_b64decode(text + b'=' * (-len(text) % 4)))


# Files

def read_file(filename, name=None):
    path = _bytes_of(filename).decode()
    try:
        with open(path, 'rb') as file:
            return tf.constant(file.read())
    except FileNotFoundError:
        raise tf.errors.NotFoundError(
            '{{function_node __wrapped__ReadFile_device_/job:localhost/replica:0/'
                        'task:0/device:CPU:0}} ' + f'{path}; No such file or directory '
                        '[Op:ReadFile]') from None


def write_file(filename, contents, name=None):
    path = _bytes_of(filename).decode()
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    with open(path, 'wb') as file:
        file.write(_bytes_of(contents))


def matching_files(pattern, name=None):
    text = _bytes_of(pattern).decode()
    folder, form = os.path.split(text)
    names = sorted(os.listdir(folder or '.'))
    return tf.constant([os.path.join(folder, name) for name in names
                        if fnmatch.fnmatch(name, form)], dtype=tf.string)


class _Files:
    """tf.io.gfile: files as everywhere else in a note."""

    GFile = staticmethod(open)
    exists = staticmethod(os.path.exists)
    isdir = staticmethod(os.path.isdir)
    listdir = staticmethod(os.listdir)
    remove = staticmethod(os.remove)

    @staticmethod
    def makedirs(path):
        os.makedirs(path, exist_ok=True)

    mkdir = makedirs

    @staticmethod
    def glob(pattern):
        return [name.decode() for name in matching_files(pattern).numpy().tolist()]

    @staticmethod
    def join(path, *paths):
        return os.path.join(path, *paths)


gfile = _Files()


def __getattr__(name):
    if name in ("TFRecordWriter", "TFRecordOptions"):
        import tensorflow._data as records
        return getattr(records, name)
    if name.startswith(("decode_jpeg", "decode_png", "decode_bmp", "decode_gif", "decode_image",
                        "encode_jpeg", "encode_png", "decode_and_crop", "extract_jpeg")):
        return getattr(tf.image, name)
    raise AttributeError("module 'tensorflow.io' has no attribute '%s'" % name)
