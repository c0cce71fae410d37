import Diagnostics

extension SyntaxReader {
    /// `a or b`.
    func disjunction() throws(ParseFailure) -> Expression {
        try remembered(.disjunction) { () throws(ParseFailure) in
            let start = span
            let operands = try chain(of: .or) { () throws(ParseFailure) in try conjunction() }
            return operands.count == 1
                ? operands[0] : Expression(.or(operands), span(from: start))
        }
    }

    /// `a and b`.
    private func conjunction() throws(ParseFailure) -> Expression {
        let start = span
        let operands = try chain(of: .and) { () throws(ParseFailure) in try inversion() }
        return operands.count == 1 ? operands[0] : Expression(.and(operands), span(from: start))
    }

    /// Operands with the same word between them.
    private func chain(
        of word: Token.Kind, _ operand: () throws(ParseFailure) -> Expression
    ) throws(ParseFailure) -> [Expression] {
        var operands = [try operand()]
        while kind == word {
            let mark = position
            advance()
            guard let next = try self.operand(behind: mark, operand) else { break }
            operands.append(next)
        }
        return operands
    }

    /// `not a`.
    private func inversion() throws(ParseFailure) -> Expression {
        guard kind == .not else { return try comparison() }
        let start = span
        advance()
        let operand = try nested { () throws(ParseFailure) in try inversion() }
        return Expression(.unary(.not, operand), span(from: start))
    }

    /// `a < b <= c`.
    private func comparison() throws(ParseFailure) -> Expression {
        let start = span
        let first = try bitwiseOr()
        var links: [(ComparisonOperator, Expression)] = []
        while true {
            let mark = position
            guard let operation = comparisonOperator(),
                let next = try operand(behind: mark, { () throws(ParseFailure) in try bitwiseOr() })
            else { break }
            links.append((operation, next))
        }
        guard !links.isEmpty else { return first }
        return Expression(.comparison(first, links), span(from: start))
    }

    /// Steps over a comparison operator; nil where none stands.
    private func comparisonOperator() -> ComparisonOperator? {
        let operation: ComparisonOperator
        switch kind {
        case .equal: operation = .equal
        case .notEqual: operation = .notEqual
        case .less: operation = .less
        case .lessEqual: operation = .lessEqual
        case .greater: operation = .greater
        case .greaterEqual: operation = .greaterEqual
        case .in: operation = .in
        case .is:
            advance()
            return take(.not) ? .isNot : .is
        case .not:
            guard kind(ahead: 1) == .in else { return nil }
            advance()
            operation = .notIn
        default: return nil
        }
        advance()
        return operation
    }

    /// The arithmetic and bitwise operators.
    func bitwiseOr() throws(ParseFailure) -> Expression {
        try remembered(.bitwiseOr) { () throws(ParseFailure) in try binary(.bar) }
    }

    /// Operators that bind at least as strongly as `minimum`.
    private func binary(_ minimum: Precedence) throws(ParseFailure) -> Expression {
        let start = span
        var left = try unary()
        while let (operation, precedence) = BinaryOperator.infix(kind), precedence >= minimum {
            let mark = position
            advance()
            let right = try operand(behind: mark) { () throws(ParseFailure) in
                try binary(precedence.tighter)
            }
            guard let right else { break }
            try grow()
            left = Expression(.binary(left, operation, right), span(from: start))
        }
        return left
    }

    /// `-a`, or `a ** -b`.
    private func unary() throws(ParseFailure) -> Expression {
        let start = span
        if let operation = UnaryOperator.prefix(kind) {
            advance()
            let operand = try nested { () throws(ParseFailure) in try unary() }
            return Expression(.unary(operation, operand), span(from: start))
        }
        let base = try primary()
        let mark = position
        guard take(.doubleStar) else { return base }
        let exponent = try operand(behind: mark) { () throws(ParseFailure) in
            try nested { () throws(ParseFailure) in try unary() }
        }
        guard let exponent else { return base }
        return Expression(.binary(base, .power, exponent), span(from: start))
    }
}
