for mode in ["rw", "", "rr", "q", "b"]:
    try:
        open("a", mode)
    except ValueError as e:
        print(e)
# expect: must have exactly one of create/read/write/append mode
# expect: must have exactly one of create/read/write/append mode
# expect: invalid mode: 'rr'
# expect: invalid mode: 'q'
# expect: must have exactly one of create/read/write/append mode
open("not_there.txt", "r+")  # raises: FileNotFoundError: [Errno 2] No such file or directory: 'not_there.txt'
