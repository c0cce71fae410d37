code = compile("3 * 4", "<sum>", "eval")
print(eval(code))  # expect: 12
exec(compile("print(7)", "<text>", "exec"))  # expect: 7
