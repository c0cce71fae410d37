print({1, 1.0, True}, len({0, False, 0.0}))  # expect: {1} 1
