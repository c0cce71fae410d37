"""The variables of models in groups, by the names of what holds them."""

import sys
import warnings

import numpy as np


class _Part:
    """Variables that Keras keeps in layers inside a layer, where there are none here."""

    def __init__(self, variables):
        self.variables = variables

    def save_own_variables(self, store):
        for place, variable in enumerate(self.variables):
            store[str(place)] = variable.numpy()

    def load_own_variables(self, store):
        _assign_all(self.variables, store)


def _projections(layer):
    """The four projections of a MultiHeadAttention."""
    variables = _native.own_variables(layer)
    count = len(variables) // 4
    names = ('_query_dense', '_key_dense', '_value_dense', '_output_dense')
    return [(name, _Part(variables[place * count:(place + 1) * count]))
            for place, name in enumerate(names)]


_CHILDREN = {'Model': ('optimizer', 'metrics', 'layers'), 'RNN': ('cell',),
             'StackedRNNCells': ('cells',), 'TimeDistributed': ('layer',),
             'Bidirectional': ('layer', 'forward_layer', 'backward_layer')}


def _is_whole(layer):
    """Whether the variables of a layer are Keras' layers inside, and not its own."""
    return type(layer).__name__ in ('MultiHeadAttention', 'ConvLSTM1D', 'ConvLSTM2D')


def _children(thing):
    """What a thing with variables is made of, by the names of its attributes."""
    if isinstance(thing, _Part):
        return
    if type(thing).__name__.startswith('ConvLSTM'):
        yield 'cell', _Part(_native.own_variables(thing))
    if type(thing).__name__ == 'MultiHeadAttention':
        yield from _projections(thing)
    names = set(_native.attributes(thing))
    for cls in type(thing).__mro__:
        names.update(_CHILDREN.get(cls.__name__, ()))
    for name in sorted(names, reverse=True):
        child = getattr(thing, name, None)
        if child is not None and not name.startswith('_keras'):
            yield name, child


def _has_variables(thing):
    return hasattr(thing, 'save_own_variables') and not isinstance(thing, type)


def _walk(thing, path, seen, visit):
    """Visits a thing and its parts, each with its path."""
    if id(thing) in seen:
        return
    seen[id(thing)] = thing
    visit(thing, path)
    for name, child in _children(thing):
        inner = f'{path}/{name}' if path else name
        if _has_variables(child):
            _walk(child, inner, seen, visit)
        elif isinstance(child, (list, tuple, dict, set)):
            _walk_items(child.values() if isinstance(child, dict) else child, inner, seen, visit)


def _walk_items(items, path, seen, visit):
    counts = {}
    for item in items:
        if not _has_variables(item) or id(item) in seen:
            continue
        name = _native.snake_case(type(item).__name__)
        if name in counts:
            counts[name] += 1
            name = f'{name}_{counts[name]}'
        else:
            counts[name] = 0
        _walk(item, f'{path}/{name}', seen, visit)


def save_own_variables(layer, store):
    """Every layer's way to keep its variables."""
    if not _is_whole(layer):
        _Part(_native.own_variables(layer)).save_own_variables(store)


def load_own_variables(layer, store):
    own = [] if _is_whole(layer) else _native.own_variables(layer)
    if len(store) != len(own):
        raise ValueError(f"Layer '{layer.name}' expected {len(own)} variables, but received "
                         f'{len(store)} variables during loading. '
                         f'Expected: {[variable.name for variable in own]}')
    _assign_all(own, store)


def save_optimizer_variables(optimizer, store):
    _Part(optimizer.variables).save_own_variables(store)


def load_optimizer_variables(optimizer, store):
    own = optimizer.variables
    if len(store) != len(own):
        message = (f"Skipping variable loading for optimizer '{optimizer.name}', because it has "
                   f'{len(own)} variables whereas the saved optimizer has {len(store)} '
                   'variables. ')
        if not own:
            message += ('This is likely because the optimizer has not been called/built yet.')
        print('WARNING:absl:' + message, file=sys.stderr)
        return
    _assign_all(own, store)


def save_metric_variables(metric, store):
    _Part(metric.variables).save_own_variables(store)


def load_metric_variables(metric, store):
    own = metric.variables
    if len(store) != len(own):
        raise ValueError(f"Metric '{metric.name}' expected {len(own)} variables, but received "
                         f'{len(store)} variables during loading. '
                         f'Expected: {[variable.name for variable in own]}')
    _assign_all(own, store)


def _assign_all(variables, store):
    for place, variable in enumerate(variables):
        if str(place) not in store:
            raise KeyError("Unable to synchronously open object (object "
                           f"'{place}' doesn't exist)")
        _assign(variable, store[str(place)])


def require_shape(variable, value):
    if tuple(variable.shape) != np.shape(value):
        raise ValueError(f"Cannot assign value to variable ' {variable.name}': Shape mismatch."
                         f'The variable shape {variable.shape}, and the assigned value shape '
                         f'{np.shape(value)} are incompatible.')


def _assign(variable, value):
    require_shape(variable, value)
    variable.assign(value)


def groups(model):
    """The groups of a model's variables, and its vocabularies by path."""
    root, assets = {}, {}

    def visit(thing, path):
        group = root
        for part in path.split('/') if path else ():
            group = group.setdefault(part, {})
        thing.save_own_variables(group.setdefault('vars', {}))
        if hasattr(thing, 'get_vocabulary'):
            text = '\n'.join(str(token) for token in thing.get_vocabulary()).encode()
            if type(thing).__name__ == 'TextVectorization':
                assets[f'{path}/_lookup_layer/vocabulary.txt'] = text
            assets[f'{path}/vocabulary.txt'] = text

    _walk(model, '', {}, visit)
    return root, assets


def load(model, root, assets=None, skip_mismatch=False):
    members = root[1]
    if 'vars' not in members:
        raise KeyError("Unable to synchronously open object (object 'vars' doesn't exist)")

    def visit(thing, path):
        group = members
        for part in path.split('/') if path else ():
            group = group.get(part, ({}, {}))
            group = group[1] if isinstance(group, tuple) else {}
        store = group.get('vars', ({}, {}))[1]
        try:
            thing.load_own_variables(store)
        except Exception as mistake:
            if not skip_mismatch:
                raise
            warnings.warn(f'Could not load weights in object {thing}. Skipping object. '
                          f'Exception encountered: {mistake}', stacklevel=2)
        text = (assets or {}).get(f'assets/{path}/vocabulary.txt')
        if text is not None and hasattr(thing, 'set_vocabulary'):
            _set_vocabulary(thing, text.decode().split('\n'))

    _walk(model, '', {}, visit)


def _set_vocabulary(layer, tokens):
    special = [token for token in layer.get_vocabulary() if token in ('', '[UNK]')]
    if tokens[:len(special)] == special:
        tokens = tokens[len(special):]
    if tokens:
        layer.set_vocabulary(tokens)
