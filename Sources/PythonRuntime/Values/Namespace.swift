/// A module's variables, each in a cell of its own, so that code finds them without a look-up by name.
package final class Namespace {
    private var cells: [String: GlobalCell] = [:]
    private var order: [String] = []

    package init() {}

    /// The cell of a name, made unbound where there is none yet.
    func cell(_ name: String) -> GlobalCell {
        if let cell = cells[name] { return cell }
        let cell = GlobalCell()
        cells[name] = cell
        order.append(name)
        return cell
    }

    /// The cell of a name that is bound.
    func boundCell(_ name: String) -> GlobalCell? {
        cells[name].flatMap { $0.slot.isUndefined ? nil : $0 }
    }

    package subscript(name: String) -> Value? {
        get {
            guard let cell = cells[name], !cell.slot.isUndefined else { return nil }
            return cell.slot.value
        }
        set { cell(name).set(newValue.map(Slot.init(counting:)) ?? .undefined) }
    }

    /// The names that are bound, in the order of their first mention.
    package var names: [String] { order.filter { cells[$0]?.slot.isUndefined == false } }

    /// All names that were mentioned, bound or not.
    var mentioned: [String] {
        get { order }
        set {
            for name in newValue { _ = cell(name) }
            let named = Set(newValue)
            order = newValue + order.filter { !named.contains($0) }
        }
    }

    /// The values of all names that are bound.
    var values: [Value] {
        order.compactMap { cells[$0].flatMap { $0.slot.isUndefined ? nil : $0.slot.value } }
    }

    /// Unbinds everything, so that what only the module held goes.
    package func removeAll() { for name in order { self[name] = nil } }
}

/// A module's variable.
final class GlobalCell {
    var slot: Slot = .undefined

    /// Replaces the value by one whose count the caller hands over.
    func set(_ new: Slot) {
        let old = slot
        slot = new
        old.release()
    }

    deinit { slot.release() }
}

/// A `module`.
package final class ModuleObject: Object {
    package let name: String
    package let namespace: Namespace
    /// Makes an attribute that is asked for the first time; nil where the module has no such name.
    package var makeAttribute: ((String) throws -> Value?)?

    package init(_ name: String, namespace: Namespace = Namespace(), in python: Interpreter) {
        self.name = name
        self.namespace = namespace
        super.init(type: python.types.module, kind: .module)
        if namespace["__name__"] == nil { namespace["__name__"] = .string(name, in: python) }
    }
}
