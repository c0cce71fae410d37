import json
a = []
a.append(a)
json.dumps(a)  # raises: ValueError: Circular reference detected
