import Diagnostics

/// A piece of Python code that is shown in a colour of its own.
package struct HighlightToken: Sendable, Equatable {
    /// What the piece is to a reader.
    package enum Kind: String, Sendable, CaseIterable {
        case keyword, constant, builtin, name
        /// The name behind `def` or `class`.
        case definition
        /// `@name.name` before a definition.
        case decorator
        case number, string
        /// The braces, conversion and format of a field in an f-string.
        case field
        case comment, sign
        /// A line for IPython: `%matplotlib inline`, `!pip install`, `?name`.
        case magic
        /// Nothing that Python knows.
        case unknown
    }

    package var kind: Kind
    package var span: SourceSpan

    package init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }
}

extension Lexer {
    /// The pieces of a text from left to right; only blanks lie between them. Code that is no Python is
    /// coloured as far as it can be read.
    package static func highlight(_ utf8: [UInt8]) -> [HighlightToken] {
        var highlighter = Highlighter(Lexer(utf8))
        return highlighter.tokens()
    }
}
