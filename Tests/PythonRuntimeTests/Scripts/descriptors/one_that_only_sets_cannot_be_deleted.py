class OnlySets:
    def __set__(self, instance, value):
        instance.__dict__["x"] = value
class OnlyDeletes:
    def __delete__(self, instance):
        print("deleted")
class Owner:
    x = OnlySets()
    y = OnlyDeletes()
owner = Owner()
owner.x = 3
del owner.y  # expect: deleted
try:
    del owner.x
except AttributeError as error:
    print(error, owner.__dict__)  # expect: __delete__ {'x': 3}
owner.y = 1  # raises: AttributeError: __set__
