import io
import json
print(json.loads('{"a": [1, 2.0, -3e5, true, false, null, "x\\u00e9\\n\\ud83d\\ude00"], "b": {}}'), json.loads(b"[1]"), json.loads(" 12 "))  # expect: {'a': [1, 2.0, -300000.0, True, False, None, 'xé\n😀'], 'b': {}} [1] 12
print(json.loads('{"a":1}', object_hook=lambda d: list(d.items())), json.loads('{"a":1,"a":2}', object_pairs_hook=list), json.loads("1.5", parse_float=str))  # expect: [('a', 1)] [('a', 1), ('a', 2)] 1.5
f = io.StringIO()
json.dump({"a": 1}, f)
f.seek(0)
print(json.load(f), json.JSONDecoder().raw_decode("[1] x"))  # expect: {'a': 1} ([1], 3)
for text in ["", "[1,]", '{"a":1,}', "{'a':1}", "nul", "1 2", '"abc', '"a\nb"', '"\\x"', "[1,\n2,\n x]", '{"a" 1}', "[1 2]"]:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(error)  # expect: Expecting value: line 1 column 1 (char 0)
# expect: Expecting value: line 1 column 4 (char 3)
# expect: Expecting property name enclosed in double quotes: line 1 column 8 (char 7)
# expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: Expecting value: line 1 column 1 (char 0)
# expect: Extra data: line 1 column 3 (char 2)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Invalid control character at: line 1 column 3 (char 2)
# expect: Invalid \escape: line 1 column 2 (char 1)
# expect: Expecting value: line 3 column 2 (char 8)
# expect: Expecting ':' delimiter: line 1 column 6 (char 5)
# expect: Expecting ',' delimiter: line 1 column 4 (char 3)
json.loads(None)  # raises: TypeError: the JSON object must be str, bytes or bytearray, not NoneType
