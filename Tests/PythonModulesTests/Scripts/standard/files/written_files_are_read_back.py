with open("scratch.txt", "w") as f:
    print(f.write("one\n"))  # expect: 4
    f.writelines(["two\n", "three"])
print(open("scratch.txt").read().split())  # expect: ['one', 'two', 'three']
with open("scratch.txt", "a") as f:
    f.write("\nfour")
print(open("scratch.txt").readlines()[-1])  # expect: four
with open("scratch.bin", "wb") as f:
    f.write(b"\x00\x01")
print(open("scratch.bin", "rb").read())  # expect: b'\x00\x01'
with open("scratch.txt", "r+") as f:
    f.write("ONE")
    f.seek(0)
    print(f.readline().strip())  # expect: ONE
