import Diagnostics
import PythonSyntax

/// A region of the source with names of its own.
final class Scope {
    enum Kind: UInt8 {
        case module, `class`, function
        /// A list, set or dictionary comprehension: its names live in registers of the code around it.
        case comprehension
    }

    /// How a name is reached.
    enum Access: Equatable {
        case local
        /// A local that inner functions share.
        case cell
        /// A cell of an outer function.
        case free
        case global
        /// A name of a class body, with what is asked when the body has not bound it.
        case classBody(fallsBackToCell: Bool)
    }

    let kind: Kind
    let parent: Scope?
    /// Names bound here, in the order of their first binding.
    private(set) var bound: [String] = []
    private var isBound: Set<String> = []
    var globals: Set<String> = []
    var nonlocals: Set<String> = []
    /// Names bound here that inner functions use.
    private(set) var captured: Set<String> = []
    /// Names of outer functions used here or further in, in the order of their first use.
    private(set) var free: [String] = []
    /// Names that a `del` or the end of a handler unbinds.
    var unbound: Set<String> = []
    var isGenerator = false
    var isGeneratorExpression = false
    /// Whether `:=` occurs, so that operands must be copied.
    var hasNamedExpressions = false

    init(_ kind: Kind, in parent: Scope?) {
        self.kind = kind
        self.parent = parent
    }

    func bind(_ name: String) {
        if isBound.insert(name).inserted { bound.append(name) }
    }

    func binds(_ name: String) -> Bool {
        isBound.contains(name) && !globals.contains(name) && !nonlocals.contains(name)
    }

    /// Names used here; resolved once all bindings are known.
    var uses: [String] = []

    /// Resolves the names used here, so that every scope on the way to a binding knows of them.
    func resolveUses() {
        for name in uses { _ = resolve(name, capturing: false) }
        // A function that shares an outer name needs its cell even where it only assigns.
        for name in nonlocals { _ = resolve(name, capturing: false) }
    }

    /// How a name is reached from here. Only true once all scopes have noted their names.
    func access(_ name: String) -> Access {
        switch kind {
        case .module: .global
        case .class:
            if globals.contains(name) {
                .global
            } else if binds(name) {
                .classBody(fallsBackToCell: false)
            } else if free.contains(name) {
                nonlocals.contains(name) ? .free : .classBody(fallsBackToCell: true)
            } else {
                .classBody(fallsBackToCell: false)
            }
        case .function:
            if binds(name) {
                captured.contains(name) ? .cell : .local
            } else if free.contains(name) {
                .free
            } else {
                .global
            }
        case .comprehension:
            if binds(name) { captured.contains(name) ? .cell : .local } else { outerAccess(name) }
        }
    }

    /// A comprehension in a class body does not see the names of the body.
    private func outerAccess(_ name: String) -> Access {
        guard let parent else { return .global }
        guard parent.kind == .class else { return parent.access(name) }
        return parent.free.contains(name) ? .free : .global
    }

    /// The name under which methods reach the class they are written in, for `super()`.
    static let ownClass = "__class__"

    /// Finds the function that binds a name, marking captures on the way; true when there is one.
    private func resolve(_ name: String, capturing: Bool) -> Bool {
        if kind == .module || globals.contains(name) { return false }
        if kind == .class, name == Self.ownClass, capturing {
            captured.insert(name)
            return true
        }
        if binds(name), kind != .class || !capturing {
            if capturing { captured.insert(name) }
            return true
        }
        var outer = parent
        while let scope = outer, scope.kind == .class, name != Self.ownClass {
            outer = scope.parent
        }
        guard let outer, outer.resolve(name, capturing: capturing || kind != .comprehension) else {
            return false
        }
        if kind != .comprehension, !free.contains(name) { free.append(name) }
        passThroughClasses(name, to: outer)
        return true
    }

    /// Class bodies between a function and the function whose variable it uses hand the cell on.
    private func passThroughClasses(_ name: String, to outer: Scope) {
        var scope = parent
        while let current = scope, current !== outer {
            if !current.free.contains(name) { current.free.append(name) }
            scope = current.parent
        }
    }
}

/// Identifies the scope of a node.
struct ScopeKey: Hashable {
    let kind: Scope.Kind
    let span: SourceSpan
}
