import numpy as np
import tensorflow as tf

a = np.arange(6.0).reshape(2, 3)


def wide():
    return np.broadcast_to(a, (2, 2, 3))


def t(code, b=None):
    try:
        exec(code, {"np": np, "tf": tf, "a": a, "b": wide() if b is None else b})
        print("done")
    except Exception as error:
        print(type(error).__name__, error)


def w(make):
    print(make().flags.writeable)
w(wide)  # expect: False
w(lambda: wide()[0])  # expect: False
w(lambda: wide().T)  # expect: False
w(lambda: wide().copy())  # expect: True
w(lambda: a.diagonal())  # expect: False
w(lambda: np.lib.stride_tricks.sliding_window_view(a[0], 2))  # expect: False
w(lambda: np.frombuffer(b"abcdefgh", dtype="uint8"))  # expect: False
w(lambda: tf.constant([1.0, 2.0]).numpy())  # expect: True
w(lambda: np.asarray(tf.constant([1.0, 2.0])))  # expect: False
w(lambda: np.array(tf.constant([1.0, 2.0])))  # expect: True
w(lambda: next(tf.data.Dataset.from_tensor_slices(a).as_numpy_iterator()))  # expect: False
t("b[0] = 1")  # expect: ValueError assignment destination is read-only
t("b[0, 0, 0] += 1")  # expect: ValueError assignment destination is read-only
t("b += 1")  # expect: ValueError output array is read-only
t("b *= b")  # expect: ValueError output array is read-only
t("b.fill(0)")  # expect: ValueError assignment destination is read-only
t("b.sort()")  # expect: ValueError sort array is read-only
t("b.partition(1)")  # expect: ValueError partition array is read-only
t("b.put(0, 1)")  # expect: ValueError put: output array is read-only
t("b.itemset(0, 1)")  # expect: ValueError assignment destination is read-only
t("b.flat[0] = 1")  # expect: ValueError underlying array is read-only
t("np.random.shuffle(b)")  # expect: ValueError array is read-only
t("np.random.default_rng(0).shuffle(b)")  # expect: ValueError array is read-only
t("np.copyto(b, 0)")  # expect: ValueError assignment destination is read-only
t("np.fill_diagonal(b[0], 1)")  # expect: ValueError underlying array is read-only
t("np.add(a, a, out=b[0])")  # expect: ValueError output array is read-only
t("np.clip(b, 0, 1, out=b)")  # expect: ValueError output array is read-only
t("np.add.at(b, 0, 1)")  # expect: ValueError operand array with iterator write flag set is read-only
t("np.put(b, 0, 1)")  # expect: ValueError put: output array is read-only
t("np.place(b, b > 1, 0)")  # expect: ValueError WRITEBACKIFCOPY base is read-only
t("np.putmask(b, b > 1, 0)")  # expect: ValueError putmask: output array is read-only
t("d = a.copy(); d.flags.writeable = False; d[0] = 1")  # expect: ValueError assignment destination is read-only
t("d = a.copy(); d.flags['WRITEABLE'] = False; d[0] = 1")  # expect: ValueError assignment destination is read-only
t("d = a.copy(); d.setflags(write=False); d -= 1")  # expect: ValueError output array is read-only
t("d = a.copy(); d.setflags(write=False); d.setflags(write=True); d -= 1")  # expect: done
t("d = a.copy(); d.setflags(write=False); d[0].flags.writeable = True")  # expect: ValueError cannot set WRITEABLE flag to True of this array
t("d = a.copy(); f = d.flags; d.setflags(write=False); print(f)")  # expect:   C_CONTIGUOUS : True
# expect:   F_CONTIGUOUS : False
# expect:   OWNDATA : True
# expect:   WRITEABLE : True
# expect:   ALIGNED : True
# expect:   WRITEBACKIFCOPY : False
# expect:
# expect: done
t("a.flags['OWNDATA'] = 1")  # expect: KeyError 'Unknown flag'
