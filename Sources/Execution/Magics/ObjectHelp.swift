import PythonRuntime

/// What `name?` and `help(name)` tell of an object.
struct ObjectHelp {
    private let python: Interpreter

    init(_ python: Interpreter) { self.python = python }

    // MARK: name?

    /// Prints what IPython prints for `name?`.
    func describe(_ name: String) throws {
        guard let value = try value(of: name) else {
            python.output.stdout("Object `\(name)` not found.\n")
            return
        }
        var fields: [(title: String, text: String)] = []
        let type = python.type(of: value).name
        let isClass = value.object is TypeObject
        let signature = signature(of: value)
        if let signature {
            fields.append((isClass ? "Init signature" : "Signature", name.lastPart + signature))
        }
        let documentation = documentation(of: value)
        if isClass || signature != nil {
            fields.append(("Docstring", documentation ?? "<no docstring>"))
            fields.append(("Type", type))
        } else {
            fields.append(("Type", type))
            fields.append(("String form", try python.str(value)))
            if let length = try? python.length(value) { fields.append(("Length", "\(length)")) }
            fields.append(("Docstring", documentation ?? "<no docstring>"))
        }
        write(fields)
    }

    private func write(_ fields: [(title: String, text: String)]) {
        let width = (fields.map(\.title.count).max() ?? 0) + 2
        for (title, text) in fields {
            let blanks = String(repeating: " ", count: width - title.count - 1)
            let isLong = text.contains("\n")
            python.output.stdout("\(title):" + (isLong ? "\n" : blanks) + text + "\n")
        }
    }

    /// The value of a dotted name; nil where there is none.
    private func value(of name: String) throws -> Value? {
        var parts = name.split(separator: ".").map(String.init)[...]
        guard let first = parts.popFirst() else { return nil }
        var value = python.main.namespace[first] ?? python.builtins[first]
        for part in parts {
            guard let object = value else { return nil }
            value = try python.lookUpAttribute(object, part)
        }
        return value
    }

    // MARK: help(name)

    /// Prints what an object is, its signature, and its help.
    func help(_ value: Value) throws {
        if let type = value.object as? TypeObject { return try help(ofClass: type) }
        guard let signature = signature(of: value) else {
            return try help(ofClass: python.type(of: value))
        }
        let name = (try python.lookUpAttribute(value, "__name__"))?.text ?? "function"
        let module = (try python.lookUpAttribute(value, "__module__"))?.text
        let kind = value.object is NativeFunction ? "built-in function" : "function"
        let place = module.map { " in module \($0)" } ?? ""
        python.output.stdout("Help on \(kind) \(name)\(place):\n\n\(name)\(signature)\n")
        python.output.stdout(indented(documentation(of: value)) + "\n\n")
    }

    private func help(ofClass type: TypeObject) throws {
        let bases = type.bases.map { base in
            base.moduleName == "__main__" ? base.name : "\(base.moduleName).\(base.name)"
        }
        python.output.stdout("Help on class \(type.name) in module \(type.moduleName):\n\n")
        python.output.stdout("class \(type.name)(\(bases.joined(separator: ", ")))\n")
        var lines: [String] = []
        if let signature = signature(of: .object(type)) { lines += [type.name + signature, ""] }
        if let text = documentation(of: .object(type)) {
            lines += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines.append("")
        }
        lines.append("Methods defined here:")
        for name in type.ownNames.sorted() where !name.hasPrefix("_") || name == "__init__" {
            guard let method = type.ownAttribute(name), let signature = signature(of: method) else {
                continue
            }
            lines += ["", name + signature]
            lines += indented(documentation(of: method)).split(separator: "\n").map(String.init)
        }
        for line in lines { python.output.stdout(line.isEmpty ? " |\n" : " |  \(line)\n") }
        python.output.stdout("\n")
    }

    private func indented(_ text: String?) -> String {
        (text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    }

    // MARK: Parts

    /// `(a, b=2)`; nil where a value cannot be called, or does not say how.
    private func signature(of value: Value) -> String? {
        switch value.object {
        case let function as FunctionObject:
            return try? SignatureText.text(of: function, in: python)
        case let native as NativeFunction:
            return native.signatureText.firstIndex(of: "(").map {
                String(native.signatureText[$0...])
            }
        case let method as BoundMethodObject:
            return signature(of: method.function).map(withoutReceiver)
        case let type as TypeObject:
            if let function = type.documentationFunction { return signature(of: .object(function)) }
            return type.lookUp("__init__").flatMap(signature).map(withoutReceiver)
        default: return nil
        }
    }

    private func withoutReceiver(_ signature: String) -> String {
        guard let comma = signature.firstIndex(of: ",") else { return "()" }
        return "(" + signature[signature.index(after: comma)...].drop { $0 == " " }
    }

    private func documentation(of value: Value) -> String? {
        if let type = value.object as? TypeObject, let function = type.documentationFunction {
            return function.documentation.map(Self.trimmed)
        }
        let found = try? python.lookUpAttribute(value, "__doc__")
        return (found ?? nil)?.text.map(Self.trimmed)
    }

    /// Without what all lines but the first are indented by, and without blank lines at the ends.
    static func trimmed(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(
            Substring.init)
        let indentation =
            lines.dropFirst().filter { !$0.allSatisfy(\.isWhitespace) }
            .map { $0.prefix { $0 == " " }.count }.min() ?? 0
        for index in lines.indices {
            lines[index] =
                index == 0
                ? lines[index].drop { $0 == " " }
                : lines[index].dropFirst(min(indentation, lines[index].count))
        }
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}

extension String {
    /// What stands behind the last dot.
    fileprivate var lastPart: String { String(split(separator: ".").last ?? "") }
}
