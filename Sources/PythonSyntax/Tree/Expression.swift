import Diagnostics

/// A Python expression and where it stands.
package struct Expression: Sendable {
    package var kind: Kind
    package var span: SourceSpan

    package init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    package indirect enum Kind: Sendable {
        case none, ellipsis
        case bool(Bool)
        case integer(IntegerLiteral)
        case float(Double)
        /// `3j`: an imaginary literal.
        case imaginary(Double)
        /// Adjacent literals already joined.
        case string(String)
        case bytes([UInt8])
        case formatted([FormattedPart])
        case name(String)
        case attribute(Expression, name: String, nameSpan: SourceSpan)
        case item(Expression, Expression)
        /// `start:stop:step`, only inside a subscript.
        case slice(start: Expression?, stop: Expression?, step: Expression?)
        case call(Expression, [Argument])
        case unary(UnaryOperator, Expression)
        case binary(Expression, BinaryOperator, Expression)
        /// `a < b < c`: each operand once.
        case comparison(Expression, [(ComparisonOperator, Expression)])
        case and([Expression])
        case or([Expression])
        case conditional(test: Expression, then: Expression, otherwise: Expression)
        case lambda(Parameters, body: Expression)
        case tuple([Expression])
        case list([Expression])
        case set([Expression])
        case dictionary([DictionaryEntry])
        /// `*x` in a call, a display or an assignment target.
        case starred(Expression)
        case comprehension(Comprehension)
        /// `name := value`.
        case named(String, nameSpan: SourceSpan, Expression)
        case yield(Expression?)
        case yieldFrom(Expression)
    }
}

/// An integer literal: small ones as a number, larger ones as their decimal digits.
package enum IntegerLiteral: Sendable, Equatable {
    case small(Int)
    /// Digits in base 10, or with the prefix `0x`, `0o` or `0b`; underscores removed.
    case large(String)
}

/// A piece of an f-string.
package enum FormattedPart: Sendable {
    case text(String)
    case value(FormattedValue)
}

/// `{expression=!r:specification}` in an f-string.
package struct FormattedValue: Sendable {
    package var value: Expression
    /// The text before the value that `=` asks for, with the sign and its blanks; nil without `=`.
    package var label: String?
    /// `r`, `s` or `a`; nil without a conversion.
    package var conversion: Character?
    /// The parts of the format specification; nil without a colon.
    package var specification: [FormattedPart]?

    package init(
        value: Expression, label: String? = nil, conversion: Character? = nil,
        specification: [FormattedPart]? = nil
    ) {
        self.value = value
        self.label = label
        self.conversion = conversion
        self.specification = specification
    }
}

/// An argument of a call, in source order.
package enum Argument: Sendable {
    case positional(Expression)
    case keyword(String, nameSpan: SourceSpan, Expression)
    /// `*iterable`.
    case unpacked(Expression)
    /// `**mapping`.
    case unpackedMapping(Expression)
}

/// `key: value` or `**mapping` in a dictionary display.
package enum DictionaryEntry: Sendable {
    case pair(Expression, Expression)
    case unpacked(Expression)
}

/// One of the four kinds of comprehension.
package struct Comprehension: Sendable {
    package enum Element: Sendable {
        case list(Expression)
        case set(Expression)
        case generator(Expression)
        case dictionary(key: Expression, value: Expression)
    }

    /// `for target in iterable if condition …`.
    package struct Clause: Sendable {
        package var target: Expression
        package var iterable: Expression
        package var conditions: [Expression]

        package init(target: Expression, iterable: Expression, conditions: [Expression]) {
            self.target = target
            self.iterable = iterable
            self.conditions = conditions
        }
    }

    package var element: Element
    package var clauses: [Clause]

    package init(element: Element, clauses: [Clause]) {
        self.element = element
        self.clauses = clauses
    }
}
