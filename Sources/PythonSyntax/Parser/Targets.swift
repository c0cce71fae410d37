import Diagnostics

extension SyntaxReader {
    /// What a `for` assigns to: `a`, `a, *b`, `(a, b.c)`.
    func targets() throws(ParseFailure) -> Expression {
        let start = span
        let first = try target()
        guard kind == .comma else { return first }
        var elements = [first]
        while take(.comma), startsExpression,
            let next = try attempt({ () throws(ParseFailure) in try target() })
        {
            elements.append(next)
        }
        return Expression(.tuple(elements), span(from: start))
    }

    /// One target, perhaps with a star.
    func target() throws(ParseFailure) -> Expression {
        let start = span
        if take(.star) {
            guard kind != .star else { throw .mismatch }
            return Expression(.starred(try target()), span(from: start))
        }
        let result = try nested { () throws(ParseFailure) in try primary() }
        guard result.isTarget else { throw .mismatch }
        return result
    }
}

extension Expression {
    /// Whether the expression can be assigned to.
    var isTarget: Bool {
        switch kind {
        case .name, .attribute, .item: true
        case .tuple(let elements), .list(let elements): elements.allSatisfy(\.isTarget)
        case .starred(let inner):
            if case .starred = inner.kind { false } else { inner.isTarget }
        default: false
        }
    }

    /// Whether the expression is one place: a name, an attribute or an item.
    var isPlace: Bool {
        switch kind {
        case .name, .attribute, .item: true
        default: false
        }
    }

    /// Whether the expression can be deleted.
    var isDeletable: Bool {
        switch kind {
        case .name, .attribute, .item: true
        case .tuple(let elements), .list(let elements): elements.allSatisfy(\.isDeletable)
        default: false
        }
    }
}
