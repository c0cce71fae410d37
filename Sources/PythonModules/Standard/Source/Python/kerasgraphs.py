"""Models as configurations: their layers, and the calls between them."""

import json
import operator

def model_config(model, legacy=False):
    """What a model is made of; `legacy` names its layers as HDF5 files do."""
    def layer_config(layer):
        config = configurations.serialize_keras_object(layer)
        if legacy:
            return {'class_name': config['class_name'], 'config': config['config']}
        return config

    kind = _native.kind(model)
    if kind == 'Sequential':
        return {'name': model.name,
                'layers': [layer_config(layer) for layer in _native.all_layers(model)]}
    if kind == 'Functional':
        return _functional_config(model, layer_config)
    return _native.recorded(model)


def _functional_config(model, layer_config):
    inputs, outputs, layers = _native.graph(model)
    config = {'name': model.name, 'trainable': model.trainable, 'layers': []}
    for layer, nodes in layers:
        one = layer_config(layer)
        one['name'] = layer.name
        one['inbound_nodes'] = [_node_config(layer, *node) for node in nodes]
        config['layers'].append(one)
    config['input_layers'] = _places(inputs)
    config['output_layers'] = _places(outputs)
    return config


def _is_symbol(value):
    return isinstance(value, tuple) and len(value) == 4 and value[0] == '\0symbol'


def _places(value):
    """Where symbols come from, in their nesting; one alone in a list."""
    def place(value):
        if _is_symbol(value):
            return list(value[1:])
        if isinstance(value, dict):
            return {key: place(item) for key, item in value.items()}
        return [place(item) for item in value]
    return [place(value)] if _is_symbol(value) else place(value)


