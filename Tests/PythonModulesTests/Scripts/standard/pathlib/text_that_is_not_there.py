from pathlib import Path
print(Path("nofile.txt").exists(), Path(".").is_dir())  # expect: False True
Path("nofile.txt").read_text()  # raises: FileNotFoundError: [Errno 2] No such file or directory: 'nofile.txt'
