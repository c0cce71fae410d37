import PythonRuntime

/// Names that NumPy had once, and what it says of them.
enum RetiredNames {
    /// The mistake of asking for a name that is gone; nil for a name that never was.
    static func error(_ name: String, in python: Interpreter) -> PythonError? {
        guard let advice = advice[name] else { return nil }
        let text = """
            module 'numpy' has no attribute '\(name)'.
            `np.\(name)` was a deprecated alias for the builtin `\(name)`. To avoid this error in existing code, use `\(name)` by itself. Doing this will not modify any behavior and is safe. \(advice)
            The aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note at:
                https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations
            """
        return python.error("AttributeError", text)
    }

    private static let advice = [
        "float": wanted("float64"), "bool": wanted("bool_"), "str": wanted("str_"),
        "complex": wanted("complex128"), "object": "",
        "int":
            "When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you wish to review your current use, check the release note link for additional information.",
    ]

    private static func wanted(_ type: String) -> String {
        "If you specifically wanted the numpy scalar type, use `np.\(type)` here."
    }
}
