import numpy as np
from numpy.lib.stride_tricks import sliding_window_view, as_strided
x = np.arange(6)
print(sliding_window_view(x, 3))
print(sliding_window_view(np.arange(12).reshape(3, 4), (2, 2)).shape)
print(as_strided(x, shape=(2, 3), strides=(8, 8)))
print(np.char.upper(["ab", "c"]), np.char.add(["a", "b"], "x"), np.char.str_len(["ab", ""]))
print(np.char.replace(["aba"], "a", "z"), np.char.startswith(["ab", "ba"], "a"), np.char.multiply(["ab"], 2))
# expect: [[0 1 2]
# expect:  [1 2 3]
# expect:  [2 3 4]
# expect:  [3 4 5]]
# expect: (2, 3, 2, 2)
# expect: [[0 1 2]
# expect:  [1 2 3]]
# expect: ['AB' 'C'] ['ax' 'bx'] [2 0]
# expect: ['zbz'] [ True False] ['abab']
