import io

import numpy as np


def said(call):
    try:
        call()
    except TypeError as error:
        return str(error)


print(said(io.StringIO.__exit__))  # expect: unbound method of StringIO needs an argument
print(said(np.ndarray.item))  # expect: unbound method of ndarray needs an argument
