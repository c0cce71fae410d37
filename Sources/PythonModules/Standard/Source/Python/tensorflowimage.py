"""What notes do with pictures: turning, cutting, resizing, and changing their values."""
import numpy as np
import tensorflow as tf


class ResizeMethod:
    BILINEAR, NEAREST_NEIGHBOR, BICUBIC, AREA = 'bilinear', 'nearest', 'bicubic', 'area'
    LANCZOS3, LANCZOS5, GAUSSIAN, MITCHELLCUBIC = 'lanczos3', 'lanczos5', 'gaussian', 'mitchellcubic'


def _picture(image):
    image = tf.convert_to_tensor(image)
    if len(image.shape) < 3:
        raise ValueError("'image' (shape %s) must be at least three-dimensional." % (image.shape,))
    return image


def flip_left_right(image):
    return tf.reverse(_picture(image), [-2])


def flip_up_down(image):
    return tf.reverse(_picture(image), [-3])


def transpose(image, name=None):
    image = _picture(image)
    axes = list(range(len(image.shape)))
    axes[-3], axes[-2] = axes[-2], axes[-3]
    return tf.transpose(image, axes)


def rot90(image, k=1, name=None):
    for _ in range(k % 4):
        image = flip_up_down(transpose(image))
    return image


def _weights(length, wanted):
    """For each new place, the two old ones around it and the share of the second."""
    scale = np.float32(length) / np.float32(wanted)
    places = (np.arange(wanted, dtype=np.float32) + np.float32(0.5)) * scale - np.float32(0.5)
    low = np.floor(places)
    share = (places - low).astype(np.float32)
    return (np.clip(low, 0, length - 1).astype(int), np.clip(low + 1, 0, length - 1).astype(int),
            share)


def resize(images, size, method='bilinear', preserve_aspect_ratio=False, antialias=False,
           name=None):
    images = _picture(images)
    height, width = int(images.shape[-3]), int(images.shape[-2])
    tall, wide = (int(part) for part in size)
    if preserve_aspect_ratio:
        scale = min(tall / height, wide / width)
        tall, wide = round(height * scale), round(width * scale)
    if method == 'nearest':
        rows = np.minimum((np.arange(tall) + 0.5) * height / tall, height - 1).astype(int)
        columns = np.minimum((np.arange(wide) + 0.5) * width / wide, width - 1).astype(int)
        return tf.gather(tf.gather(images, rows, axis=-3), columns, axis=-2)
    if method != 'bilinear' or antialias:
        raise NotImplementedError('tf.image.resize: bilinear and nearest are supported, without '
                                  'antialias')
    images = tf.cast(images, tf.float32)
    above, below, down = _weights(height, tall)
    left, right, across = _weights(width, wide)
    across = tf.reshape(across, [1, wide, 1])
    down = tf.reshape(down, [tall, 1, 1])

    def row(places):
        rows = tf.gather(images, places, axis=-3)
        first, second = tf.gather(rows, left, axis=-2), tf.gather(rows, right, axis=-2)
        return first + (second - first) * across

    top, bottom = row(above), row(below)
    return top + (bottom - top) * down


def crop_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    return _picture(image)[..., offset_height:offset_height + target_height,
                           offset_width:offset_width + target_width, :]


def pad_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    image = _picture(image)
    height, width = int(image.shape[-3]), int(image.shape[-2])
    borders = [[offset_height, target_height - offset_height - height],
               [offset_width, target_width - offset_width - width], [0, 0]]
    return tf.pad(image, [[0, 0]] * (len(image.shape) - 3) + borders)


def central_crop(image, central_fraction):
    image = _picture(image)
    if central_fraction <= 0.0 or central_fraction > 1.0:
        raise ValueError('central_fraction must be within (0, 1]')
    height, width = int(image.shape[-3]), int(image.shape[-2])
    top = int((height - height * central_fraction) / 2)
    left = int((width - width * central_fraction) / 2)
    return crop_to_bounding_box(image, top, left, height - 2 * top, width - 2 * left)


