import PythonRuntime

/// What a session at a prompt has besides the builtins: `help`, `exit`, `quit`.
enum InteractiveFunctions {
    static func define(in python: Interpreter) {
        let help = NativeFunction(
            "help(object=..., /)\n\nPrints what an object is and how it is used.",
            .one { python, value in
                if python.isMissing(value) {
                    python.output.stdout(
                        "help(object) tells what an object is and how it is used.\n")
                } else {
                    try ObjectHelp(python).help(value)
                }
                return .none
            }, in: python)
        python.builtins["help"] = .object(help)
        for name in ["exit", "quit"] {
            let function = NativeFunction(
                "\(name)(code=None, /)\n\nEnds the cell.",
                .one { python, code in
                    throw python.error(
                        python.types.exception("SystemExit"), code.isNone ? [] : [code])
                }, in: python)
            python.builtins[name] = .object(function)
        }
    }
}
