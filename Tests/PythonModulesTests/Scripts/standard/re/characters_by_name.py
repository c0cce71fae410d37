import re

print(re.findall(r"\N{LATIN SMALL LETTER B}|[\N{DIGIT ONE}-\N{DIGIT THREE}]", "ab12345"))  # expect: ['b', '1', '2', '3']
for pattern in (r"\N", r"\N{}", r"\N{DIGIT ONE", r"\N{no such}"):
    try:
        re.compile(pattern)
    except re.error as error:
        message = str(error)
        print(message)
# expect: missing { at position 2
# expect: missing character name at position 3
# expect: missing }, unterminated name at position 3
# expect: undefined character name 'no such' at position 0
