"""Keras objects as configurations, and configurations as objects again."""

import json

import numpy as np

_registered = {}
_scopes = []

_PLAIN = (str, int, float, bool, type(None))
_SPACES = ('layers', 'models', 'initializers', 'regularizers', 'constraints', 'losses', 'metrics',
           'optimizers', 'optimizers.schedules', 'optimizers.legacy')
_FUNCTION_SPACES = ('activations', 'losses', 'metrics')
# What layers tell of themselves without taking it.
_TOLD_ONLY = ('vocabulary_size', 'query_shape', 'key_shape', 'value_shape', 'has_input_vocabulary')


# Custom objects

def register_keras_serializable(package='Custom', name=None):
    """Makes a class or a function known to everything that is loaded."""
    def decorator(thing):
        registered = f'{package}>{name or thing.__name__}'
        if isinstance(thing, type) and not hasattr(thing, 'get_config'):
            raise ValueError('Cannot register a class that does not have a get_config() method.')
        if registered in _registered and _registered[registered] is not thing:
            # A cell that runs again defines its class again.
            del _registered[registered]
        _registered[registered] = thing
        return thing
    return decorator


def get_registered_name(obj):
    for name, thing in _registered.items():
        if thing is obj:
            return name
    return obj.__name__


def get_registered_object(name, custom_objects=None, module_objects=None):
    return _custom(name, custom_objects) or (module_objects or {}).get(name)


def get_custom_objects():
    return _registered


class CustomObjectScope:
    """Makes classes and functions known inside a `with`."""

    def __init__(self, *args):
        self.custom_objects = {}
        for objects in args:
            self.custom_objects.update(objects)

    def __enter__(self):
        _scopes.append(self.custom_objects)
        return self

    def __exit__(self, *args):
        _scopes.pop()


custom_object_scope = CustomObjectScope


def _custom(name, custom_objects=None):
    """The class or function that a program gave a name; None for other names."""
    for objects in [custom_objects or {}, *reversed(_scopes), _registered]:
        if name in objects:
            return objects[name]
    return None


# To configurations

def _is_own(cls):
    """Whether a class is Keras' own."""
    return cls.__module__.startswith('keras.src.')


def _public_module(cls):
    """The module under which Keras shows a class."""
    parts = cls.__module__.split('.')
    if parts[2] == 'engine':
        return 'keras' if parts[3] in ('sequential', 'training') else 'keras.layers'
    if parts[2] == 'optimizers' and len(parts) > 3 and parts[3] in ('schedules', 'legacy'):
        return 'keras.optimizers.' + parts[3]
    return 'keras.' + parts[2]


def serialize_keras_object(obj):
    """What an object can be made of again."""
    if isinstance(obj, np.generic):
        return obj.item()
    if isinstance(obj, _PLAIN):
        return obj
    if isinstance(obj, (list, tuple)):
        items = [serialize_keras_object(item) for item in obj]
        return tuple(items) if isinstance(obj, tuple) else items
    if isinstance(obj, dict):
        return {key: serialize_keras_object(value) for key, value in obj.items()}
    if isinstance(obj, bytes):
        return {'class_name': '__bytes__', 'config': {'value': obj.decode()}}
    if isinstance(obj, np.ndarray):
        return {'class_name': '__numpy__',
                'config': {'value': obj.tolist(), 'dtype': obj.dtype.name}}
    kind = type(obj).__name__
    if kind == 'TensorShape':
        return obj.as_list()
    if kind == 'DType':
        return obj.name
    if hasattr(obj, 'numpy'):
        return {'class_name': '__tensor__',
                'config': {'value': obj.numpy().tolist(), 'dtype': obj.dtype.name}}
    if hasattr(obj, 'get_config') and not isinstance(obj, type):
        return _object(obj)
    if hasattr(obj, '__name__'):
        return _function(obj)
    raise TypeError(f'Cannot serialize object {obj} of type {type(obj)}. To be serializable, '
                    'a class must implement the `get_config()` method.')


def _object(obj):
    cls = type(obj)
    config = obj.get_config()
    if not isinstance(config, dict):
        raise TypeError(f'The `get_config()` method of {obj} should return a dict. '
                        f'It returned: {config}')
    config = serialize_keras_object(config)
    if cls.__name__ in ('TFOpLambda', 'SlicingOpLambda', 'Functional') and _is_own(cls):
        module, registered = cls.__module__, cls.__name__
    elif _is_own(cls):
        module, registered = _public_module(cls), None
    else:
        module, registered = None, get_registered_name(cls)
    result = {'module': module, 'class_name': cls.__name__, 'config': config,
              'registered_name': registered}
    if hasattr(obj, 'get_build_config'):
        build = obj.get_build_config()
        if build is not None:
            result['build_config'] = serialize_keras_object(build)
    if hasattr(obj, 'get_compile_config'):
        compiled = obj.get_compile_config()
        if compiled is not None:
            result['compile_config'] = compiled
    return result


def _function(function):
    name = function.__name__
    if name == '<lambda>':
        return {'class_name': '__lambda__', 'config': {'value': None}}
    module = getattr(function, '__module__', None) or ''
    if module.startswith('keras.src.'):
        return {'module': 'keras.' + module.split('.')[2], 'class_name': 'function',
                'config': name, 'registered_name': name}
    return {'module': 'builtins', 'class_name': 'function', 'config': name,
            'registered_name': 'function'}


def json_text(config, **kwargs):
    """A configuration as JSON."""
    return json.dumps(config, default=serialize_keras_object, **kwargs)


# From configurations

