import secrets
print(len(secrets.token_hex(4)), 0 <= secrets.randbelow(5) < 5, secrets.choice([7]), secrets.compare_digest("a", "a"))  # expect: 8 True 7 True
