import Diagnostics

extension SyntaxReader {
    /// A number, a string, `None`, `True` or `False`.
    func literalPatternValue() throws(ParseFailure) -> Expression {
        switch kind {
        case .number, .minus: try patternNumber()
        case .string, .noneConstant, .trueConstant, .falseConstant: try atom()
        default: throw .mismatch
        }
    }

    /// `1`, `-1`, or a complex number such as `-1 + 2j`.
    private func patternNumber() throws(ParseFailure) -> Expression {
        let start = span
        let real = try signedNumber()
        guard kind == .plus || kind == .minus else { return real }
        let operation: BinaryOperator = kind == .plus ? .add : .subtract
        guard !real.isImaginary else {
            throw fault("real number required in complex literal", at: real.span)
        }
        advance()
        guard kind == .number else { throw .mismatch }
        let imaginary = try atom()
        guard imaginary.isImaginary else {
            throw fault("imaginary number required in complex literal", at: imaginary.span)
        }
        return Expression(.binary(real, operation, imaginary), span(from: start))
    }

    private func signedNumber() throws(ParseFailure) -> Expression {
        let start = span
        let isNegative = take(.minus)
        guard kind == .number else { throw .mismatch }
        let number = try atom()
        return isNegative ? Expression(.unary(.minus, number), span(from: start)) : number
    }

    /// `{"key": pattern, **rest}`.
    func mappingPattern() throws(ParseFailure) -> Pattern {
        let start = try expect(.leftBrace)
        var keys: [Expression] = []
        var patterns: [Pattern] = []
        var rest: String?
        while kind != .rightBrace, rest == nil {
            if take(.doubleStar) {
                guard !isWord("_") else { throw .mismatch }
                rest = try name().text
            } else {
                keys.append(try mappingKey())
                try expect(.colon)
                patterns.append(try pattern())
            }
            guard take(.comma) else { break }
        }
        try expect(.rightBrace)
        return Pattern(.mapping(keys: keys, patterns: patterns, rest: rest), span(from: start))
    }

    private func mappingKey() throws(ParseFailure) -> Expression {
        guard kind == .name else { return try literalPatternValue() }
        guard kind(ahead: 1) == .dot else { throw .mismatch }
        return try nested { () throws(ParseFailure) in try primary() }
    }

    /// `Point(a, y=b)`.
    func classPattern(
        of type: Expression, from start: SourceSpan
    ) throws(ParseFailure) -> Pattern {
        try expect(.leftParenthesis)
        var positional: [Pattern] = []
        var keywords: [(name: String, pattern: Pattern)] = []
        while kind != .rightParenthesis {
            if kind == .name, kind(ahead: 1) == .assign {
                let name = try name().text
                advance()
                keywords.append((name, try pattern()))
            } else {
                guard keywords.isEmpty else { throw try latePositional() }
                positional.append(try pattern())
            }
            guard take(.comma) else { break }
        }
        try expect(.rightParenthesis)
        return Pattern(
            .class(type, positional: positional, keywords: keywords), span(from: start))
    }

    /// The fault of positional patterns behind keywords.
    private func latePositional() throws(ParseFailure) -> ParseFailure {
        let start = span
        var last = try pattern().span
        while take(.comma), !(kind == .name && kind(ahead: 1) == .assign), kind != .rightParenthesis
        {
            last = try pattern().span
        }
        guard isExplaining else { return .mismatch }
        return fault("positional patterns follow keyword patterns", at: start.to(last))
    }
}

extension Expression {
    fileprivate var isImaginary: Bool {
        switch kind {
        case .imaginary: true
        case .unary(_, let operand): operand.isImaginary
        default: false
        }
    }
}
