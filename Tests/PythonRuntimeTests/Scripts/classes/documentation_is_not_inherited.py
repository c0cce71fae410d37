class A:
    "about A"
class B(A):
    pass
print(A.__doc__, A().__doc__, B.__doc__)  # expect: about A about A None
