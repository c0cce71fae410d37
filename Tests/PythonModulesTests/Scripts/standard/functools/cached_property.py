from functools import cached_property
class Circle:
    @cached_property
    def area(self):
        print("computed")  # expect: computed
        return 3.14
c = Circle()
print(c.area, c.area)  # expect: 3.14 3.14
