text = ""
for number in range(5):
    text += str(number)
copy = text
text += "x"
print(copy, text)  # expect: 01234 01234x
