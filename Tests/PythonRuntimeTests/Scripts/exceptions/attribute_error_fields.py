try:
    [].push
except AttributeError as e:
    print(e.name, e.obj, e)  # expect: push [] 'list' object has no attribute 'push'
