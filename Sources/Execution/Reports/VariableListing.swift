import Notebooks
import PythonRuntime

/// Lists a note's variables, and those that a cell made or changed.
struct VariableListing {
    private let python: Interpreter
    /// What each variable looked like before the cell.
    private var before: [String: VariableSummary] = [:]
    private var identitiesBefore: [String: Value] = [:]

    init(_ python: Interpreter) { self.python = python }

    mutating func beginCell() {
        identitiesBefore = [:]
        for name in names { identitiesBefore[name] = python.main.namespace[name] }
        before = Dictionary(uniqueKeysWithValues: all().map { ($0.name, $0) })
    }

    /// The variables that are new, bound again, or look different than before the cell.
    func changed(assigned: [String]) -> [VariableSummary] {
        let assigned = Set(assigned)
        return all().filter { summary in
            if assigned.contains(summary.name) || before[summary.name] != summary { return true }
            guard let old = identitiesBefore[summary.name],
                let new = python.main.namespace[summary.name]
            else { return true }
            return !old.isIdentical(to: new)
        }
    }

    /// All variables in the order of their names.
    func all() -> [VariableSummary] {
        names.compactMap { name in
            python.main.namespace[name].map { ValueSummary(python).summary(of: $0, named: name) }
        }
    }

    /// The note's own names: no modules, no names with underscores, no results.
    private var names: [String] {
        python.main.namespace.names.filter { name in
            !name.hasPrefix("_") && !ResultHistory.owns(name)
                && !(python.main.namespace[name]?.object is ModuleObject)
                && !isImported(python.main.namespace[name])
        }.sorted()
    }

    /// Functions and classes of libraries are no variables of the note.
    private func isImported(_ value: Value?) -> Bool {
        switch value?.object {
        case is NativeFunction: true
        case let type as TypeObject: type.isBuiltin
        default: false
        }
    }
}
