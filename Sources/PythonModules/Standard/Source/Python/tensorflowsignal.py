"""Frames, windows and Fourier transforms of signals."""
import math

import numpy as np
import tensorflow as tf

_KINDS = {"float32": tf.complex64, "float64": tf.complex128, "complex64": tf.complex64,
          "complex128": tf.complex128}


def _complex(values, dtype):
    return tf.cast(tf.constant(values), _KINDS[tf.as_dtype(dtype).name])


def fft(input, name=None):
    x = tf.convert_to_tensor(input)
    return _complex(np.fft.fft(x.numpy()), x.dtype)


def ifft(input, name=None):
    x = tf.convert_to_tensor(input)
    return _complex(np.fft.ifft(x.numpy()), x.dtype)


def fft2d(input, name=None):
    x = tf.convert_to_tensor(input)
    return _complex(np.fft.fft2(x.numpy()), x.dtype)


def ifft2d(input, name=None):
    x = tf.convert_to_tensor(input)
    return _complex(np.fft.ifft2(x.numpy()), x.dtype)


def rfft(input_tensor, fft_length=None, name=None):
    x = tf.convert_to_tensor(input_tensor)
    length = None if fft_length is None else int(tf.reshape(fft_length, [-1])[0])
    return _complex(np.fft.rfft(x.numpy(), length), x.dtype)


def irfft(input_tensor, fft_length=None, name=None):
    x = tf.convert_to_tensor(input_tensor)
    length = None if fft_length is None else int(tf.reshape(fft_length, [-1])[0])
    real = tf.float32 if x.dtype == tf.complex64 else tf.float64
    return tf.cast(tf.constant(np.fft.irfft(x.numpy(), length)), real)


def _shifted(x, axes, turn):
    x = tf.convert_to_tensor(x)
    axes = list(range(len(x.shape))) if axes is None else np.ravel(axes).tolist()
    return tf.roll(x, [turn(x.shape[axis]) for axis in axes], axes)


def fftshift(x, axes=None, name=None):
    return _shifted(x, axes, lambda length: length // 2)


def ifftshift(x, axes=None, name=None):
    return _shifted(x, axes, lambda length: -(length // 2))


def frame(signal, frame_length, frame_step, pad_end=False, pad_value=0, axis=-1, name=None):
    signal = tf.convert_to_tensor(signal)
    rank = len(signal.shape)
    axis = axis % rank
    frame_length, frame_step = int(frame_length), int(frame_step)
    length = signal.shape[axis]
    if pad_end:
        count = -(-length // frame_step)
        missing = max(0, (count - 1) * frame_step + frame_length - length)
        borders = [[0, missing if place == axis else 0] for place in range(rank)]
        signal = tf.pad(signal, borders, constant_values=pad_value)
    else:
        count = max(0, 1 + (length - frame_length) // frame_step)
    places = [[start * frame_step + i for i in range(frame_length)] for start in range(count)]
    places = tf.reshape(tf.constant(places, dtype=tf.int32), [count, frame_length])
    return tf.gather(signal, places, axis=axis)


def overlap_and_add(signal, frame_step, name=None):
    signal = tf.convert_to_tensor(signal)
    count, length = signal.shape[-2], signal.shape[-1]
    total = length + (count - 1) * frame_step
    lead = len(signal.shape) - 2
    parts = []
    for place in range(count):
        before = place * frame_step
        borders = [[0, 0]] * lead + [[before, total - before - length]]
        parts.append(tf.pad(signal[..., place, :], borders))
    return tf.add_n(parts)


def _raised_cosine(length, periodic, dtype, a, b):
    if length == 1:
        return tf.ones([1], dtype)
    even = 1 - length % 2
    n = length + int(bool(periodic) * even) - 1
    places = tf.range(length, dtype=dtype)
    return tf.cast(a - b * tf.cos(tf.constant(2 * math.pi, dtype) * places / n), dtype)


def hann_window(window_length, periodic=True, dtype=tf.float32, name=None):
    return _raised_cosine(int(window_length), periodic, dtype, 0.5, 0.5)


def hamming_window(window_length, periodic=True, dtype=tf.float32, name=None):
    return _raised_cosine(int(window_length), periodic, dtype, 0.54, 0.46)


def stft(signals, frame_length, frame_step, fft_length=None, window_fn=hann_window, pad_end=False,
         name=None):
    frames = frame(signals, frame_length, frame_step, pad_end=pad_end)
    if fft_length is None:
        fft_length = 1
        while fft_length < frame_length:
            fft_length *= 2
    if window_fn is not None:
        frames = frames * window_fn(frame_length, dtype=frames.dtype)
    return rfft(frames, [fft_length])
