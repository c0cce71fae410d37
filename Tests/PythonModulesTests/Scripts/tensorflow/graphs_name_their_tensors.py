import tensorflow as tf

@tf.function
def f(x):
    print(x, x.name)  # expect: Tensor("x:0", shape=(2, 3), dtype=float32) x:0
    y = x + 1
    print(y)  # expect: Tensor("add:0", shape=(2, 3), dtype=float32)
    print([x * y])  # expect: [<tf.Tensor 'mul:0' shape=(2, 3) dtype=float32>]
    print(x * y)  # expect: Tensor("mul_1:0", shape=(2, 3), dtype=float32)
    z = tf.matmul(x, y, transpose_b=True)
    print(z, z.shape)  # expect: Tensor("MatMul:0", shape=(2, 2), dtype=float32) (2, 2)
    print(tf.reduce_sum(z, axis=1))  # expect: Tensor("Sum:0", shape=(2,), dtype=float32)
    print(f"{tf.tanh(z)}")  # expect: Tensor("Tanh:0", shape=(2, 2), dtype=float32)
    print(z[0])  # expect: Tensor("strided_slice:0", shape=(2,), dtype=float32)
    print(tf.unstack(x)[1])  # expect: Tensor("unstack:1", shape=(3,), dtype=float32)
    return z

print(f(tf.ones([2, 3])).shape)  # expect: (2, 2)

@tf.function(input_signature=[tf.TensorSpec([None, 3], tf.float32)])
def g(x):
    print(x.shape, (x * 2).shape, tf.reduce_mean(x, axis=0).shape)  # expect: (None, 3) (None, 3) (3,)
    print(tf.shape(x))  # expect: Tensor("Shape:0", shape=(2,), dtype=int32)
    return tf.shape(x)[0]

print(g(tf.ones([2, 3])).numpy(), g(tf.ones([5, 3])).numpy())  # expect: 2 5

for x in tf.data.Dataset.range(5).batch(4).map(lambda x: (print(x), x + 1)[1]):
    print(x.numpy())
# expect: Tensor("args_0:0", shape=(None,), dtype=int64)
# expect: [1 2 3 4]
# expect: [5]
