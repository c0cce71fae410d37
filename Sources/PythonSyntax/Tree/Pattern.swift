import Diagnostics

/// One `case` of a `match` statement.
package struct MatchCase: Sendable {
    package var pattern: Pattern
    package var guardExpression: Expression?
    package var body: [Statement]

    package init(pattern: Pattern, guardExpression: Expression?, body: [Statement]) {
        self.pattern = pattern
        self.guardExpression = guardExpression
        self.body = body
    }
}

/// A pattern of a `case` and where it stands.
package struct Pattern: Sendable {
    package var kind: Kind
    package var span: SourceSpan

    package init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    package indirect enum Kind: Sendable {
        /// A literal or a dotted name, compared with `==`.
        case value(Expression)
        /// `None`, `True` or `False`, compared with `is`.
        case singleton(Expression)
        /// `_` (nil) or a name that takes the subject.
        case capture(String?)
        case sequence([Pattern])
        /// `*name` inside a sequence; nil for `*_`.
        case star(String?)
        case mapping(keys: [Expression], patterns: [Pattern], rest: String?)
        case `class`(
            Expression, positional: [Pattern], keywords: [(name: String, pattern: Pattern)])
        case or([Pattern])
        case `as`(Pattern, name: String)
    }
}
