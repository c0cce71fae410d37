try:
    import pandas as pd
except ImportError as error:
    print(error)  # expect: pandas is not available in nbrun (nbrun has NumPy, TensorFlow and Keras, and no other packages)
from sklearn.metrics import mean_squared_error  # raises: NotSupported: sklearn is not available in nbrun (nbrun has NumPy, TensorFlow and Keras, and no other packages)
