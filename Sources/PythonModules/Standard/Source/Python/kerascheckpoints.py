"""Checkpoints: variables in pairs of files, and the file that tells which came last.

The files are named as TensorFlow names its own; what is in them is read back here alone.
"""
import json
import os

import numpy as np
import tensorflow as tf

_INDEX, _DATA, _STATE = '.index', '.data-00000-of-00001', 'checkpoint'


def _write(path, data):
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    with open(path, 'wb') as file:
        file.write(data)


def _read(path):
    with open(path, 'rb') as file:
        return file.read()


def exists(prefix):
    return os.path.exists(os.fspath(prefix) + _INDEX)


def _not_found(prefix):
    return tf.errors.NotFoundError(
        f'Unsuccessful TensorSliceReader constructor: Failed to find any matching files '
                    f'for {prefix}')


def _write_state(prefix, all_prefixes):
    folder = os.path.dirname(prefix)
    lines = [f'model_checkpoint_path: "{os.path.basename(prefix)}"']
    lines += [f'all_model_checkpoint_paths: "{os.path.basename(path)}"' for path in all_prefixes]
    _write(os.path.join(folder, _STATE), ('\n'.join(lines) + '\n').encode())


def latest_checkpoint(checkpoint_dir, latest_filename=None):
    folder = os.fspath(checkpoint_dir)
    state = os.path.join(folder, latest_filename or _STATE)
    if not os.path.exists(state):
        return None
    name = json.loads(_read(state).decode().split('\n')[0].split(': ', 1)[1])
    prefix = os.path.join(folder, name)
    return prefix if exists(prefix) else None


# Weights of models

def write_weights(model, path):
    data = _native.write_hdf5(states.groups(model)[0])
    _write(path + _INDEX, b'weights')
    _write(path + _DATA, data)
    _write_state(path, [path])


def read_weights(model, path):
    if not exists(path):
        raise _not_found(path)
    if not model.built:
        raise NotImplementedError('Weights are read once the model has been built: call it, or '
                                  'model.build(...), before load_weights.')
    model.weights
    states.load(model, _native.read_hdf5(_read(path + _DATA)))
    return CheckpointLoadStatus()


# Objects of all kinds

class CheckpointLoadStatus:
    """What became of a restored checkpoint: all of it was taken at once."""

    def assert_consumed(self):
        return self

    assert_existing_objects_matched = assert_nontrivial_match = expect_partial = assert_consumed

    def initialize_or_restore(self, session=None):
        return None

    run_restore_ops = initialize_or_restore


def _parts(thing):
    """What a container keeps, by name; None for what is no container."""
    if isinstance(thing, Checkpoint):
        return thing._objects
    if isinstance(thing, dict):
        return thing
    if isinstance(thing, (list, tuple)):
        return dict(enumerate(thing))
    if isinstance(thing, tf.Module) and not hasattr(thing, 'save_own_variables'):
        return {name: part for name, part in vars(thing).items()
                if not name.startswith('_') and _is_trackable(part)}
    return None


def _is_trackable(thing):
    return isinstance(thing, tf.Variable) or hasattr(thing, 'save_own_variables') or (
        isinstance(thing, (list, tuple, dict, tf.Module, Checkpoint)))


def _leaves(thing, path, seen):
    """Variables and layers with their paths, each once."""
    if id(thing) in seen:
        return
    seen[id(thing)] = thing
    if isinstance(thing, tf.Variable) or hasattr(thing, 'save_own_variables'):
        yield path, thing
        return
    for name, part in (_parts(thing) or {}).items():
        yield from _leaves(part, f'{path}/{name}' if path else str(name), seen)


def _group(thing):
    if isinstance(thing, tf.Variable):
        return {'vars': {'0': thing.numpy()}}
    return states.groups(thing)[0]


def _restore(thing, members):
    if isinstance(thing, tf.Variable):
        return thing.assign(members[1]['vars'][1]['0'])
    if getattr(thing, 'built', True) is False:
        raise NotImplementedError('A checkpoint is restored once its layers have been built: call '
                                  'the model before restore().')
    states.load(thing, members)


