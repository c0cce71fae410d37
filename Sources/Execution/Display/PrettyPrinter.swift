import PythonRuntime

/// The text of a value as IPython's `Out[n]` shows it.
struct PrettyPrinter {
    private let python: Interpreter
    private var layout = PrettyLayout()
    /// The containers that are being printed.
    private var open: Set<ObjectIdentifier> = []

    /// Items of one container that are shown.
    private static let itemLimit = 1000

    static func text(of value: Value, in python: Interpreter) throws -> String {
        var printer = PrettyPrinter(python: python)
        try printer.print(value)
        return printer.layout.finish()
    }

    private init(python: Interpreter) { self.python = python }

    private mutating func print(_ value: Value) throws {
        guard let object = value.object else { return try printLines(python.repr(value)) }
        guard !open.contains(ObjectIdentifier(object)) else {
            return layout.text(recursionMark(object))
        }
        open.insert(ObjectIdentifier(object))
        defer { open.remove(ObjectIdentifier(object)) }
        try print(object)
    }

    private func recursionMark(_ object: Object) -> String {
        switch object {
        case is ListObject: "[...]"
        case is TupleObject: "(...)"
        case is DictionaryObject: "{...}"
        default: "<\(object.type.name) ...>"
        }
    }

    private mutating func print(_ object: Object) throws {
        let python = python
        switch object {
        case let list as ListObject where usesBuiltinRepr(list, python.types.list):
            try sequence(list.items, "[", "]")
        case let tuple as TupleObject where usesBuiltinRepr(tuple, python.types.tuple):
            try sequence(tuple.items, "(", tuple.count == 1 ? ",)" : ")")
        case let dictionary as DictionaryObject: try self.dictionary(dictionary)
        case let set as SetObject: try self.set(set)
        case let type as TypeObject where hasOwnRepr(type): try printOther(type)
        case let type as TypeObject: layout.text(name(of: type))
        case let function as FunctionObject:
            layout.text(
                "<function \(moduleName(function.moduleName)).\(function.qualifiedName)\(try SignatureText.text(of: function, in: python))>"
            )
        case let function as NativeFunction where !function.moduleName.hasPrefix("numpy"):
            layout.text(SignatureText.display(of: function))
        default: try printOther(object)
        }
    }

    private func usesBuiltinRepr(_ object: Object, _ type: TypeObject) -> Bool {
        object.type === type
    }

    /// Whether the class of a class says how it is shown, as that of enumerations does.
    private func hasOwnRepr(_ type: TypeObject) -> Bool {
        type.type.owner(of: "__repr__").map { $0 !== python.types.type } ?? false
    }

    private func moduleName(_ value: Value) -> String { value.text ?? "None" }

    /// A class by its full name, built-in ones by their own.
    private func name(of type: TypeObject) -> String {
        type.moduleName == "builtins"
            ? type.qualifiedName : "\(type.moduleName).\(type.qualifiedName)"
    }

    /// IPython's own form for objects whose class has no `__repr__`.
    private mutating func printOther(_ object: Object) throws {
        let value = Value.object(object)
        if object.type.name == "Pattern", object.type.moduleName == "re" {
            return layout.text(try expression(value))
        }
        let repr = try python.repr(value)
        if repr == python.defaultRepr(value) {
            layout.text("<\(name(of: object.type)) at \(python.address(value))>")
        } else {
            printLines(repr)
        }
    }

    /// A regular expression with the flags it has, those that it has anyway among them.
    private func expression(_ value: Value) throws -> String {
        let pattern = try python.repr(python.getAttribute(value, "pattern"))
        let flags = try python.index(python.getAttribute(value, "flags"))
        let names = [
            "TEMPLATE", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE",
        ]
        let set = names.enumerated().filter { flags & 1 << $0.offset != 0 }.map {
            "re." + $0.element
        }
        let text = "r" + pattern.replacing("\\\\", with: "\\")
        return
            "re.compile(\(([text] + (set.isEmpty ? [] : [set.joined(separator: "|")])).joined(separator: ", ")))"
    }

    private mutating func printLines(_ text: String) {
        layout.begin("", indentation: 0)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if index > 0 { layout.lineEnd() }
            layout.text(String(line))
        }
        layout.end("", indentation: 0)
    }

    // MARK: Containers

    private mutating func sequence(_ items: [Value], _ opening: String, _ closing: String) throws {
        let indentation = opening.unicodeScalars.count
        layout.begin(opening, indentation: indentation)
        for (index, item) in items.enumerated() {
            if index > 0 {
                layout.text(",")
                layout.separator()
            }
            if index == Self.itemLimit {
                layout.text("...")
                break
            }
            try print(item)
        }
        layout.end(closing, indentation: indentation)
    }

    private mutating func dictionary(_ dictionary: DictionaryObject) throws {
        switch dictionary.type.name {
        case "dict": try entries(dictionary.items, "{", "}")
        case "defaultdict":
            let factory = try python.getAttribute(.object(dictionary), "default_factory")
            layout.begin("defaultdict(", indentation: "defaultdict(".count)
            try print(factory)
            layout.text(",")
            layout.separator()
            try entries(dictionary.items, "{", "}")
            layout.end(")", indentation: "defaultdict(".count)
        case "Counter":
            let common = try python.list(python.callMethod(.object(dictionary), "most_common"))
            let items = try common.map { pair in
                let pair = try python.list(pair)
                return (pair[0], pair[1])
            }
            layout.begin("Counter(", indentation: "Counter(".count)
            if !items.isEmpty { try entries(items, "{", "}") }
            layout.end(")", indentation: "Counter(".count)
        case "OrderedDict":
            let pairs = dictionary.items.map { Value.tuple([$0.key, $0.value], in: python) }
            layout.begin("OrderedDict(", indentation: "OrderedDict(".count)
            if !pairs.isEmpty { try sequence(pairs, "[", "]") }
            layout.end(")", indentation: "OrderedDict(".count)
        default: printLines(try python.repr(.object(dictionary)))
        }
    }

    private mutating func entries(
        _ items: [(key: Value, value: Value)], _ opening: String, _ closing: String
    ) throws {
        layout.begin(opening, indentation: 1)
        for (index, item) in items.enumerated() {
            if index > 0 {
                layout.text(",")
                layout.separator()
            }
            if index == Self.itemLimit {
                layout.text("...")
                break
            }
            try print(item.key)
            layout.text(": ")
            try print(item.value)
        }
        layout.end(closing, indentation: 1)
    }

    /// Sets are shown sorted where their items can be.
    private mutating func set(_ set: SetObject) throws {
        let isFrozen = set.type === python.types.frozenset
        guard isFrozen || set.type === python.types.set else {
            return printLines(try python.repr(.object(set)))
        }
        if set.count == 0 { return layout.text(isFrozen ? "frozenset()" : "set()") }
        let sorted = try? sorted(set.items)
        try sequence(sorted ?? set.items, isFrozen ? "frozenset({" : "{", isFrozen ? "})" : "}")
    }

    private func sorted(_ items: [Value]) throws -> [Value] {
        var result = items
        try result.sort { try python.isLess($0, $1) }
        return result
    }
}
