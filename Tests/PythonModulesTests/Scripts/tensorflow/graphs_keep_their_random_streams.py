import tensorflow as tf
tf.random.set_seed(0)

@tf.function
def r():
    return tf.random.normal([2]), tf.random.uniform([1])

print(*(t.numpy() for t in r()))  # expect: [0.12391895 2.798774  ] [0.5397302]
print(*(t.numpy() for t in r()))  # expect: [-1.0358481   0.49768284] [0.54001355]
tf.random.set_seed(0)
print(*(t.numpy() for t in r()))  # expect: [0.12391895 2.798774  ] [0.5397302]
print(tf.random.normal([1]).numpy())  # expect: [1.5110626]
