import tensorflow as tf
x, y, s = tf.constant([1, 2]), tf.constant([1., 2.]), tf.constant(['a', 'b'])


def told(function):
    try:
        function()
    except Exception as mistake:
        print(type(mistake).__name__, mistake)


told(lambda: x * 1.5)  # expect: TypeError Cannot convert 1.5 to EagerTensor of dtype int32
told(lambda: 1.5 - x)  # expect: TypeError Cannot convert 1.5 to EagerTensor of dtype int32
told(lambda: x == 1.5)  # expect: TypeError Cannot convert 1.5 to EagerTensor of dtype int32
told(lambda: y * 'a')  # expect: TypeError Cannot convert 'a' to EagerTensor of dtype float
told(lambda: s * 2)  # expect: TypeError Cannot convert 2 to EagerTensor of dtype string
told(lambda: x * [1.5, 2.])  # expect: TypeError Cannot convert [1.5, 2.0] to EagerTensor of dtype int32
told(lambda: x / 1.5)  # expect: TypeError `x` and `y` must have the same dtype, got tf.int32 != tf.float32.
told(lambda: tf.where([True, False], x, 1.5))  # expect: TypeError Cannot convert 1.5 to EagerTensor of dtype int32
told(lambda: tf.concat([x, [1.5]], 0))  # expect: TypeError Cannot convert [1.5] to EagerTensor of dtype int32
told(lambda: tf.pow(x, 1.5))  # expect: TypeError Cannot convert 1.5 to EagerTensor of dtype int32
# Sums alone get as far as their kernel.
told(lambda: x + 1.5)  # expect: InvalidArgumentError cannot compute AddV2 as input #1(zero-based) was expected to be a int32 tensor but is a float tensor [Op:AddV2] name: 
