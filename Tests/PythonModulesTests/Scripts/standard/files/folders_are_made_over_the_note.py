import os
os.makedirs("out/deep", exist_ok=True)
open("out/deep/a.txt", "w").write("a")
print(os.listdir("out"), os.listdir("out/deep"))  # expect: ['deep'] ['a.txt']
os.rename("out/deep/a.txt", "out/b.txt")
print(os.path.exists("out/deep/a.txt"), open("out/b.txt").read())  # expect: False a
os.remove("out/b.txt")
os.rmdir("out/deep")
print(os.listdir("out"))  # expect: []
os.mkdir("out")  # raises: FileExistsError: [Errno 17] File exists: 'out'
