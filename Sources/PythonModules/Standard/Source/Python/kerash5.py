"""Models in HDF5 files as Keras of old made them: layer by layer, by the names of weights."""

import json
import sys
import warnings

import numpy as np

_VERSION = '2.15.0'
# More than this many bytes do not fit into one attribute.
_ATTRIBUTE_LIMIT = 64512


def _attributes(name, texts):
    """Texts as one attribute, or as several where they are too long for one."""
    if not texts:
        return {name: np.zeros(0)}
    width = max(len(text.encode()) for text in texts)
    if width > _ATTRIBUTE_LIMIT:
        raise RuntimeError('The following attributes cannot be saved to HDF5 file because they '
                           f'are larger than {_ATTRIBUTE_LIMIT} bytes: '
                           f'{[text for text in texts if len(text.encode()) == width]}')
    parts = 1
    while width * -(-len(texts) // parts) > _ATTRIBUTE_LIMIT:
        parts += 1
    if parts == 1:
        return {name: list(texts)}
    chunks = np.array_split(np.arange(len(texts)), parts)
    return {f'{name}{place}': [texts[index] for index in chunk]
            for place, chunk in enumerate(chunks)}


def _texts(attributes, name):
    """The texts of an attribute, or of the several it is in."""
    if name in attributes:
        return list(attributes[name])
    found, place = [], 0
    while f'{name}{place}' in attributes:
        found += list(attributes[f'{name}{place}'])
        place += 1
    return found


def _weights(layer):
    return layer.trainable_weights + layer.non_trainable_weights


def _variables_group(variables):
    names = [variable.name for variable in variables]
    return _attributes('weight_names', names), {
        name: variable.numpy() for name, variable in zip(names, variables)}


def weights_group(model):
    # Asked for, weights that are not there say why.
    model.weights
    layers = model.layers
    attributes = _attributes('layer_names', [layer.name for layer in layers])
    attributes['backend'] = 'tensorflow'
    attributes['keras_version'] = _VERSION
    groups = {layer.name: _variables_group(_weights(layer))
              for layer in sorted(layers, key=lambda layer: layer.name)}
    groups['top_level_model_weights'] = _variables_group(_native.own_variables(model))
    return attributes, groups


def _legacy(value):
    """A configuration as HDF5 files have it: without the modules."""
    if isinstance(value, dict):
        if 'class_name' in value and 'config' in value and 'module' in value:
            return {'class_name': value['class_name'], 'config': value['config']}
        return {key: _legacy(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_legacy(item) for item in value]
    return value


def _training_config(model):
    given = _native.compile_arguments(model)
    config = {name: _legacy(configurations.serialize_keras_object(given[name]))
              for name in ('loss', 'metrics', 'weighted_metrics', 'loss_weights')}
    if isinstance(config['metrics'], list) and len(model.outputs or [None]) == 1:
        config['metrics'] = [config['metrics']]
    optimizer = model.optimizer
    config['optimizer_config'] = {
        'class_name': 'Custom>' + type(optimizer).__name__,
        'config': configurations.serialize_keras_object(optimizer.get_config())}
    return config


def data_of(model, include_optimizer=True):
    """The file of a model."""
    if _native.kind(model) == 'Model':
        raise NotImplementedError(
            'Saving the model to HDF5 format requires the model to be a Functional model or a '
            'Sequential model. It does not work for subclassed models, because such models are '
            "defined via the body of a Python method, which isn't safely serializable. Consider "
            'saving to the Tensorflow SavedModel format (by setting save_format="tf") or using '
            '`save_weights`.')
    warnings.warn('You are saving your model as an HDF5 file via `model.save()`. This file format '
                  'is considered legacy. We recommend using instead the native Keras format, e.g. '
                  "`model.save('my_model.keras')`.", stacklevel=3)
    weights = weights_group(model)
    config = {'class_name': type(model).__name__,
              'config': graphs.model_config(model, legacy=True)}
    attributes = {'backend': 'tensorflow', 'keras_version': _VERSION,
                  'model_config': configurations.json_text(config)}
    groups = {'model_weights': weights}
    if include_optimizer and model.optimizer is not None:
        attributes['training_config'] = configurations.json_text(_training_config(model))
        groups['optimizer_weights'] = _variables_group(model.optimizer.variables)
    return _native.write_hdf5((attributes, groups))


def _member(group, path):
    """A group or an array below a group."""
    for part in path.split('/'):
        members = group[1] if isinstance(group, tuple) else {}
        if part not in members:
            raise KeyError(f"Unable to synchronously open object (object '{part}' doesn't exist)")
        group = members[part]
    return group


def _arrays(group):
    return [_member(group, name) for name in _texts(group[0], 'weight_names')]


def load(data, path, custom_objects, compile):
    """The model of a file."""
    root = _native.read_hdf5(data)
    config = root[0].get('model_config')
    if config is None:
        raise ValueError(f'No model config found in the file at {path}.')
    model = configurations.deserialize_keras_object(json.loads(config), custom_objects)
    load_group(_member(root, 'model_weights'), model)
    if not compile:
        return model
    training = root[0].get('training_config')
    if training is None:
        _warn('No training configuration found in the save file, so the model was *not* compiled. '
              'Compile it manually.')
        return model
    with configurations.CustomObjectScope(custom_objects or {}):
        _compile_h5(model, json.loads(training))
    if 'optimizer_weights' in root[1]:
        model.optimizer.build(model.trainable_variables)
        arrays = _arrays(root[1]['optimizer_weights'])
        if len(arrays) == len(model.optimizer.variables):
            model.optimizer.set_weights(arrays)
        else:
            _warn('Error in loading the saved optimizer state. As a result, your model is '
                  'starting with a freshly initialized optimizer.')
    return model


def _warn(message):
    print('WARNING:tensorflow:' + message, file=sys.stderr)


def _compile_h5(model, config):
    arguments = {'optimizer': configurations.deserialize_keras_object(config['optimizer_config'])}
    for name in ('loss', 'loss_weights'):
        arguments[name] = configurations.deserialize_keras_object(config.get(name))
    for name in ('metrics', 'weighted_metrics'):
        arguments[name] = _metrics(config.get(name), model)
    model.compile(**arguments)


def _metrics(value, model):
    """Metrics of a file: functions are named after what they count and which output they see."""
    if isinstance(value, list):
        found = [_metrics(item, model) for item in value if item is not None]
        isalone = len(found) == 1 and isinstance(found[0], list)
        return found[0] if isalone else found
    if not isinstance(value, dict):
        return value
    if 'class_name' not in value:
        return {key: _metrics(item, model) for key, item in value.items()}
    if value['class_name'] != 'MeanMetricWrapper':
        return configurations.deserialize_keras_object(value)
    function = value['config'].get('fn')
    name = value['config'].get('name') or function
    for output in getattr(model, 'output_names', None) or ():
        name = name.removeprefix(output + '_')
    if name in ('accuracy', 'acc', 'mae', 'mse', 'mape', 'msle'):
        return name
    found = configurations.deserialize_keras_object(function)
    return found


def load_group(group, model):
    """Weights by the order of the layers that have some."""
    layers = [layer for layer in model.layers if _weights(layer)]
    names = [name for name in _texts(group[0], 'layer_names')
             if _texts(_member(group, name)[0], 'weight_names')]
    if len(names) != len(layers):
        raise ValueError('Layer count mismatch when loading weights from file. '
                         f'Model expected {len(layers)} layers, found {len(names)} saved layers.')
    pairs = []
    for place, (layer, name) in enumerate(zip(layers, names)):
        arrays, variables = _arrays(_member(group, name)), _weights(layer)
        if len(arrays) != len(variables):
            raise ValueError(
                f'Weight count mismatch for layer #{place} (named {layer.name} in the current '
                f'model, {name} in the save file). Layer expects {len(variables)} weight(s). '
                f'Received {len(arrays)} saved weight(s)')
        pairs += zip(variables, arrays)
    if 'top_level_model_weights' in group[1]:
        arrays = _arrays(group[1]['top_level_model_weights'])
        variables = _native.own_variables(model)
        if len(arrays) != len(variables):
            raise ValueError(
                'Weight count mismatch for top-level weights when loading weights from file. '
                f'Model expects {len(variables)} top-level weight(s). '
                f'Received {len(arrays)} saved top-level weight(s)')
        pairs += zip(variables, arrays)
    for variable, array in pairs:
        states.require_shape(variable, array)
    for variable, array in pairs:
        variable.assign(array)


def load_group_by_name(group, model, skip_mismatch):
    """Weights of the layers whose names are in the file."""
    def refuse(text):
        if not skip_mismatch:
            raise ValueError(text[0] + text[1])
        _warn('Skipping loading of weights for ' + text[2] + text[1])

    pairs = []
    for place, name in enumerate(_texts(group[0], 'layer_names')):
        arrays = _arrays(_member(group, name))
        for layer in [layer for layer in model.layers if layer.name == name]:
            variables, where = _weights(layer), f'layer #{place} (named {layer.name})'
            if len(arrays) != len(variables):
                refuse((f'Weight count mismatch for {where}. ',
                        f'Layer expects {len(variables)} weight(s). '
                        f'Received {len(arrays)} saved weight(s)',
                        f'{where} due to mismatch in number of weights. '))
                continue
            for variable, array in zip(variables, arrays):
                if tuple(variable.shape) == np.shape(array):
                    pairs.append((variable, array))
                    continue
                refuse((f'Shape mismatch in {where} for weight {variable.name}. ',
                        f'Weight expects shape {tuple(variable.shape)}. '
                        f'Received saved weight with shape {np.shape(array)}',
                        f'{where} due to mismatch in shape for weight {variable.name}. '))
    for variable, array in pairs:
        variable.assign(array)
