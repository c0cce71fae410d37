print("aXbX".replace("X", "--"), "aXbX".replace("X", ""), "aXbX".replace("X", "y", 1), "中文".replace("中", "国"))  # expect: a--b-- ab aybX 国文
print("abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "é中".replace("", "-"))  # expect: -a-b-c- -a-bc x -é-中-
