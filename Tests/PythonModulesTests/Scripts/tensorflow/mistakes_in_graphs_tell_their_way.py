import tensorflow as tf

def told(f, *arguments):
    try:
        f(*arguments)
    except Exception as e:
        lines = str(e).splitlines()
        print(type(e).__name__, len(lines), lines[0])
        for line in lines[3:]:
            if line.strip():
                print(line)

@tf.function
def product(a, b):
    return a @ b

told(product, tf.ones([2, 3]), tf.ones([2, 3]))
# expect: ValueError 6 in user code:
# expect:         return a @ b
# expect:     ValueError: Dimensions must be equal, but are 3 and 2 for '{{node matmul}} = MatMul[T=DT_FLOAT, transpose_a=false, transpose_b=false](a, b)' with input shapes: [2,3], [2,3].

def inner(a, b):
    return a + b

@tf.function
def outer(a, b):
    return inner(a, b)

told(outer, tf.ones([2, 3]), tf.ones([4]))
# expect: ValueError 8 in user code:
# expect:         return inner(a, b)
# expect:     File "tensorflow/mistakes_in_graphs_tell_their_way", line 23, in inner  *
# expect:         return a + b
# expect:     ValueError: Dimensions must be equal, but are 3 and 4 for '{{node add}} = AddV2[T=DT_FLOAT](a, b)' with input shapes: [2,3], [4].

@tf.function
def types(a, b):
    return a * b

told(types, tf.ones([2]), tf.ones([2], tf.int32))
# expect: TypeError 6 in user code:
# expect:         return a * b
# expect:     TypeError: Input 'y' of 'Mul' Op has type int32 that does not match type float32 of argument 'x'.

@tf.function
def key(a):
    return {}["k"]

told(key, tf.ones([2]))
# expect: KeyError 6 in user code:
# expect:         return {}["k"]
# expect:     KeyError: 'k'

@tf.function
def index(a):
    return [1][5]

told(index, tf.ones([2]))
# expect: StagingError 6 in user code:
# expect:         return [1][5]
# expect:     IndexError: list index out of range

@tf.function
def value(a):
    return a.numpy()

told(value, tf.ones([2]))
# expect: AttributeError 6 in user code:
# expect:         return a.numpy()
# expect:     AttributeError: 'SymbolicTensor' object has no attribute 'numpy'

@tf.function
def item(a):
    a[0] = 1.0

told(item, tf.ones([2]))
# expect: TypeError 6 in user code:
# expect:         a[0] = 1.0
# expect:     TypeError: 'SymbolicTensor' object does not support item assignment
