import Diagnostics

/// A Python statement and where it stands.
package struct Statement: Sendable {
    package var kind: Kind
    package var span: SourceSpan

    package init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    package indirect enum Kind: Sendable {
        case expression(Expression)
        /// `a = b = value`: targets from left to right.
        case assignment(targets: [Expression], value: Expression)
        case augmented(target: Expression, BinaryOperator, value: Expression)
        /// `target: annotation = value`. `isSimple` is false for `(x): int`, which binds no annotation.
        case annotated(
            target: Expression, annotation: Expression, value: Expression?, isSimple: Bool)
        case `return`(Expression?)
        case raise(Expression?, cause: Expression?)
        case assert(Expression, message: Expression?)
        case delete([Expression])
        case pass, `break`, `continue`
        case global([String])
        case nonlocal([String])
        case `import`([ImportedName])
        /// `from ..module import names`: `level` counts the dots, `names` is nil for `*`.
        case importFrom(module: String, level: Int, names: [ImportedName]?)
        case `if`(test: Expression, then: [Statement], otherwise: [Statement])
        case `while`(test: Expression, body: [Statement], otherwise: [Statement])
        case `for`(
            target: Expression, iterable: Expression, body: [Statement], otherwise: [Statement])
        case with([WithItem], body: [Statement])
        case `try`(TryStatement)
        case match(subject: Expression, [MatchCase])
        case function(FunctionDefinition)
        case `class`(ClassDefinition)
    }
}

/// `module.path as alias`, or a name of a `from` import.
package struct ImportedName: Sendable {
    package var name: String
    package var alias: String?
    package var span: SourceSpan

    package init(name: String, alias: String? = nil, span: SourceSpan) {
        self.name = name
        self.alias = alias
        self.span = span
    }
}

/// `context as target` in a `with` statement.
package struct WithItem: Sendable {
    package var context: Expression
    package var target: Expression?

    package init(context: Expression, target: Expression? = nil) {
        self.context = context
        self.target = target
    }
}

/// `try … except … else … finally …`.
package struct TryStatement: Sendable {
    package struct Handler: Sendable {
        /// nil for a bare `except:`.
        package var type: Expression?
        package var name: String?
        package var body: [Statement]
        package var span: SourceSpan

        package init(type: Expression?, name: String?, body: [Statement], span: SourceSpan) {
            self.type = type
            self.name = name
            self.body = body
            self.span = span
        }
    }

    package var body: [Statement]
    package var handlers: [Handler]
    /// Whether the handlers are `except*`.
    package var isGroup: Bool
    package var otherwise: [Statement]
    package var finally: [Statement]

    package init(
        body: [Statement], handlers: [Handler], isGroup: Bool = false, otherwise: [Statement] = [],
        finally: [Statement] = []
    ) {
        self.body = body
        self.handlers = handlers
        self.isGroup = isGroup
        self.otherwise = otherwise
        self.finally = finally
    }
}

/// A `def`.
package struct FunctionDefinition: Sendable {
    package var name: String
    /// The variable that is bound: another one for a private name in a class.
    package var boundName: String
    package var nameSpan: SourceSpan
    package var parameters: Parameters
    package var returns: Expression?
    package var decorators: [Expression]
    package var body: [Statement]

    package init(
        name: String, boundName: String, nameSpan: SourceSpan, parameters: Parameters,
        returns: Expression?,
        decorators: [Expression], body: [Statement]
    ) {
        self.name = name
        self.boundName = boundName
        self.nameSpan = nameSpan
        self.parameters = parameters
        self.returns = returns
        self.decorators = decorators
        self.body = body
    }
}

/// A `class`.
package struct ClassDefinition: Sendable {
    package var name: String
    /// The variable that is bound: another one for a private name in a class.
    package var boundName: String
    package var nameSpan: SourceSpan
    /// Bases and keywords, as in a call.
    package var arguments: [Argument]
    package var decorators: [Expression]
    package var body: [Statement]

    package init(
        name: String, boundName: String, nameSpan: SourceSpan, arguments: [Argument],
        decorators: [Expression],
        body: [Statement]
    ) {
        self.name = name
        self.boundName = boundName
        self.nameSpan = nameSpan
        self.arguments = arguments
        self.decorators = decorators
        self.body = body
    }
}
