import PythonSyntax

/// The module-level names that a source uses and binds.
package struct ModuleNames {
    package let used: Set<String>
    package let bound: Set<String>

    package init(_ module: Module) {
        let (outer, inner) = ScopeBuilder.build(module.body)
        var used = Set(outer.uses)
        var bound = Set(outer.bound)
        for scope in inner.values {
            used.formUnion(
                scope.uses.filter { scope.access($0) == .global || scope.kind == .class })
            bound.formUnion(scope.globals)
        }
        self.used = used
        self.bound = bound
    }
}
