/// `format` of texts.
extension Interpreter {
    /// `str.__format__`.
    func formatText(_ value: StringObject, of typeName: String, _ text: String) throws -> String {
        if text.isEmpty { return value.string }
        let specification = try FormatSpecificationParser.parse(
            text, default: .left, for: typeName, in: self)
        if let type = specification.type, type != "s" { throw unknownCode(type, for: typeName) }
        try checkTextOptions(specification)
        var result = value.string
        if specification.precision >= 0, specification.precision < value.count {
            result = value.substring(0..<specification.precision)
        }
        return try specification.aligned(result, in: self)
    }

    private func checkTextOptions(_ specification: FormatSpecification) throws {
        if let grouping = specification.grouping {
            let mark = String(Unicode.Scalar(grouping.rawValue))
            throw valueError("Cannot specify '\(mark)' with 's'.")
        }
        if let sign = specification.sign {
            let what = sign == " " ? "Space" : "Sign"
            throw valueError("\(what) not allowed in string format specifier")
        }
        guard !specification.dropsNegativeZero else {
            throw valueError("Negative zero coercion (z) not allowed in string format specifier")
        }
        guard !specification.isAlternate else {
            throw valueError("Alternate form (#) not allowed in string format specifier")
        }
        guard specification.alignment != .afterSign else {
            throw valueError("'=' alignment not allowed in string format specifier")
        }
    }
}

extension Builtins {
    static func defineStringFormatting(_ t: TypeBuilder) {
        t.binary(.format) { python, value, specification -> Value in
            if specification.text?.isEmpty == true {
                return .string(try python.str(value), in: python)
            }
            let text = try StringObject.from(value, in: python)
            let result = try python.formatText(
                text, of: python.typeName(value),
                python.text(specification, "__format__() argument").string)
            // What nothing is done to stays the same object, of whatever class.
            return text.isEqual(to: result) ? value : .string(result, in: python)
        }
        t.raw(
            "format(self, /, *args, **kwargs)\n\nThe text with its fields replaced by the arguments."
        ) { python, arguments in
            guard let template = arguments.positional.first?.text else {
                throw python.typeError("unbound method str.format() needs an argument")
            }
            let named = DictionaryObject(in: python)
            for (name, value) in arguments.keywords { named[name] = value }
            var formatter = TemplateFormatter(
                positional: Array(arguments.positional.dropFirst()), named: .object(named),
                in: python)
            return .string(try formatter.format(template), in: python)
        }
        t.def("format_map(self, mapping, /)\n\nThe text with its fields looked up in a mapping.") {
            (python: Interpreter, text: StringObject, mapping: Value) in
            var formatter = TemplateFormatter(positional: nil, named: mapping, in: python)
            return try formatter.format(text.string)
        }
        t.binary(.mod) { python, text, arguments -> Value in
            guard let template = text.text else { return python.notImplemented }
            return .string(try python.formatPercent(template, arguments), in: python)
        }
        t.binary(.rmod) { python, arguments, template -> Value in
            guard let template = template.text else { return python.notImplemented }
            return .string(try python.formatPercent(template, arguments), in: python)
        }
    }
}
