for value in [int.real, complex.real, BaseException.args, slice.start, range.stop, property.fget]:
    print(value, value.__name__, value.__objclass__)
# expect: <attribute 'real' of 'int' objects> real <class 'int'>
# expect: <member 'real' of 'complex' objects> real <class 'complex'>
# expect: <attribute 'args' of 'BaseException' objects> args <class 'BaseException'>
# expect: <member 'start' of 'slice' objects> start <class 'slice'>
# expect: <member 'stop' of 'range' objects> stop <class 'range'>
# expect: <member 'fget' of 'property' objects> fget <class 'property'>
