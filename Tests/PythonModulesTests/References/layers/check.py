import json
import numpy as np
import tensorflow as tf
from tensorflow import keras


def values(shape, shift):
    return (np.sin(np.arange(int(np.prod(shape))) * 0.7 + shift) * 0.8).reshape(shape)


def loss_of(layer, x, keywords):
    return tf.reduce_sum(tf.sin(layer(x, **keywords) * 1.3))


def made(case, dtype):
    """A layer with the weights of the reference, and what it is called with."""
    arguments = {name: tuple(value) if isinstance(value, list) and name != 'axis' else value
                 for name, value in case['arguments'].items()}
    layer = getattr(keras.layers, case['layer'])(dtype=dtype, **arguments)
    x = tf.constant(values(case['input'], .3), dtype)
    keywords = {}
    if case['masked']:
        keywords['mask'] = tf.constant([[True, True, False, True], [True, True, True, False]])
    layer(x, **keywords)
    layer.set_weights([np.abs(values(w.shape, i + 1)) + .5 if 'variance' in w.name
                       else values(w.shape, i + 1) for i, w in enumerate(layer.weights)])
    return layer, x, keywords


def gradients(layer, x, keywords):
    with tf.GradientTape() as tape:
        tape.watch(x)
        loss = loss_of(layer, x, keywords)
    return tape.gradient(loss, [x] + layer.trainable_weights)


def differs_from_tensorflow(case):
    layer, x, keywords = made(case, 'float32')
    y = layer(x, **keywords)
    if list(y.shape) != case['shape'] or not np.allclose(
            y.numpy().ravel(), case['output'], rtol=2e-4, atol=2e-5):
        return 'output'
    for place, (found, wanted) in enumerate(zip(gradients(layer, x, keywords), case['gradients'])):
        if not np.allclose(tf.convert_to_tensor(found).numpy().ravel(), wanted, rtol=1e-3, atol=1e-4):
            return f'gradient {place}'
    return None


def differs_from_differences(case):
    """Along one direction through input and weights the derivative is the difference quotient."""
    layer, x, keywords = made(case, 'float64')
    found = [tf.convert_to_tensor(g).numpy() for g in gradients(layer, x, keywords)]
    steps = [values(g.shape, 5 + i) for i, g in enumerate(found)]
    slope = sum(float((g * s).sum()) for g, s in zip(found, steps))
    weights = [w.numpy() for w in layer.trainable_weights]

    def at(distance):
        for variable, w, step in zip(layer.trainable_weights, weights, steps[1:]):
            variable.assign(w + distance * step)
        return float(loss_of(layer, x + distance * steps[0], keywords))

    quotient = (at(1e-6) - at(-1e-6)) / 2e-6
    if abs(quotient - slope) > 1e-5 * max(1, abs(slope)):
        return f'slope {slope}, differences {quotient}'
    return None


def check(differs):
    with open('layers.json') as file:
        cases = json.load(file)
    count = 0
    for case in cases:
        try:
            found = differs(case)
        except Exception as mistake:
            found = f'{type(mistake).__name__} {mistake}'
        count += 1
        if found is not None:
            print(case['layer'], case['arguments'], case['masked'], found)
    print(f'{count} cases')
