print(type(BaseExceptionGroup("g", [ValueError()])).__name__, ExceptionGroup.__mro__[1:3])
# expect: ExceptionGroup (<class 'BaseExceptionGroup'>, <class 'Exception'>)
ExceptionGroup("g", [KeyboardInterrupt()])
# raises: TypeError: Cannot nest BaseExceptions in an ExceptionGroup
