open("not_there.txt")  # raises: FileNotFoundError: [Errno 2] No such file or directory: 'not_there.txt'