def resize_with_crop_or_pad(image, target_height, target_width):
    image = _picture(image)
    height, width = int(image.shape[-3]), int(image.shape[-2])
    top, left = max(height - target_height, 0) // 2, max(width - target_width, 0) // 2
    image = crop_to_bounding_box(image, top, left, min(height, target_height),
                                 min(width, target_width))
    return pad_to_bounding_box(image, max(target_height - height, 0) // 2,
                               max(target_width - width, 0) // 2, target_height, target_width)


def resize_with_pad(image, target_height, target_width, method='bilinear', antialias=False):
    image = _picture(image)
    height, width = int(image.shape[-3]), int(image.shape[-2])
    ratio = max(width / target_width, height / target_height)
    tall, wide = int(np.floor(height / ratio)), int(np.floor(width / ratio))
    top = max(0, int(np.floor((target_height - height / ratio) / 2)))
    left = max(0, int(np.floor((target_width - width / ratio) / 2)))
    return pad_to_bounding_box(resize(image, [tall, wide], method, antialias=antialias), top, left,
                               target_height, target_width)


def rgb_to_grayscale(images, name=None):
    images = tf.convert_to_tensor(images)
    values = convert_image_dtype(images, tf.float32)
    gray = tf.tensordot(values, tf.constant([0.2989, 0.587, 0.114]), [[-1], [0]])
    return convert_image_dtype(tf.expand_dims(gray, -1), images.dtype)


def grayscale_to_rgb(images, name=None):
    return tf.concat([images] * 3, -1)


def convert_image_dtype(image, dtype, saturate=False, name=None):
    image, dtype = tf.convert_to_tensor(image), tf.as_dtype(dtype)
    if image.dtype == dtype:
        return tf.identity(image)
    if image.dtype.is_integer and dtype.is_floating:
        return tf.cast(image, dtype) * (1.0 / image.dtype.max)
    if image.dtype.is_floating and dtype.is_integer:
        scaled = image * (dtype.max + 0.5)
        return tf.saturate_cast(scaled, dtype) if saturate else tf.cast(scaled, dtype)
    return tf.cast(image, dtype)


def per_image_standardization(image):
    image = tf.cast(_picture(image), tf.float32)
    count = tf.cast(tf.reduce_prod(image.shape[-3:]), tf.float32)
    mean = tf.reduce_mean(image, axis=[-1, -2, -3], keepdims=True)
    deviation = tf.math.reduce_std(image, axis=[-1, -2, -3], keepdims=True)
    return (image - mean) / tf.maximum(deviation, tf.math.rsqrt(count))


def adjust_brightness(image, delta):
    image = tf.convert_to_tensor(image)
    bright = convert_image_dtype(image, tf.float32) + tf.cast(delta, tf.float32)
    return convert_image_dtype(bright, image.dtype, saturate=True)


def adjust_contrast(images, contrast_factor):
    images = tf.convert_to_tensor(images)
    values = convert_image_dtype(images, tf.float32)
    mean = tf.reduce_mean(values, axis=[-3, -2], keepdims=True)
    return convert_image_dtype((values - mean) * contrast_factor + mean, images.dtype,
                               saturate=True)


def _pictures_in_files(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(
            "tf.%s is not available in nbrun: pictures come as arrays, for instance from np.load"
            % name)
    refuse.__name__ = name.split(".")[-1]
    return refuse


for _name in ("decode_jpeg", "decode_png", "decode_bmp", "decode_gif", "decode_image",
              "decode_and_crop_jpeg", "encode_jpeg", "encode_png", "extract_jpeg_shape"):
    globals()[_name] = _pictures_in_files("image." + _name)


def hsv_to_rgb(images, name=None):
    h, s, v = tf.unstack(tf.convert_to_tensor(images), axis=-1)
    six = h * 6.0
    parts = [tf.abs(six - 3.0) - 1.0, 2.0 - tf.abs(six - 2.0), 2.0 - tf.abs(six - 4.0)]
    parts = [tf.clip_by_value(part, 0.0, 1.0) for part in parts]
    return tf.stack([((part - 1.0) * s + 1.0) * v for part in parts], axis=-1)


def adjust_gamma(image, gamma=1, gain=1):
    image = tf.convert_to_tensor(image)
    kind = image.dtype
    scaled = convert_image_dtype(image, tf.float32) if kind.is_integer else image
    result = scaled ** gamma * gain
    return convert_image_dtype(result, kind, saturate=True) if kind.is_integer else result


def total_variation(images, name=None):
    images = tf.convert_to_tensor(images)
    down = images[..., 1:, :, :] - images[..., :-1, :, :]
    across = images[..., :, 1:, :] - images[..., :, :-1, :]
    axes = None if len(images.shape) == 3 else [1, 2, 3]
    return tf.reduce_sum(tf.abs(down), axes) + tf.reduce_sum(tf.abs(across), axes)


def psnr(a, b, max_val, name=None):
    a, b = (convert_image_dtype(part, tf.float32) for part in (a, b))
    peak = max_val / 255.0 if max_val > 1 else max_val
    error = tf.reduce_mean(tf.math.squared_difference(a, b), [-3, -2, -1])
    return 20.0 * tf.math.log(peak) / tf.math.log(10.0) - 10.0 / tf.math.log(10.0) * tf.math.log(
        error)


def image_gradients(image):
    image = tf.convert_to_tensor(image)
    down = image[:, 1:] - image[:, :-1]
    across = image[:, :, 1:] - image[:, :, :-1]
    return tf.pad(down, [[0, 0], [0, 1], [0, 0], [0, 0]]), tf.pad(
        across, [[0, 0], [0, 0], [0, 1], [0, 0]])


def random_flip_left_right(image, seed=None):
    image = _picture(image)
    return flip_left_right(image) if float(tf.random.uniform([], seed=seed)) < 0.5 else image


def random_flip_up_down(image, seed=None):
    image = _picture(image)
    return flip_up_down(image) if float(tf.random.uniform([], seed=seed)) < 0.5 else image


def random_brightness(image, max_delta, seed=None):
    return adjust_brightness(image, tf.random.uniform([], -max_delta, max_delta, seed=seed))


def random_contrast(image, lower, upper, seed=None):
    return adjust_contrast(image, tf.random.uniform([], lower, upper, seed=seed))


def random_crop(value, size, seed=None, name=None):
    value = tf.convert_to_tensor(value)
    size = [int(length) for length in np.ravel(size)]
    limits = [have - want + 1 for have, want in zip(value.shape, size)]
    draws = tf.random.uniform([len(size)], maxval=np.iinfo(np.int32).max, dtype=tf.int32, seed=seed)
    starts = [int(draw) % limit for draw, limit in zip(draws.numpy(), limits)]
    return tf.slice(value, starts, size)
