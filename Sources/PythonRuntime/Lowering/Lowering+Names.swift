import Diagnostics
import PythonSyntax

/// Names: where they live, and how they are read, bound and unbound.
extension Lowering {
    /// Where a name lives, from the scope that is being lowered.
    func access(_ name: String) -> Scope.Access { scopes[scopes.count - 1].access(name) }

    /// The register of a local, a cell or a free name.
    func register(_ name: String) -> Register? {
        for (index, scope) in scopes.enumerated().reversed() {
            if let register = registers[index][name], index == 0 || scope.binds(name) {
                return register
            }
        }
        return nil
    }

    /// Reads a name into a register.
    func load(_ name: String, into target: Register) {
        switch access(name) {
        case .local:
            guard let register = register(name) else { return }
            check(register)
            emit(.move, target, register)
        case .cell, .free:
            guard let register = register(name) else { return }
            emit(.loadCell, target, register, self.name(name))
        case .global: emit(.loadGlobal, target, wide: global(name))
        case .classBody(let fallsBack):
            if fallsBack, let register = register(name) {
                emit(.loadNameOrCell, target, register, self.name(name))
            } else {
                emit(.loadName, target, wide: global(name))
            }
        }
    }

    /// Raises where a local may be unbound.
    func check(_ register: Register) {
        if !assigned.contains(register) { emit(.checkLocal, register) }
    }

    /// Binds a name to a register's value.
    func store(_ name: String, from source: Register, observedAt span: SourceSpan? = nil) {
        switch access(name) {
        case .local:
            guard let register = register(name) else { return }
            if register != source { emit(.move, register, source) }
            noteAssigned(name, register)
        case .cell, .free:
            guard let register = register(name) else { return }
            emit(.storeCell, register, source)
        case .global:
            emit(.storeGlobal, source, wide: global(name))
            if let span { observe(name, source, span) }
        case .classBody: emit(.storeName, source, wide: self.name(name))
        }
    }

    func noteAssigned(_ name: String, _ register: Register) {
        if !scopes[scopes.count - 1].unbound.contains(name) { assigned.insert(register) }
    }

    private func observe(_ name: String, _ source: Register, _ span: SourceSpan) {
        guard unit.isObserved, scope.kind == .module else { return }
        parts.observed.append(ObservedAssignment(name: name, span: span))
        emit(.observe, source, wide: parts.observed.count - 1)
    }

    func delete(_ name: String) {
        switch access(name) {
        case .local:
            guard let register = register(name) else { return }
            emit(.deleteLocal, register)
            assigned.remove(register)
        case .cell, .free:
            guard let register = register(name) else { return }
            emit(.deleteCell, register, self.name(name))
        case .global: emit(.deleteGlobal, 0, wide: global(name))
        case .classBody: emit(.deleteName, 0, wide: self.name(name))
        }
    }

    /// Gives the locals and cells of a scope their registers; parameters already have theirs.
    func allocate(_ scope: Scope, at level: Int) {
        for name in scope.bound where registers[level][name] == nil && scope.binds(name) {
            let access = scope.access(name)
            guard access == .local || access == .cell else { continue }
            let register = temporary()
            registers[level][name] = register
            parts.localNames[register] = name
            // A register that served something else before must not look bound.
            if level > 0 { emit(.clear, register) }
            if access == .cell { emit(.makeCell, register) }
        }
    }
}
