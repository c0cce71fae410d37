from modules.helpers import *
import modules.helpers as helpers
print(scaled(4), factor, "_hidden" in globals(), helpers._hidden, helpers.__name__)  # expect: 12 3 False 1 modules.helpers
helpers.nothing  # raises: AttributeError: module 'modules.helpers' has no attribute 'nothing'
