from pprint import pformat, pprint
config = {"units": 64, "layers": [{"name": "simple_rnn", "activation": "tanh", "return_sequences": True}] * 2, "a": None}
pprint(config)  # expect: {'a': None,
# expect:  'layers': [{'activation': 'tanh',
# expect:              'name': 'simple_rnn',
# expect:              'return_sequences': True},
# expect:             {'activation': 'tanh',
# expect:              'name': 'simple_rnn',
# expect:              'return_sequences': True}],
# expect:  'units': 64}
pprint(config, width=40, sort_dicts=False)  # expect: {'units': 64,
# expect:  'layers': [{'name': 'simple_rnn',
# expect:              'activation': 'tanh',
# expect:              'return_sequences': True},
# expect:             {'name': 'simple_rnn',
# expect:              'activation': 'tanh',
# expect:              'return_sequences': True}],
# expect:  'a': None}
print(pformat({"b": {"c": [1, {"d": 2}]}}, depth=2), pformat({}), pformat((1,)))  # expect: {'b': {'c': [...]}} {} (1,)
