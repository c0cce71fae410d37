# comprehension and sort of a million
def numbers(count):
    return [number * 7919 % 1000003 for number in range(count)]


values = numbers(1_000_000)
ordered = sorted(values)
floats = [value * 0.5 for value in values if value % 2]
floats.sort(reverse=True)
print(ordered[0], ordered[500_000], ordered[-1], floats[0], floats[-1])
