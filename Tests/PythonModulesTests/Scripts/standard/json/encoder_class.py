import json
class SetEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)
print(json.dumps({"s": {3, 1}}, cls=SetEncoder), json.dumps([{1}], cls=SetEncoder, indent=1))  # expect: {"s": [1, 3]} [
# expect:  [
# expect:   1
# expect:  ]
# expect: ]
json.dumps(1j, cls=SetEncoder)  # raises: TypeError: Object of type complex is not JSON serializable
