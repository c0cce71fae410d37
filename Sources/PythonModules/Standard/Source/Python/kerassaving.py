"""Models in files: `.keras`, `.weights.h5`, and the HDF5 files of old."""

import json
import os
import sys
import warnings

_VERSION = '2.15.0'


# Files

def _path(filepath):
    return os.fspath(filepath)


def _bytes(path):
    with open(path, 'rb') as file:
        return file.read()


def _write(path, data):
    with open(path, 'wb') as file:
        file.write(data)


def _format(path, save_format=None):
    if save_format:
        known = {'keras': 'keras', 'keras_v3': 'keras', 'h5': 'h5', 'hdf5': 'h5', 'tf': 'tf',
                 'tensorflow': 'tf'}
        if save_format not in known:
            raise ValueError("Unknown `save_format` argument. Expected one of 'keras', 'tf', or "
                             f"'h5'. Received: save_format{save_format}")
        return known[save_format]
    if path.endswith('.keras'):
        return 'keras'
    return 'h5' if path.endswith(('.h5', '.hdf5')) else 'tf'


def _is_zip(path):
    return os.path.isfile(path) and _bytes(path)[:2] == b'PK'


def _make_folder(path):
    folder = os.path.dirname(path)
    if folder and not os.path.exists(folder):
        os.makedirs(folder)


# The `.keras` format

def _save_keras(model, path):
    if not model.built:
        warnings.warn('You are saving a model that has not yet been built. It might not contain '
                      'any weights yet. Consider building the model first by calling it on some '
                      'data.', stacklevel=3)
    root, assets = states.groups(model)
    # The same model gives the same file: the day of its saving is left out.
    metadata = {'keras_version': _VERSION, 'date_saved': '1980-01-01@00:00:00'}
    files = {'metadata.json': json.dumps(metadata).encode(),
             'config.json': configurations.json_text(
                 configurations.serialize_keras_object(model)).encode(),
             'model.weights.h5': _native.write_hdf5(root)}
    files.update({f'assets/{name}': data for name, data in assets.items()})
    _write(path, _native.write_zip(files))


def _inside(files, name):
    if name not in files:
        raise KeyError(f"There is no item named '{name}' in the archive")
    return files[name]


def _load_keras(path, custom_objects, compile, safe_mode):
    files = _native.read_zip(_bytes(path))
    config = json.loads(_inside(files, 'config.json').decode())
    if not isinstance(config, dict):
        raise TypeError(f'Could not parse config: {config}')
    if not compile:
        config['compile_config'] = None
    model = configurations.deserialize_keras_object(config, custom_objects, safe_mode)
    if 'model.weights.h5' not in files:
        raise ValueError('Expected a model.weights.h5 or model.weights.npz file.')
    states.load(model, _native.read_hdf5(files['model.weights.h5']), files)
    return model


# Folders: named as TensorFlow names them, with a `.keras` file in the place of its graph

def _save_folder(model, path):
    graph = os.path.join(path, 'saved_model.pb')
    _make_folder(graph)
    _save_keras(model, graph)
    for name in ('keras_metadata.pb', 'fingerprint.pb', 'variables/variables.index',
                 'variables/variables.data-00000-of-00001'):
        file = os.path.join(path, name)
        _make_folder(file)
        _write(file, b'')
    assets = os.path.join(path, 'assets')
    os.makedirs(assets, exist_ok=True)
    print(f'INFO:tensorflow:Assets written to: {assets}', file=sys.stderr)


def _load_folder(path, custom_objects, compile, safe_mode):
    file = os.path.join(path, 'saved_model.pb')
    if not os.path.exists(file):
        raise OSError(f'SavedModel file does not exist at: {path}{os.sep}'
                      '{saved_model.pbtxt|saved_model.pb}')
    if not _is_zip(file):
        raise NotImplementedError(
            "Folders that TensorFlow itself saved are not read here. Save with a name that ends "
            "in '.keras' or '.h5', which Keras reads everywhere.")
    return _load_keras(file, custom_objects, compile, safe_mode)


