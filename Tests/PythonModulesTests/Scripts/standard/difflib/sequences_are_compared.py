import difflib

old = "the quick brown fox\njumps over\nthe lazy dog\n\tand runs away\n".splitlines(True)
new = "the quick brown cat\njumps under\nthe lazy dog\nnew line\n\tand run away\n".splitlines(True)
for compare in difflib.ndiff, difflib.unified_diff, difflib.context_diff:
    for line in compare(old, new):
        print(repr(line))
print(list(difflib.unified_diff(old, new, "a", "b", "d1", "d2", 1, "")))
print(list(difflib.context_diff(old, new, "a", "b", "d1", "d2", 0, "")))
for which in 1, 2:
    print("".join(difflib.restore(difflib.ndiff(old, new), which)) == "".join((old, new)[which - 1]))
words = ["ape", "apple", "peach", "puppy", "app", "appl"]
print(difflib.get_close_matches("appel", words), difflib.get_close_matches("appel", words, 1, 0.9))
matcher = difflib.SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread;")
print(round(matcher.ratio(), 4), round(matcher.quick_ratio(), 4), matcher.real_quick_ratio())
print(matcher.get_matching_blocks())
print(matcher.get_opcodes())
print(difflib.SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
many = difflib.SequenceMatcher(None, "ab" * 150, "ba" * 150 + "c")
print(sorted(many.bpopular), many.ratio())
for wrong in [
    lambda: difflib.get_close_matches("a", [], 0),
    lambda: difflib.get_close_matches("a", [], 1, 2),
    lambda: list(difflib.unified_diff([1], ["a"])),
]:
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: '- the quick brown fox\n'
# expect: '?                 ^^^\n'
# expect: '+ the quick brown cat\n'
# expect: '?                 ^^^\n'
# expect: '- jumps over\n'
# expect: '?       ^^\n'
# expect: '+ jumps under\n'
# expect: '?       ^^^\n'
# expect: '  the lazy dog\n'
# expect: '+ new line\n'
# expect: '- \tand runs away\n'
# expect: '? \t       -\n'
# expect: '+ \tand run away\n'
# expect: '--- \n'
# expect: '+++ \n'
# expect: '@@ -1,4 +1,5 @@\n'
# expect: '-the quick brown fox\n'
# expect: '-jumps over\n'
# expect: '+the quick brown cat\n'
# expect: '+jumps under\n'
# expect: ' the lazy dog\n'
# expect: '-\tand runs away\n'
# expect: '+new line\n'
# expect: '+\tand run away\n'
# expect: '*** \n'
# expect: '--- \n'
# expect: '***************\n'
# expect: '*** 1,4 ****\n'
# expect: '! the quick brown fox\n'
# expect: '! jumps over\n'
# expect: '  the lazy dog\n'
# expect: '! \tand runs away\n'
# expect: '--- 1,5 ----\n'
# expect: '! the quick brown cat\n'
# expect: '! jumps under\n'
# expect: '  the lazy dog\n'
# expect: '! new line\n'
# expect: '! \tand run away\n'
# expect: ['--- a\td1', '+++ b\td2', '@@ -1,4 +1,5 @@', '-the quick brown fox\n', '-jumps over\n', '+the quick brown cat\n', '+jumps under\n', ' the lazy dog\n', '-\tand runs away\n', '+new line\n', '+\tand run away\n']
# expect: ['*** a\td1', '--- b\td2', '***************', '*** 1,2 ****', '! the quick brown fox\n', '! jumps over\n', '--- 1,2 ----', '! the quick brown cat\n', '! jumps under\n', '***************', '*** 4 ****', '! \tand runs away\n', '--- 4,5 ----', '! new line\n', '! \tand run away\n']
# expect: True
# expect: True
# expect: ['appl', 'apple', 'app'] []
# expect: 0.6415 0.717 0.9056603773584906
# expect: [Match(a=0, b=0, size=8), Match(a=11, b=15, size=1), Match(a=14, b=16, size=1), Match(a=22, b=17, size=7), Match(a=29, b=24, size=0)]
# expect: [('equal', 0, 8, 0, 8), ('replace', 8, 11, 8, 15), ('equal', 11, 12, 15, 16), ('delete', 12, 14, 16, 16), ('equal', 14, 15, 16, 17), ('delete', 15, 22, 17, 17), ('equal', 22, 29, 17, 24)]
# expect: Match(a=1, b=0, size=4)
# expect: ['a', 'b'] 0.0
# expect: ValueError n must be > 0: 0
# expect: ValueError cutoff must be in [0.0, 1.0]: 2
# expect: TypeError lines to compare must be str, not int (1)