def _node_config(layer, first, others):
    arguments = {name: _argument(value) for name, value in others}
    # Flags that are not set are not told: a call that does not name them means the same.
    arguments = {name: value for name, value in arguments.items()
                 if value is not False or name == 'training'}

    def place(value):
        if _is_symbol(value):
            return [*value[1:], arguments]
        if isinstance(value, dict):
            return {key: place(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [place(item) for item in value]
        return ['_CONSTANT_VALUE', -1, configurations.serialize_keras_object(value), arguments]

    is_operation = type(layer).__name__ in ('TFOpLambda', 'SlicingOpLambda')
    isalone = _is_symbol(first) and not is_operation
    return [place(first)] if isalone else place(first)


def _argument(value):
    if _is_symbol(value):
        return list(value[1:])
    if isinstance(value, slice):
        return {'start': value.start, 'stop': value.stop, 'step': value.step}
    if isinstance(value, (list, tuple)):
        return [_argument(item) for item in value]
    if hasattr(value, 'numpy') and value.shape.rank == 0:
        return value.numpy().item()
    if value is Ellipsis:
        return {'class_name': '__ellipsis__', 'config': {}}
    return configurations.serialize_keras_object(value)


def model_from_config(cls, config, custom_objects=None):
    """`from_config` of models."""
    with configurations.CustomObjectScope(custom_objects or {}):
        return _rebuilt(cls, config, configurations.restored)


def _rebuilt(cls, config, make):
    """A model whose layers are made by `make`."""
    if 'layers' not in config:
        return cls(**config)
    if 'input_layers' in config:
        inputs, outputs = _Network(config, make).ends()
        return cls(inputs=inputs, outputs=outputs, name=config.get('name'))
    model = cls(name=config.get('name'))
    for one in config['layers']:
        model.add(make(one))
    if config.get('build_input_shape') and not model.built:
        model.build(tuple(config['build_input_shape']))
    return model


class _Network:
    """The calls of a functional model, made again one after the other."""

    def __init__(self, config, make):
        self.config = config
        self.make = make
        self.layers = {}
        self.results = {}
        pending = []
        for one in config['layers']:
            name = one.get('name') or one['config']['name']
            if one['class_name'] in ('TFOpLambda', 'SlicingOpLambda'):
                self.layers[name] = one
            else:
                self.layers[name] = make(one)
            if not one['inbound_nodes']:
                self.results[name, 0] = _flat(self.layers[name].output)
            pending += [(name, index, node) for index, node in enumerate(one['inbound_nodes'])]
        while pending:
            waiting = [call for call in pending if not self._run(*call)]
            if len(waiting) == len(pending):
                raise ValueError('The saved model calls layers with what no layer gives: '
                                 f'{waiting[0][0]}.')
            pending = waiting

    def ends(self):
        return tuple(self._alone(self._tensors(self.config[key]))
                     for key in ('input_layers', 'output_layers'))

    def _alone(self, value):
        return value[0] if isinstance(value, list) and len(value) == 1 else value

    def _is_place(self, value):
        return (isinstance(value, (list, tuple)) and len(value) in (3, 4)
                and isinstance(value[0], str) and isinstance(value[1], int)
                and (value[0] in self.layers or value[0] == '_CONSTANT_VALUE'))

    def _tensors(self, value):
        """Places as the tensors there."""
        if self._is_place(value):
            if value[0] == '_CONSTANT_VALUE':
                return configurations.restored(value[2])
            return self.results[value[0], value[1]][value[2]]
        if isinstance(value, dict):
            if 'class_name' in value and 'config' in value:
                if value['class_name'] == '__ellipsis__':
                    return Ellipsis
                return configurations.restored(value)
            return {key: self._tensors(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self._tensors(item) for item in value]
        return value

    def _arguments(self, node):
        """What a call was given beside its first argument."""
        if self._is_place(node):
            return node[3] if len(node) > 3 else {}
        for item in (node.values() if isinstance(node, dict) else node):
            if isinstance(item, (list, tuple, dict)):
                return self._arguments(item)
        return {}

    def _run(self, name, index, node):
        """Makes a call, if all that it needs is there."""
        try:
            first = self._tensors(node)
            arguments = self._tensors(self._arguments(node))
        except KeyError:
            return False
        layer = self.layers[name]
        if isinstance(layer, dict):
            result = _operation(layer, first, arguments)
            _native.rename(result, name)
        else:
            arguments = {key: value for key, value in arguments.items() if value is not None}
            result = layer(self._alone(first), **arguments)
        self.results[name, index] = _flat(result)
        return True


def _flat(value):
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in _flat(item)]
    if isinstance(value, (list, tuple)):
        return [leaf for item in value for leaf in _flat(item)]
    return [value]


_OPERATORS = {'add': operator.add, 'radd': lambda x, y: y + x, 'eq': operator.eq,
              'ne': operator.ne}


def _operation(config, first, arguments):
    """Calls a function of TensorFlow as a saved model names it."""
    path = config['config']['function']
    if path == '__operators__.getitem':
        return first[_slices(arguments['slice_spec'])]
    if path.startswith('__operators__.'):
        return _OPERATORS[path.split('.')[1]](first, arguments['y'])
    function = configurations.keras() if path.startswith('keras.') else configurations.tensorflow()
    for part in path.removeprefix('keras.').split('.'):
        function = getattr(function, part)
    return function(first, **{key: value for key, value in arguments.items() if value is not None})


def _slices(spec):
    def one(item):
        if isinstance(item, dict):
            return slice(item['start'], item['stop'], item['step'])
        return item
    return tuple(one(item) for item in spec) if isinstance(spec, list) else one(spec)


def updated_config(model):
    return {'class_name': type(model).__name__, 'config': model.get_config(),
            'keras_version': '2.15.0', 'backend': 'tensorflow'}


def to_json(model, **kwargs):
    return configurations.json_text(updated_config(model), **kwargs)


def model_from_json(json_string, custom_objects=None):
    return configurations.deserialize_keras_object(json.loads(json_string), custom_objects)


def model_from_description(config, custom_objects=None):
    """`keras.models.model_from_config`."""
    if isinstance(config, list):
        raise TypeError('`model_from_config` expects a dictionary, not a list. '
                        f'Received: config={config}. Did you meant to use '
                        '`Sequential.from_config(config)`?')
    return configurations.deserialize_keras_object(config, custom_objects)


def clone_model(model, input_tensors=None, clone_function=None):
    """A model of the same layers with weights of its own."""
    config = model_config(model)
    if 'layers' not in config:
        raise ValueError('Expected `model` argument to be a `Model` instance, got a subclassed '
                         f'model instead: {model}.')

    def make(one):
        if clone_function is None or one['class_name'] == 'InputLayer':
            return configurations.restored(one)
        return clone_function(model.get_layer(one['config']['name']))

    return _rebuilt(type(model), config, make)
