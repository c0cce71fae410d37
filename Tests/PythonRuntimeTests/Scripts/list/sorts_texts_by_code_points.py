words = ["b", "a\0", "a", "", "aaaaaaaab", "aaaaaaaaa", "aaaaaaaa", "é", "z", "中", "😀", "￿"]
print(sorted(words) == sorted(words, key=lambda word: [ord(c) for c in word]))  # expect: True
print(sorted(words, reverse=True)[:3], sorted(["ab", "a", "abc", "ab"], key=str))  # expect: ['😀', '\uffff', '中'] ['a', 'ab', 'ab', 'abc']
