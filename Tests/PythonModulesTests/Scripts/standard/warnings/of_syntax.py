import warnings


def remarks(source):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        try:
            exec(source)
        except Exception:
            pass
    return [f"{item.category.__name__}: {item.message}" for item in found]


print(remarks("x = 5\ny = x is 5\nif x is not '': pass\nx is None"))  # expect: ['SyntaxWarning: "is" with a literal. Did you mean "=="?', 'SyntaxWarning: "is not" with a literal. Did you mean "!="?']
print(remarks("assert (1, 'message')"))  # expect: ['SyntaxWarning: assertion is always true, perhaps remove parentheses?']
print(remarks("[(1, 2) (3, 4)]"))  # expect: ["SyntaxWarning: 'tuple' object is not callable; perhaps you missed a comma?"]
print(remarks("[[1, 2] [3, 4]]"), remarks("[1, 2][0], 'ab'[:1], {'a': 1}['a']"))  # expect: ['SyntaxWarning: list indices must be integers or slices, not tuple; perhaps you missed a comma?'] []
print(remarks("1[0]"), remarks("{1}[0]"), remarks("'a'()"))  # expect: ["SyntaxWarning: 'int' object is not subscriptable; perhaps you missed a comma?"] ["SyntaxWarning: 'set' object is not subscriptable; perhaps you missed a comma?"] ["SyntaxWarning: 'str' object is not callable; perhaps you missed a comma?"]
