from string import Formatter, Template

template = Template("$a ${b} $$ $a")
print(template.get_identifiers(), template.is_valid(), Template("$ 1").is_valid())  # expect: ['a', 'b'] True False
formatter = Formatter()
print(list(formatter.parse("a{b!r:c}d{{}}{}")))  # expect: [('a', 'b', 'c', 'r'), ('d{', None, None, None), ('}', None, None, None), ('', '', '', None)]
print(formatter.format("{0} {a!r:>5} {a[0]} {0.real:{w}}", 1, a="x", w=4))  # expect: 1   'x' x    1


class Counting(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, "?") if isinstance(key, str) else args[key]


print(Counting().format("{x} {y}", x=1))  # expect: 1 ?
Formatter().format("{0} {}", 1, 2)  # raises: ValueError: cannot switch from manual field specification to automatic field numbering
