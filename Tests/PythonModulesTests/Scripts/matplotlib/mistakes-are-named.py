import matplotlib.pyplot as plt
def attempt(call):
    try:
        call()
    except Exception as mistake:
        print(type(mistake).__name__, mistake)
attempt(lambda: plt.plot([1], [2], colour='r'))  # expect: AttributeError Line2D.set() got an unexpected keyword argument 'colour'
attempt(lambda: plt.plot([1, 2], [1]))  # expect: ValueError x and y must have same first dimension, but have shapes (2,) and (1,)
attempt(lambda: plt.plot([1], 'zz'))  # expect: ValueError 'zz' is not a valid format string (unrecognized character 'z')
attempt(lambda: plt.scatter([1], [2, 3]))  # expect: ValueError x and y must be the same size
attempt(lambda: plt.imshow([1, 2]))  # expect: TypeError Invalid shape (2,) for image data
attempt(lambda: plt.plot([1], color='bleu'))  # expect: ValueError 'bleu' is not a valid value for color
attempt(lambda: plt.subplot(2, 2, 5))  # expect: ValueError num must be an integer with 1 <= num <= 4, not 5
attempt(lambda: plt.quiver(1, 2))  # expect: NotImplementedError plt.quiver() is not available in nbrun's charts
attempt(lambda: plt.pltt())  # expect: AttributeError module 'matplotlib.pyplot' has no attribute 'pltt'
plt.hist([1, 2], bins=0)  # raises: ValueError: `bins` must be positive, when an integer
