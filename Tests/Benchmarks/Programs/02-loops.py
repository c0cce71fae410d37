# nested loops, 5 million steps
def steps(rows, columns):
    total = 0
    for i in range(rows):
        for j in range(columns):
            total += i * j % 7
    return total


print(steps(5_000, 1_000))
