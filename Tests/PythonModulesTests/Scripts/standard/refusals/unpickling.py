import pickle
pickle.loads(b"")  # raises: NotSupported: pickle.loads is not available in nbrun (unpickling can run any code)