def deserialize_keras_object(config, custom_objects=None, safe_mode=True, **kwargs):
    """The object that a configuration describes."""
    with CustomObjectScope(custom_objects or {}):
        if isinstance(config, dict) and config.get('class_name') and 'config' in config:
            _require_class(config)
        return restored(config, safe_mode)


def _require_class(config):
    """A class of the program's own that nobody knows is named with all that is known of it."""
    names = (config.get('registered_name'), config['class_name'])
    if 'module' in config and config['module'] is None and not any(map(_custom, names)):
        if config['class_name'][:2] != '__':
            raise _unknown_class(config)


def _unknown_class(config):
    return TypeError(
        f"Could not locate class '{config['class_name']}'. Make sure custom classes are decorated "
        f'with `@keras.saving.register_keras_serializable()`. Full object config: {config}')


def restored(config, safe_mode=True):
    if isinstance(config, str):
        return config
    if isinstance(config, (list, tuple)):
        return [restored(item, safe_mode) for item in config]
    if not isinstance(config, dict):
        return config
    if 'class_name' not in config or 'config' not in config:
        return {key: restored(value, safe_mode) for key, value in config.items()}
    name, inner = config['class_name'], config['config']
    if name in ('__tensor__', '__numpy__'):
        array = np.array(inner['value'], dtype=inner['dtype'])
        return array if name == '__numpy__' else tensorflow().constant(array)
    if name == '__bytes__':
        return inner['value'].encode()
    if name == '__tuple__':
        return tuple(restored(inner.get('value', config.get('items', [])), safe_mode))
    if name == '__lambda__':
        _refuse_lambda(safe_mode)
    if name == 'function':
        return _function_named(inner, config)
    return _built(_class(config), config, safe_mode)


def _refuse_lambda(safe_mode):
    if not safe_mode:
        raise NotImplementedError(
            'Saved models keep a `lambda` as machine code of Python, which is not run here. '
            'Write it as a function with a name, and pass that in `custom_objects`.')
    raise ValueError(
        'Requested the deserialization of a Lambda layer with a Python `lambda` inside it. This '
        'carries a potential risk of arbitrary code execution and thus it is disallowed by '
        'default. If you trust the source of the saved model, you can pass `safe_mode=False` to '
        'the loading function in order to allow Lambda layer loading.')


def keras():
    import keras as module
    return module


def tensorflow():
    import tensorflow as module
    return module


def _space(path):
    space = keras()
    for part in path.split('.'):
        space = getattr(space, part)
    return space


def _function_named(name, config):
    found = _custom(name)
    if found is not None:
        return found
    for path in _FUNCTION_SPACES:
        found = getattr(_space(path), name, None)
        if found is not None:
            return found
    raise TypeError(f"Could not locate function '{name}'. Make sure custom classes are decorated "
                    f'with `@keras.saving.register_keras_serializable()`. Full object config: '
                    f'{config}')


def _class(config):
    """The class of a configuration."""
    name = config['class_name']
    # Keras of old wrote its optimizers down as if they were a program's own.
    plain = name.split('>')[-1] if name.startswith('Custom>') else name
    for known in (config.get('registered_name'), name, plain):
        found = _custom(known) if known else None
        if found is not None:
            return found
    if 'module' in config and config['module'] is None:
        raise TypeError(
            f'Cannot deserialize object of type `{name}`. If `{name}` is a custom class, please '
            'register it using the `@keras.saving.register_keras_serializable()` decorator.')
    if plain == 'Functional' or plain == 'Model':
        return keras().Model
    module = (config.get('module') or '').replace('keras.', '', 1)
    spaces = (module, *_SPACES) if module in _SPACES else _SPACES
    for path in spaces:
        found = getattr(_space(path), plain, None)
        if isinstance(found, type):
            return found
    raise _unknown_class(config)


def _built(cls, config, safe_mode=True):
    if not hasattr(cls, 'from_config'):
        raise TypeError(f"Unable to reconstruct an instance of '{config['class_name']}' because "
                        'the class is missing a `from_config()` method. '
                        f'Full object config: {config}')
    inner = dict(config['config'] or {})
    if cls.__module__ == 'keras.src.losses':
        # The name of its function; the class says as much.
        inner.pop('fn', None)
    made = cls.from_config(inner)
    build = config.get('build_config')
    if build and hasattr(made, 'compile') and not made.built:
        made.build(_shapes(build['input_shape']))
    compiled = config.get('compile_config')
    if compiled:
        compile_from_config(made, compiled)
    return made


def _shapes(shape):
    """Shapes in lists as the tuples that `build` takes."""
    if shape and isinstance(shape[0], (list, tuple)):
        return [tuple(item) for item in shape]
    return tuple(shape)


def layer_from_config(cls, config):
    """A layer of a configuration of its own."""
    config = dict(config)
    if _is_own(cls):
        config = {key: restored(value) for key, value in config.items() if key not in _TOLD_ONLY}
    try:
        return cls(**config)
    except TypeError as mistake:
        raise TypeError(f"Error when deserializing class '{cls.__name__}' using config={config}."
                        f'\n\nException encountered: {mistake}')


def compile_from_config(model, config):
    """Compiles a model as one was that was saved."""
    arguments = {key: value for key, value in restored(config).items() if value is not None}
    model.compile(**arguments)
    if model.built and model.optimizer is not None:
        model.optimizer.build(model.trainable_variables)


def layer_named(config, custom_objects=None):
    """`keras.layers.deserialize`."""
    if not isinstance(config, dict):
        raise ValueError(f'Could not interpret layer configuration: {config}')
    return deserialize_keras_object(config, custom_objects)
