# counting a million words
def words(count):
    vocabulary = ["word" + str(number) for number in range(5_000)]
    state = 1
    result = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        result.append(vocabulary[state // 65536 % 5_000])
    return result


def count_words(words):
    counts = {}
    for word in words:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


def lengths(words):
    counts = {}
    for word in words:
        counts[len(word)] = counts.get(len(word), 0) + 1
    return counts


million = words(1_000_000)
counts = count_words(million)
top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
print(len(counts), top, sorted(lengths(million).items()))
