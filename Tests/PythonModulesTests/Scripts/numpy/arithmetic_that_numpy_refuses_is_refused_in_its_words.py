import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


fails(lambda: np.array([True]) - np.array([True]))  # expect: TypeError: numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.
fails(lambda: -np.array([True]))  # expect: TypeError: The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.
fails(lambda: np.array([1, 2]) + 'a')  # expect: UFuncTypeError: ufunc 'add' did not contain a loop with signature matching types (dtype('int64'), dtype('<U1')) -> None
fails(lambda: np.array([1, 2, 3]) + np.array([1, 2]))  # expect: ValueError: operands could not be broadcast together with shapes (3,) (2,) 
fails(lambda: np.array([2])**-1)  # expect: ValueError: Integers to negative integer powers are not allowed.
fails(lambda: np.array([1, 2]) @ np.array([1, 2, 3]))  # expect: ValueError: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 3 is different from 2)
fails(lambda: np.dot(np.ones((2, 3)), np.ones((2, 3))))  # expect: ValueError: shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)
fails(lambda: bool(np.array([1, 2])))  # expect: ValueError: The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()
fails(lambda: float(np.array([1, 2])))  # expect: TypeError: only length-1 arrays can be converted to Python scalars
fails(lambda: hash(np.array([1])))  # expect: TypeError: unhashable type: 'numpy.ndarray'
fails(lambda: len(np.array(3)))  # expect: TypeError: len() of unsized object
fails(lambda: iter(np.array(3)))  # expect: TypeError: iteration over a 0-d array
fails(lambda: np.array([1, 2]) + None)  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
fails(lambda: f'{np.zeros(2):.2f}')  # expect: TypeError: unsupported format string passed to numpy.ndarray.__format__
fails(lambda: np.exp('a'))  # expect: TypeError: ufunc 'exp' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''
fails(lambda: np.array([1, 2]).__iadd__(1.5))  # expect: UFuncTypeError: Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'
fails(lambda: np.sum([1, 2], axis=1))  # expect: AxisError: axis 1 is out of bounds for array of dimension 1
fails(lambda: np.max([]))  # expect: ValueError: zero-size array to reduction operation maximum which has no identity
fails(lambda: np.float)  # expect: AttributeError: module 'numpy' has no attribute 'float'.
# expect: `np.float` was a deprecated alias for the builtin `float`. To avoid this error in existing code, use `float` by itself. Doing this will not modify any behavior and is safe. If you specifically wanted the numpy scalar type, use `np.float64` here.
# expect: The aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note at:
# expect:     https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations
