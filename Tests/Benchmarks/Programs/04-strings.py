# string building and splitting
def build(count):
    text = ""
    for number in range(count):
        text += "step " + str(number) + f": loss = {number / 7:.4f}\n"
    return text


def read(text):
    total = 0.0
    words = []
    for line in text.splitlines():
        name, _, value = line.partition(" = ")
        total += float(value)
        words.extend(name.replace(":", "").upper().split(" "))
    return total, "-".join(words)


def letters(text):
    count = 0
    for letter in text:
        if letter in "aeiou" or letter == "\n":
            count += 1
    return count


text = build(150_000)
total, joined = read(text)
print(len(text), round(total, 4), len(joined), joined[-12:], letters(text))
