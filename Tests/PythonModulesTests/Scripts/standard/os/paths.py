import os
print(os.path.join("a", "b", "c.txt"), os.path.join("a", "/b"), os.path.join("a/", "b"))  # expect: a/b/c.txt /b a/b
print(os.path.split("/a/b"), os.path.basename("/a/b.c"), os.path.dirname("/a/b.c"))  # expect: ('/a', 'b') b.c /a
print(os.path.splitext("/a/b.tar.gz"), os.path.splitext(".bashrc"), os.path.isabs("/a"))  # expect: ('/a/b.tar', '.gz') ('.bashrc', '') True
print(os.path.normpath("a/../b//c/."), os.path.normpath(""), os.path.commonprefix(["abc", "abd"]))  # expect: b/c . ab
print(os.path.relpath("/a/b", "/a/c"), os.path.commonpath(["/a/b", "/a/c"]))  # expect: ../b /a
