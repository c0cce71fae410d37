# Seconds of a thousand iterations of a character model written in NumPy: forward, backward, Adagrad.
import time

import numpy as np

text = "the quick brown fox jumps over the lazy dog, and then it sleeps. " * 40
letters = sorted(set(text))
places = {letter: place for place, letter in enumerate(letters)}
vocabulary, hidden, steps, rate = len(letters), 100, 25, 0.1

np.random.seed(1)
Wxh = np.random.randn(hidden, vocabulary) * 0.01
Whh = np.random.randn(hidden, hidden) * 0.01
Why = np.random.randn(vocabulary, hidden) * 0.01
bh = np.zeros((hidden, 1))
by = np.zeros((vocabulary, 1))
weights = [Wxh, Whh, Why, bh, by]
memories = [np.zeros_like(weight) for weight in weights]


def loss_and_gradients(inputs, targets, h):
    xs, hs, ps = {}, {-1: np.copy(h)}, {}
    loss = 0
    for t in range(len(inputs)):
        xs[t] = np.zeros((vocabulary, 1))
        xs[t][inputs[t]] = 1
        hs[t] = np.tanh(np.dot(Wxh, xs[t]) + np.dot(Whh, hs[t - 1]) + bh)
        y = np.dot(Why, hs[t]) + by
        ps[t] = np.exp(y) / np.sum(np.exp(y))
        loss += -np.log(ps[t][targets[t], 0])
    dWxh, dWhh, dWhy = np.zeros_like(Wxh), np.zeros_like(Whh), np.zeros_like(Why)
    dbh, dby = np.zeros_like(bh), np.zeros_like(by)
    carried = np.zeros_like(hs[0])
    for t in reversed(range(len(inputs))):
        dy = np.copy(ps[t])
        dy[targets[t]] -= 1
        dWhy += np.dot(dy, hs[t].T)
        dby += dy
        dh = np.dot(Why.T, dy) + carried
        raw = (1 - hs[t] * hs[t]) * dh
        dbh += raw
        dWxh += np.dot(raw, xs[t].T)
        dWhh += np.dot(raw, hs[t - 1].T)
        carried = np.dot(Whh.T, raw)
    gradients = [dWxh, dWhh, dWhy, dbh, dby]
    for gradient in gradients:
        np.clip(gradient, -5, 5, out=gradient)
    return loss, gradients, hs[len(inputs) - 1]


start = time.perf_counter()
h, position = np.zeros((hidden, 1)), 0
for iteration in range(1000):
    if position + steps + 1 >= len(text):
        h, position = np.zeros((hidden, 1)), 0
    inputs = [places[letter] for letter in text[position : position + steps]]
    targets = [places[letter] for letter in text[position + 1 : position + steps + 1]]
    loss, gradients, h = loss_and_gradients(inputs, targets, h)
    for weight, gradient, memory in zip(weights, gradients, memories):
        memory += gradient * gradient
        weight -= rate * gradient / np.sqrt(memory + 1e-8)
    position += steps
print(time.perf_counter() - start, loss)
