import tensorflow as tf
a = tf.TensorArray(tf.int32, size=0, dynamic_size=True)
for i in range(4):
    a = a.write(i, i * i)
print(a.stack().numpy(), a.gather([1, 2]).numpy())  # expect: [0 1 4 9] [1 4]
print(a.unstack([[1, 2], [3, 4]]).concat().numpy())  # expect: [1 2 3 4]
