print(list.append, type([].append).__name__, [].append.__name__, list.append.__qualname__)
# expect: <method 'append' of 'list' objects> builtin_function_or_method append list.append
