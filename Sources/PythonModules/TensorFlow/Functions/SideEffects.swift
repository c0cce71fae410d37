import PythonRuntime

/// What a function in Python can change beside variables of TensorFlow: a graph, which knows nothing of it, leaves it as
/// it was.
struct SideEffects {
    private var restorations: [() -> Void] = []
    private var plainRestorations: [() -> Void] = []

    /// Whether a graph knows some values by heart.
    var hasPlainValues: Bool { !plainRestorations.isEmpty }

    /// What a function reaches: the variables it names, the collections and objects in them, and its receiver.
    init(of function: FunctionObject, receiver: Value?, in python: Interpreter) {
        for variable in function.outerVariables {
            restorations.append(variable.restore)
            if Self.isPlain(variable.value) { plainRestorations.append(variable.restore) }
            note(variable.value, in: python)
        }
        if let receiver { note(receiver, in: python) }
    }

    /// Gives variables and attributes that hold plain values those that they had: a graph knows these by heart.
    func restorePlainValues() { for restore in plainRestorations { restore() } }

    /// Whether a graph would hold a value as a constant.
    private static func isPlain(_ value: Value) -> Bool {
        switch value {
        case .int, .float, .bool, .none: true
        case .object: value.text != nil
        }
    }

    /// Does `body`, and undoes what it changed.
    func undone<R>(_ body: () throws -> R) rethrows -> R {
        defer { for restore in restorations { restore() } }
        return try body()
    }

    /// Larger collections are data, and no notes about calls.
    private static let sizeLimit = 32

    private mutating func note(_ value: Value, in python: Interpreter) {
        switch value.object {
        case let list as ListObject:
            guard list.count <= Self.sizeLimit else { return }
            let items = list.items
            restorations.append {
                while list.count > items.count { _ = list.remove(at: list.count - 1) }
                list.append(contentsOf: Array(items.dropFirst(list.count)))
                for (index, item) in items.enumerated() where !list[index].isIdentical(to: item) {
                    list[index] = item
                }
            }
        case let dictionary as DictionaryObject:
            guard dictionary.count <= Self.sizeLimit else { return }
            let entries = dictionary.items
            restorations.append {
                let now = dictionary.items
                let isSame =
                    now.count == entries.count
                    && zip(now, entries).allSatisfy {
                        $0.key.isIdentical(to: $1.key) && $0.value.isIdentical(to: $1.value)
                    }
                if isSame { return }
                for (key, _) in dictionary.items
                where !entries.contains(where: { $0.key.isIdentical(to: key) }) {
                    _ = try? python.deleteItem(.object(dictionary), key)
                }
                for (key, value) in entries {
                    try? python.setItem(.object(dictionary), key, value)
                }
            }
        case let instance as InstanceObject where !instance.type.isBuiltin:
            let attributes = instance.ownAttributes.filter { Self.isPlain($0.value) }
            guard !attributes.isEmpty else { return }
            plainRestorations.append {
                for (name, value) in attributes { instance.setAttribute(name, value) }
            }
            restorations.append {
                for (name, value) in attributes
                where instance.attribute(name)?.isIdentical(to: value) == false {
                    instance.setAttribute(name, value)
                }
            }
        default: return
        }
    }
}
