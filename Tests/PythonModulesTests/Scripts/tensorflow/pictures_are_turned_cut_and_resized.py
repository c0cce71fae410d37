import tensorflow as tf

x = tf.reshape(tf.range(12.), [2, 2, 3])
print(tf.image.flip_left_right(x)[0].numpy().tolist(), tf.image.flip_up_down(x)[0, 0].numpy())  # expect: [[3.0, 4.0, 5.0], [0.0, 1.0, 2.0]] [6. 7. 8.]
print(tf.image.rgb_to_grayscale(x)[..., 0].numpy())  # expect: [[0.815  3.8147]
# expect:  [6.8144 9.8141]]
print(tf.image.resize(x, [4, 4])[0, :, 0].numpy(), tf.image.resize(x, [3, 3], method='nearest')[:, :, 0].numpy().tolist())  # expect: [0.   0.75 2.25 3.  ] [[0.0, 3.0, 3.0], [6.0, 9.0, 9.0], [6.0, 9.0, 9.0]]
print(tf.image.resize(x, [1, 3])[0, :, 1].numpy())  # expect: [4.  5.5 7. ]
print(tf.image.convert_image_dtype(tf.constant([[[0, 128, 255]]], tf.uint8), tf.float32).numpy())  # expect: [[[0.        0.5019608 1.       ]]]
print(tf.image.per_image_standardization(x)[0, 0].numpy(), tf.image.central_crop(tf.ones([4, 4, 1]), .5).shape)  # expect: [-1.593255  -1.3035723 -1.0138896] (2, 2, 1)
print(tf.image.resize_with_pad(x, 3, 4).shape, tf.image.rot90(x)[..., 0].numpy().tolist(), tf.image.transpose(x)[0, :, 0].numpy())  # expect: (3, 4, 3) [[3.0, 9.0], [0.0, 6.0]] [0. 6.]
print(tf.image.adjust_brightness(x, .1)[0, 0].numpy(), tf.image.grayscale_to_rgb(tf.ones([1, 1, 1])).numpy().tolist())  # expect: [0.1 1.1 2.1] [[[1.0, 1.0, 1.0]]]
print(tf.image.pad_to_bounding_box(x, 1, 0, 3, 2)[:, 0, 0].numpy(), tf.image.crop_to_bounding_box(x, 0, 1, 1, 1).numpy().tolist())  # expect: [0. 0. 6.] [[[3.0, 4.0, 5.0]]]
print(tf.image.resize_with_crop_or_pad(x, 1, 3)[0, :, 0].numpy(), tf.image.adjust_contrast(x, 2.)[0, 0].numpy())  # expect: [0. 3. 0.] [-4.5 -3.5 -2.5]
