/// The modules that are imported, and those that can be.
package final class ModuleTable {
    /// How a native module is made when it is first imported.
    package typealias Maker = (Interpreter) throws -> ModuleObject

    private var makers: [String: Maker] = [:]
    package private(set) var loaded: [String: ModuleObject] = [:]
    private var order: [String] = []
    /// `sys.modules`, once somebody has it.
    package var shown: DictionaryObject?
    /// Asked for modules that are not native: a `.py` file beside the note. nil where there is none.
    package var finder: ((String, Interpreter) throws -> ModuleObject?)?
    /// Why a known name can't be imported: "a note may not start programs".
    package var refusals: [String: String] = [:]
    /// What to do instead of importing such a module.
    package var refusalHints: [String: String] = [:]

    /// The library's modules in the order in which the note needed them first, without those they needed.
    private(set) var imports: [String] = []
    private var libraryDepth = 0

    /// Whether a module is the library's and not the note's.
    func isLibrary(_ name: String) -> Bool { makers[name] != nil }

    /// Registers a native module.
    package func register(_ name: String, _ make: @escaping Maker) {
        if makers.updateValue(make, forKey: name) == nil { order.append(name) }
    }

    /// Forgets all modules and how they are made.
    func close() {
        (makers, loaded, order, finder, shown) = ([:], [:], [], nil, nil)
    }

    /// The names that can be imported, for suggestions.
    package var names: [String] { order }

    package func add(_ module: ModuleObject, as name: String) {
        loaded[name] = module
        shown?[name] = .object(module)
    }

    /// Forgets a module whose source failed, so that the next import runs it again.
    package func remove(_ name: String) { loaded[name] = nil }

    /// The module of a dotted name; nil where there is none.
    package func find(_ name: String, in python: Interpreter) throws -> ModuleObject? {
        if let module = loaded[name] { return module }
        let module: ModuleObject
        if let make = makers[name] {
            if libraryDepth == 0 { imports.append(name) }
            libraryDepth += 1
            defer { libraryDepth -= 1 }
            module = try make(python)
        } else if let found = try finder?(name, python) {
            module = found
        } else {
            return nil
        }
        loaded[name] = module
        shown?[name] = .object(module)
        return module
    }
}

extension Interpreter {
    /// `import a.b.c`: gives the last module, or with `binding: .first` the first.
    func importModule(_ path: String, givesFirst: Bool) throws -> Value {
        let name = path.drop { $0 == "." }
        if name.isEmpty || path.hasPrefix(".") {
            throw error("ImportError", "attempted relative import with no known parent package")
        }
        let parts = name.split(separator: ".").map(String.init)
        var module: ModuleObject?
        var first: ModuleObject?
        for end in 1...parts.count {
            let prefix = parts[..<end].joined(separator: ".")
            guard let found = try subModule(prefix, last: parts[end - 1], of: module) else {
                throw noModule(
                    prefix, parent: end > 1 ? parts[..<(end - 1)].joined(separator: ".") : nil)
            }
            if let module, module.namespace[parts[end - 1]] == nil {
                module.namespace[parts[end - 1]] = .object(found)
            }
            module = found
            first = first ?? found
        }
        guard let last = module, let first else { return .none }
        return .object(givesFirst ? first : last)
    }

    /// A module by its full name, or a module that its parent has as an attribute (`tensorflow.keras`).
    private func subModule(_ path: String, last: String, of parent: ModuleObject?) throws
        -> ModuleObject?
    {
        if let found = try modules.find(path, in: self) { return found }
        guard let parent, let value = try moduleAttribute(parent, last) else { return nil }
        return value.object as? ModuleObject
    }

    private func noModule(_ name: String, parent: String?) -> PythonError {
        if let reason = modules.refusals[name] {
            let failure = error("NotSupported", "\(name) is not available in nbrun (\(reason))")
            if let hint = modules.refusalHints[name] { failure.exception.hints.append(hint) }
            return failure
        }
        var message = "No module named '\(name)'"
        if let parent, !name.contains(".."), modules.loaded[parent] != nil,
            modules.names.contains(parent),
            !modules.names.contains(where: { $0.hasPrefix(parent + ".") })
        {
            message += "; '\(parent)' is not a package"
        }
        let failure = error("ModuleNotFoundError", message)
        if let near = nearest(name, among: modules.names) {
            failure.exception.hints.append("did you mean `\(near)`?")
        }
        return failure
    }

    /// An attribute of a module, made on first use where the module can.
    package func moduleAttribute(_ module: ModuleObject, _ name: String) throws -> Value? {
        if let value = module.namespace[name] { return value }
        if let made = try module.makeAttribute?(name) {
            module.namespace[name] = made
            return made
        }
        return nil
    }

    func importFrom(_ source: Value, _ name: String) throws -> Value {
        guard let module = source.object as? ModuleObject else {
            return try getAttribute(source, name)
        }
        if let value = try moduleAttribute(module, name) { return value }
        if let value = try modules.find("\(module.name).\(name)", in: self) {
            return .object(value)
        }
        let failure = error(
            "ImportError", "cannot import name '\(name)' from '\(module.name)' (unknown location)")
        if let near = nearest(name, among: module.namespace.names) {
            failure.exception.hints.append("did you mean `\(near)`?")
        }
        throw failure
    }

    func importStar(_ source: Value, into namespace: Namespace) throws {
        guard let module = source.object as? ModuleObject else { return }
        let names: [String]
        if let all = module.namespace["__all__"] {
            names = try list(all).compactMap(\.text)
        } else {
            names = module.namespace.names.filter { !$0.hasPrefix("_") }
        }
        for name in names { namespace[name] = try importFrom(source, name) }
    }
}
