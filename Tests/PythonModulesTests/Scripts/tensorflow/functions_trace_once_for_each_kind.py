import tensorflow as tf

@tf.function
def f(a, b=2):
    print("tracing", a, b)
    return a + b

f(tf.constant(1))  # expect: tracing Tensor("a:0", shape=(), dtype=int32) 2
f(tf.constant(2))
f(1)  # expect: tracing 1 2
f(2)  # expect: tracing 2 2
f(tf.constant([1.0, 2.0]), b=3)  # expect: tracing Tensor("a:0", shape=(2,), dtype=float32) 3
print(f.experimental_get_tracing_count())  # expect: 4

@tf.function(input_signature=[tf.TensorSpec(shape=[None], dtype=tf.float32)])
def g(x):
    print("tracing", x, x.shape)
    return x * 2

print(g(tf.constant([1.0, 2.0])))  # expect: tracing Tensor("x:0", shape=(None,), dtype=float32) (None,)
# expect: tf.Tensor([2. 4.], shape=(2,), dtype=float32)
print(g(tf.constant([1.0])))  # expect: tf.Tensor([2.], shape=(1,), dtype=float32)
