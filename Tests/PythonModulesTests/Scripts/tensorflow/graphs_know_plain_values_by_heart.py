import tensorflow as tf

factor = 10
count = 0
seen = []
table = {}

@tf.function
def f(x):
    global count
    count += 1
    seen.append(1)
    table["n"] = table.get("n", 0) + 1
    return x * factor * count

print([f(tf.constant(float(i))).numpy() for i in range(4)])  # expect: [0.0, 10.0, 20.0, 30.0]
print(count, seen, table)  # expect: 1 [1] {'n': 1}
factor = 100
print(f(tf.constant(1.0)).numpy(), factor)  # expect: 10.0 100
print(f(tf.constant(1)).numpy(), count)  # expect: 200 2
