/// What a walk over the tree does with an expression.
typealias ExpressionVisitor = (Expression) throws(SyntaxFault) -> Void

extension Expression {
    /// Visits the expressions that an expression is made of, from left to right. The parts of a
    /// comprehension and of a lambda belong to scopes of their own and are left out.
    func forEachPart(_ visit: ExpressionVisitor) throws(SyntaxFault) {
        switch kind {
        case .none, .ellipsis, .bool, .integer, .float, .imaginary, .string, .bytes, .name, .lambda,
            .comprehension:
            break
        case .formatted(let parts): try parts.forEachValue(visit)
        case .attribute(let inner, _, _), .unary(_, let inner), .starred(let inner),
            .named(_, _, let inner), .yieldFrom(let inner):
            try visit(inner)
        case .item(let base, let index): try [base, index].forEachPart(visit)
        case .slice(let start, let stop, let step):
            try [start, stop, step].compactMap { $0 }.forEachPart(visit)
        case .call(let function, let arguments):
            try visit(function)
            for argument in arguments { try visit(argument.value) }
        case .binary(let left, _, let right): try [left, right].forEachPart(visit)
        case .comparison(let first, let links):
            try visit(first)
            for link in links { try visit(link.1) }
        case .and(let parts), .or(let parts), .tuple(let parts), .list(let parts), .set(let parts):
            try parts.forEachPart(visit)
        case .conditional(let test, let then, let otherwise):
            try [test, then, otherwise].forEachPart(visit)
        case .dictionary(let entries): try entries.forEachPart(visit)
        case .yield(let value): if let value { try visit(value) }
        }
    }
}

extension [Expression] {
    fileprivate func forEachPart(_ visit: ExpressionVisitor) throws(SyntaxFault) {
        for part in self { try visit(part) }
    }
}

extension [DictionaryEntry] {
    fileprivate func forEachPart(_ visit: ExpressionVisitor) throws(SyntaxFault) {
        for entry in self {
            switch entry {
            case .pair(let key, let value):
                try visit(key)
                try visit(value)
            case .unpacked(let mapping): try visit(mapping)
            }
        }
    }
}

extension [FormattedPart] {
    /// Visits the values of an f-string and of its format specifications.
    fileprivate func forEachValue(_ visit: ExpressionVisitor) throws(SyntaxFault) {
        for case .value(let value) in self {
            try visit(value.value)
            try value.specification?.forEachValue(visit)
        }
    }
}

extension Argument {
    /// The value of an argument, without its keyword or stars.
    var value: Expression {
        switch self {
        case .positional(let value), .keyword(_, _, let value), .unpacked(let value),
            .unpackedMapping(let value):
            value
        }
    }
}

extension Comprehension {
    /// The expressions that a comprehension collects.
    var results: [Expression] {
        switch element {
        case .list(let value), .set(let value), .generator(let value): [value]
        case .dictionary(let key, let value): [key, value]
        }
    }
}

extension Parameters {
    /// All parameters, in the order CPython enters them.
    var all: [Parameter] {
        positionalOnly + positionalOrKeyword + keywordOnly
            + [variadic, variadicKeyword].compactMap { $0 }
    }
}

extension Pattern {
    /// The patterns that a pattern is made of.
    var parts: [Pattern] {
        switch kind {
        case .value, .singleton, .capture, .star: []
        case .sequence(let parts), .or(let parts): parts
        case .mapping(_, let patterns, _): patterns
        case .class(_, let positional, let keywords): positional + keywords.map(\.pattern)
        case .as(let inner, _): [inner]
        }
    }

    /// The expressions that a pattern compares with.
    var values: [Expression] {
        switch kind {
        case .value(let value), .singleton(let value), .class(let value, _, _): [value]
        case .mapping(let keys, _, _): keys
        case .capture, .sequence, .star, .or, .as: []
        }
    }

    /// The name that a pattern itself binds.
    var boundName: String? {
        switch kind {
        case .capture(let name), .star(let name): name
        case .mapping(_, _, let rest): rest
        case .as(_, let name): name
        case .value, .singleton, .sequence, .class, .or: nil
        }
    }
}
