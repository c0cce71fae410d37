import json

print(json.dumps("\ud800"), json.dumps("😀"), repr(json.loads('"\\ud800"')))  # expect: "\ud800" "\ud83d\ude00" '\ud800'
print(json.loads('"\\ud83d\\ude00"'), repr(json.loads('"\\ud83dx"')))  # expect: 😀 '\ud83dx'
