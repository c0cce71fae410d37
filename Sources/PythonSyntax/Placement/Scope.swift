import Diagnostics

/// A part of a text with names of its own.
final class Scope {
    enum Kind {
        case module, `class`, function
        /// A comprehension and how messages call it.
        case comprehension(String)
    }

    /// What is known of a name in a scope.
    struct Facts: OptionSet {
        let rawValue: UInt8

        static let parameter = Facts(rawValue: 1)
        static let local = Facts(rawValue: 2)
        static let used = Facts(rawValue: 4)
        static let annotated = Facts(rawValue: 8)
        static let global = Facts(rawValue: 16)
        static let nonlocal = Facts(rawValue: 32)
        /// The target of a `for` in a comprehension.
        static let iteration = Facts(rawValue: 64)
    }

    /// A name of a `global` or `nonlocal` statement.
    struct Declaration {
        var name: String
        var span: SourceSpan
    }

    let kind: Kind
    let parent: Scope?
    var facts: [String: Facts] = [:]
    var declarations: [Declaration] = []
    var children: [Scope] = []
    /// How many iterables of comprehensions are being walked.
    var iterableDepth = 0
    /// Whether the target of a comprehension's `for` is being walked.
    var isInIterationTarget = false

    init(_ kind: Kind, in parent: Scope?) {
        self.kind = kind
        self.parent = parent
        parent?.children.append(self)
    }

    var isComprehension: Bool {
        if case .comprehension = kind { true } else { false }
    }

    func add(_ fact: Facts, to name: String) { facts[name, default: []].insert(fact) }
}

extension Scope {
    /// Checks that each `nonlocal` finds its name in a function around; `bound` are the names of these
    /// functions, nil for the module.
    func checkDeclarations(bound: Set<String>?) throws(SyntaxFault) {
        for declaration in declarations {
            guard facts[declaration.name]?.contains(.nonlocal) == true else { continue }
            try check(declaration, bound: bound)
        }
        var visible = bound ?? []
        for (name, known) in facts {
            if known.contains(.global) {
                visible.remove(name)
            } else if isFunction, !known.isDisjoint(with: [.local, .parameter]) {
                visible.insert(name)
            }
        }
        if case .class = kind { visible.insert("__class__") }
        for child in children { try child.checkDeclarations(bound: visible) }
    }

    private func check(
        _ declaration: Declaration, bound: Set<String>?
    ) throws(SyntaxFault) {
        let name = declaration.name
        let message: String
        if facts[name]?.contains(.global) == true {
            message = "name '\(name)' is nonlocal and global"
        } else if bound == nil {
            message = "nonlocal declaration not allowed at module level"
        } else if bound?.contains(name) == false {
            message = "no binding for nonlocal '\(name)' found"
        } else {
            return
        }
        throw SyntaxFault(.syntaxError, message, at: declaration.span)
    }

    private var isFunction: Bool {
        switch kind {
        case .function, .comprehension: true
        case .module, .class: false
        }
    }
}
