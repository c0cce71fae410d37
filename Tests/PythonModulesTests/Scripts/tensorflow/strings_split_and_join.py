import tensorflow as tf
s = tf.constant(["Hello, world!", "a b  c"])
print(tf.strings.split(s))  # expect: <tf.RaggedTensor [[b'Hello,', b'world!'], [b'a', b'b', b'c']]>
print(tf.strings.split(["a,,b"], ","))  # expect: <tf.RaggedTensor [[b'a', b'', b'b']]>
print(tf.strings.split(["a b c"], maxsplit=1))  # expect: <tf.RaggedTensor [[b'a', b'b c']]>
print(tf.strings.regex_replace(s, "[^a-z ]", "").numpy())  # expect: [b'ello world' b'a b  c']
print(tf.strings.substr("héllo", 1, 2, unit="UTF8_CHAR").numpy())  # expect: b'\xc3\xa9l'
print(tf.strings.reduce_join([["a", "b"], ["c", "d"]], axis=-1, separator="-").numpy())  # expect: [b'a-b' b'c-d']
print(tf.strings.unicode_split(["ab", "c"], "UTF-8"))  # expect: <tf.RaggedTensor [[b'a', b'b'], [b'c']]>
print(tf.strings.as_string(3.14159, precision=2).numpy())  # expect: b'3.14'
print(tf.strings.format("x={} y={}", (tf.constant([1, 2]), 3.0)).numpy())  # expect: b'x=[1 2] y=3'
print(tf.strings.upper("é").numpy())  # expect: b'\xc3\xa9'
