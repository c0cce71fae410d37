def leaves():
    try:
        try:
            return 1
        except IndexError as error:
            print("caught", error)
        finally:
            print("finally")
            "a"[3]
    finally:
        print("outer")


try:
    leaves()
except IndexError as error:
    print(error)
# expect: finally
# expect: outer
# expect: string index out of range