class Checkpoint:
    def __init__(self, root=None, **kwargs):
        objects = dict(kwargs) if root is None else {'root': root, **kwargs}
        for name, thing in objects.items():
            if not _is_trackable(thing):
                raise ValueError(f'`Checkpoint` was expecting {name} to be a trackable object (an '
                                 f'object derived from `Trackable`), got {thing}. If you believe '
                                 'this object should be trackable (i.e. it is part of the '
                                 'TensorFlow Python API and manages state), please open an issue.')
            setattr(self, name, thing)
        self._objects = objects
        self.save_counter = tf.Variable(0, dtype=tf.int64, trainable=False, name='save_counter')

    def write(self, file_prefix, options=None):
        prefix = os.fspath(file_prefix)
        leaves = list(_leaves(self, '', {}))
        names = [path for path, _ in leaves]
        root = {str(place): _group(thing) for place, (_, thing) in enumerate(leaves)}
        root['counter'] = {'vars': {'0': np.int64(self.save_counter.numpy())}}
        _write(prefix + _INDEX, json.dumps(names).encode())
        _write(prefix + _DATA, _native.write_hdf5(root))
        return prefix

    def save(self, file_prefix, options=None):
        self.save_counter.assign_add(1)
        prefix = self.write(f'{os.fspath(file_prefix)}-{int(self.save_counter.numpy())}')
        _write_state(prefix, [prefix])
        return prefix

    def read(self, save_path, options=None):
        prefix = os.fspath(save_path)
        if not exists(prefix):
            raise _not_found(prefix)
        index = _read(prefix + _INDEX)
        if index == b'weights':
            for _, thing in _leaves(self, '', {}):
                read_weights(thing, prefix)
            return CheckpointLoadStatus()
        names = json.loads(index.decode())
        members = _native.read_hdf5(_read(prefix + _DATA))[1]
        for path, thing in _leaves(self, '', {}):
            if path in names:
                _restore(thing, members[str(names.index(path))])
        counter = members['counter'][1]['vars'][1]['0']
        self.save_counter.assign(int(np.asarray(counter).reshape(())))
        return CheckpointLoadStatus()

    def restore(self, save_path, options=None):
        return CheckpointLoadStatus() if save_path is None else self.read(save_path)


class CheckpointManager:
    def __init__(self, checkpoint, directory, max_to_keep, keep_checkpoint_every_n_hours=None,
                 checkpoint_name='ckpt', step_counter=None, checkpoint_interval=None,
                 init_fn=None):
        if max_to_keep is not None and max_to_keep <= 0:
            raise ValueError('Argument `max_to_keep` must be a positive integer or `None`, got '
                             f'{max_to_keep}.')
        self.checkpoint, self.directory = checkpoint, os.fspath(directory)
        self.checkpoint_interval = checkpoint_interval
        self._most, self._name, self._start = max_to_keep, checkpoint_name, init_fn
        self._prefix = os.path.join(self.directory, checkpoint_name)
        self._counter = step_counter
        last = latest_checkpoint(self.directory)
        self.checkpoints = [] if last is None else [last]

    @property
    def latest_checkpoint(self):
        return self.checkpoints[-1] if self.checkpoints else None

    def save(self, checkpoint_number=None, check_interval=True, options=None):
        if checkpoint_number is None:
            self.checkpoint.save_counter.assign_add(1)
            checkpoint_number = int(self.checkpoint.save_counter.numpy())
        prefix = self.checkpoint.write(f'{self._prefix}-{int(checkpoint_number)}')
        self.checkpoints = [path for path in self.checkpoints if path != prefix] + [prefix]
        while self._most is not None and len(self.checkpoints) > self._most:
            old = self.checkpoints.pop(0)
            for end in (_INDEX, _DATA):
                os.remove(old + end)
        _write_state(prefix, self.checkpoints)
        return prefix

    def restore_or_initialize(self):
        if self.latest_checkpoint is not None:
            self.checkpoint.restore(self.latest_checkpoint)
            return self.latest_checkpoint
        if self._start is not None:
            self._start()
        return None

    def sync(self):
        return None


class ExponentialMovingAverage:
    def __init__(self, decay, num_updates=None, zero_debias=False,
                 name='ExponentialMovingAverage'):
        self.name, self._decay, self._updates = name, decay, num_updates
        self._averages = {}

    def apply(self, var_list=None):
        decay = self._decay
        if self._updates is not None:
            steps = tf.cast(self._updates, tf.float32)
            decay = tf.minimum(decay, (1.0 + steps) / (10.0 + steps))
        for variable in var_list or ():
            if id(variable) not in self._averages:
                name = f"{variable.name.split(':')[0]}/{self.name}"
                made = tf.Variable(variable, trainable=False, name=name)
                self._averages[id(variable)] = variable, made
            _, average = self._averages[id(variable)]
            average.assign_sub((average - variable) * (1 - decay))

    def average(self, var):
        return self._averages[id(var)][1] if id(var) in self._averages else None

    def average_name(self, var):
        return f"{var.name.split(':')[0]}/{self.name}"
