import Diagnostics

/// The parameters of a function or a lambda.
package struct Parameters: Sendable {
    package var positionalOnly: [Parameter]
    package var positionalOrKeyword: [Parameter]
    /// `*args`; nil without one (a bare `*` leaves only `keywordOnly`).
    package var variadic: Parameter?
    package var keywordOnly: [Parameter]
    /// `**kwargs`.
    package var variadicKeyword: Parameter?

    package init(
        positionalOnly: [Parameter] = [], positionalOrKeyword: [Parameter] = [],
        variadic: Parameter? = nil, keywordOnly: [Parameter] = [], variadicKeyword: Parameter? = nil
    ) {
        self.positionalOnly = positionalOnly
        self.positionalOrKeyword = positionalOrKeyword
        self.variadic = variadic
        self.keywordOnly = keywordOnly
        self.variadicKeyword = variadicKeyword
    }
}

/// One parameter: its name, and what it is when the caller says nothing.
package struct Parameter: Sendable {
    package var name: String
    package var annotation: Expression?
    package var defaultValue: Expression?
    package var span: SourceSpan

    package init(
        name: String, annotation: Expression? = nil, defaultValue: Expression? = nil,
        span: SourceSpan
    ) {
        self.name = name
        self.annotation = annotation
        self.defaultValue = defaultValue
        self.span = span
    }
}
