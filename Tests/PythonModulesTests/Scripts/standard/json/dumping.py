import json
data = {"b": [1, 2.5, None, True], "a": {"x": "é中\n\"\\"}, "e": {}, "l": [], 1: 2, None: 3, 1.5: 6}
print(json.dumps(data))  # expect: {"b": [1, 2.5, null, true], "a": {"x": "\u00e9\u4e2d\n\"\\"}, "e": {}, "l": [], "1": 2, "null": 3, "1.5": 6}
print(json.dumps(data, indent=2, ensure_ascii=False))  # expect: {
# expect:   "b": [
# expect:     1,
# expect:     2.5,
# expect:     null,
# expect:     true
# expect:   ],
# expect:   "a": {
# expect:     "x": "é中\n\"\\"
# expect:   },
# expect:   "e": {},
# expect:   "l": [],
# expect:   "1": 2,
# expect:   "null": 3,
# expect:   "1.5": 6
# expect: }
print(json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps([1, [2]], indent=0), json.dumps("😀"), json.dumps((1, 2)))  # expect: {"a":2,"b":1} [
# expect: 1,
# expect: [
# expect: 2
# expect: ]
# expect: ] "\ud83d\ude00" [1, 2]
print(json.dumps([float("nan"), float("inf"), 1e100, 1e16, 0.1, -0.0, 10**20]), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True), json.dumps({"a": {1}}, default=list))  # expect: [NaN, Infinity, 1e+100, 1e+16, 0.1, -0.0, 100000000000000000000] {"a": 1} {"a": [1]}
json.dumps({1, 2})  # raises: TypeError: Object of type set is not JSON serializable
