import textwrap
text = """
    Recurrent neural networks
      keep a state
    over time.
"""
print(repr(textwrap.dedent(text)), textwrap.wrap("The quick brown fox jumps over the lazy dog", width=15), repr(textwrap.fill("a bb ccc dddd", 6)))  # expect: '\nRecurrent neural networks\n  keep a state\nover time.\n' ['The quick brown', 'fox jumps over', 'the lazy dog'] 'a bb\nccc\ndddd'
print(textwrap.shorten("Hello  world of networks", width=14), repr(textwrap.indent("a\n\nb", "> ")), textwrap.wrap("well-known long-short-term", 10), textwrap.wrap("abcdefghij", 4))  # expect: Hello [...] '> a\n\n> b' ['well-known', 'long-', 'short-term'] ['abcd', 'efgh', 'ij']
