import PythonRuntime

/// The methods that classes of a note may have for being shown: `_repr_html_` and its kin.
enum RichMethods {
    private static let methods = [
        ("_repr_html_", "text/html"), ("_repr_svg_", "image/svg+xml"),
        ("_repr_markdown_", "text/markdown"), ("_repr_latex_", "text/latex"),
    ]

    /// What an instance's own methods give; empty for values of other kinds.
    static func representations(of value: Value, in python: Interpreter) throws -> [String: String]
    {
        guard let object = value.object, object.kind == .instance || object is InstanceObject,
            !(object is TypeObject)
        else { return [:] }
        var bundle: [String: String] = [:]
        for (name, type) in methods where object.type.lookUp(name) != nil {
            if let text = try python.callMethod(value, name).text { bundle[type] = text }
        }
        return bundle
    }
}
