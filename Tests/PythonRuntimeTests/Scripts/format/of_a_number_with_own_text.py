class Grade(float):
    def __str__(self):
        return "good"
print(f"{Grade(1)}", "{}".format(Grade(2)), f"{Grade(1):.1f}")  # expect: good good 1.0
