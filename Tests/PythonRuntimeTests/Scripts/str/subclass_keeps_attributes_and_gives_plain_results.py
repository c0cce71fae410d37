class Name(str):
    def __new__(cls, text, language="en"):
        self = super().__new__(cls, text)
        self.language = language
        return self
n = Name("anna", "de")
print(n, n.language, n.upper(), type(n.upper()).__name__, n + "!", len(n), n[0], n == "anna")  # expect: anna de ANNA str anna! 4 a True
print({n: 1}["anna"], f"{n:>6}", "anna" in [n], isinstance(n, str), n.join(["a", "b"]))  # expect: 1   anna True True aannab
