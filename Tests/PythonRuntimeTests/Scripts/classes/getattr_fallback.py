class G:
    def __getattr__(self, name):
        if name.startswith("x"):
            return name
        raise AttributeError(name)
print(G().xy, hasattr(G(), "q"), getattr(G(), "q", 3))  # expect: xy False 3
