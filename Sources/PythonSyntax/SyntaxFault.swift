import Diagnostics

/// A text that is not Python: CPython 3.11's exception class, message and underlined span.
package struct SyntaxFault: Error, Sendable, Equatable {
    /// The exception that CPython raises.
    package enum Kind: String, Sendable {
        case syntaxError = "SyntaxError"
        case indentationError = "IndentationError"
        case tabError = "TabError"
        /// A text that is Python, but nested too deeply to be compiled.
        case recursionError = "RecursionError"
    }

    package var kind: Kind
    package var message: String
    package var span: SourceSpan
    /// The expression of the f-string field that the mistake stands in, which CPython shows in
    /// parentheses instead of the line; nil elsewhere.
    package var field: SourceSpan?

    package init(_ kind: Kind = .syntaxError, _ message: String, at span: SourceSpan) {
        self.kind = kind
        self.message = message
        self.span = span
    }
}