# What Keras offers

def save_model(model, filepath, overwrite=True, save_format=None, **kwargs):
    path = _path(filepath)
    form = _format(path, save_format)
    if form == 'tf':
        return _save_folder(model, path)
    if form == 'h5':
        data = legacy.data_of(model, kwargs.get('include_optimizer', True))
        _make_folder(path)
        return _write(path, data)
    if kwargs:
        raise ValueError('The following argument(s) are not supported with the native Keras '
                         f'format: {list(kwargs.keys())}')
    if not path.endswith('.keras'):
        raise ValueError('Invalid `filepath` argument: expected a `.keras` extension. '
                         f'Received: filepath={path}')
    _save_keras(model, path)


def save_weights(model, filepath, overwrite=True, save_format=None, options=None):
    path = _path(filepath)
    if path.endswith('.weights.h5'):
        return _write(path, _native.write_hdf5(states.groups(model)[0]))
    if save_format is None:
        save_format = 'h5' if path.endswith(('.h5', '.hdf5', '.keras')) else 'tf'
    known = {'tensorflow': 'tf', 'tf': 'tf', 'hdf5': 'h5', 'h5': 'h5', 'keras': 'h5'}
    form = known.get(save_format.lower().strip())
    if form is None:
        raise ValueError(f'Unknown format. Received: `save_format`={save_format}. '
                         'Was expecting one of {"tf", "h5"}.')
    weights = legacy.weights_group(model)
    if form == 'tf':
        return checkpoints.write_weights(model, path)
    _write(path, _native.write_hdf5(weights))


def load_model(filepath, custom_objects=None, compile=True, safe_mode=True, **kwargs):
    path = _path(filepath)
    if path.endswith('.keras') and _is_zip(path):
        return _load_keras(path, custom_objects, compile, safe_mode)
    if not os.path.exists(path):
        raise OSError(f'No file or directory found at {path}')
    if os.path.isdir(path):
        return _load_folder(path, custom_objects, compile, safe_mode)
    return legacy.load(_bytes(path), path, custom_objects, compile)


def load_weights(model, filepath, skip_mismatch=False, by_name=False, options=None):
    path = _path(filepath)
    if path.endswith('.keras') and _is_zip(path):
        files = _native.read_zip(_bytes(path))
        root = _native.read_hdf5(_inside(files, 'model.weights.h5'))
        return states.load(model, root, files, skip_mismatch)
    if path.endswith('.weights.h5'):
        return states.load(model, _native.read_hdf5(_bytes(path)), None, skip_mismatch)
    if skip_mismatch and not by_name:
        raise ValueError('When calling model.load_weights, skip_mismatch can only be set to True '
                         'when by_name is True.')
    if not path.endswith(('.h5', '.hdf5', '.keras')):
        if os.path.isdir(path) and not checkpoints.exists(path):
            return model.set_weights(load_model(path, compile=False).get_weights())
        return checkpoints.read_weights(model, path)
    if not os.path.exists(path):
        raise FileNotFoundError(2, f"Unable to synchronously open file (unable to open file: name = "
                                   f"'{path}', errno = 2, error message = 'No such file or "
                                   "directory', flags = 0, o_flags = 0)")
    root = _native.read_hdf5(_bytes(path))
    if not model.built:
        raise ValueError('Unable to load weights saved in HDF5 format into a subclassed Model '
                         'which has not created its variables yet. Call the Model first, then '
                         'load the weights.')
    model.weights
    if 'layer_names' not in root[0] and 'model_weights' in root[1]:
        root = root[1]['model_weights']
    if by_name:
        return legacy.load_group_by_name(root, model, skip_mismatch)
    legacy.load_group(root, model)


def get_compile_config(model):
    given = _native.compile_arguments(model)
    return None if given is None else configurations.serialize_keras_object(given)
