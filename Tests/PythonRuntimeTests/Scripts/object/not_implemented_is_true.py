print(NotImplemented.__bool__())  # expect: True
