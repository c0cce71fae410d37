import Diagnostics

extension SyntaxReader {
    /// A statement with a block; nil where none begins.
    func compoundStatement() throws(ParseFailure) -> Statement? {
        let start = span
        guard let kind = try compoundKind() else { return nil }
        return Statement(kind, span(from: start))
    }

    private func compoundKind() throws(ParseFailure) -> Statement.Kind? {
        switch kind {
        case .if: return try ifStatement()
        case .while: return try whileStatement()
        case .for: return try forStatement()
        case .with: return try withStatement()
        case .try: return try tryStatement()
        case .def, .class, .at: return try definition()
        case .async: throw unsupported("async")
        case .name where isWord("match"): return try matchStatement()
        default: return nil
        }
    }

    /// The colon and the block of a header; `owner` is how messages call it.
    func body(of owner: String, from header: SourceSpan) throws(ParseFailure) -> [Statement] {
        if isExplaining { try explainMissingColon() }
        try expect(.colon)
        return try indentedBlock(of: owner, from: header)
    }

    /// The block behind a colon; a missing one is named after its owner.
    func indentedBlock(
        of owner: String, from header: SourceSpan
    ) throws(ParseFailure) -> [Statement] {
        if isExplaining { try explainMissingBlock(of: owner, from: header) }
        return try block()
    }

    /// `if a: … elif b: … else: …`; each `elif` is an `if` inside of the `else` before it.
    private func ifStatement() throws(ParseFailure) -> Statement.Kind {
        var branches: [(start: SourceSpan, test: Expression, then: [Statement])] = []
        let outer = height
        height = 0
        defer { height = outer }
        repeat {
            let start = span
            let owner = "'\(kind.rawValue)' statement"
            advance()
            let test = try beside { () throws(ParseFailure) in try namedExpression() }
            branches.append((start, test, try body(of: owner, from: start)))
            try grow()
        } while kind == .elif
        var otherwise = try elseBlock()
        for branch in branches.dropFirst().reversed() {
            let kind = Statement.Kind.if(
                test: branch.test, then: branch.then, otherwise: otherwise)
            otherwise = [Statement(kind, span(from: branch.start))]
        }
        return .if(test: branches[0].test, then: branches[0].then, otherwise: otherwise)
    }

    /// The statements of an `else`; none without one.
    private func elseBlock() throws(ParseFailure) -> [Statement] {
        let start = span
        guard take(.else) else { return [] }
        try demand(.colon)
        return try indentedBlock(of: "'else' statement", from: start)
    }

    private func whileStatement() throws(ParseFailure) -> Statement.Kind {
        let start = try expect(.while)
        let test = try namedExpression()
        let body = try body(of: "'while' statement", from: start)
        return .while(test: test, body: body, otherwise: try elseBlock())
    }

    private func forStatement() throws(ParseFailure) -> Statement.Kind {
        let mark = position
        let start = try expect(.for)
        guard let target = try attempt({ () throws(ParseFailure) in try targets() }), take(.in)
        else {
            if isExplaining { try explainForTarget(at: mark) }
            throw .mismatch
        }
        let iterable = try starExpressions()
        let body = try body(of: "'for' statement", from: start)
        return .for(target: target, iterable: iterable, body: body, otherwise: try elseBlock())
    }

    private func withStatement() throws(ParseFailure) -> Statement.Kind {
        let start = try expect(.with)
        let owner = "'with' statement"
        if let items = try attempt({ () throws(ParseFailure) in try enclosedItems() }) {
            return .with(items, body: try indentedBlock(of: owner, from: start))
        }
        let mark = position
        if let items = try attempt({ () throws(ParseFailure) in try openItems() }) {
            return .with(items, body: try indentedBlock(of: owner, from: start))
        }
        if isExplaining { try explainWithHeader(at: mark) }
        throw .mismatch
    }

    /// `a as b, c as d:`.
    private func openItems() throws(ParseFailure) -> [WithItem] {
        let items = try withItems()
        try expect(.colon)
        return items
    }

    /// `(a as b, c as d):`.
    private func enclosedItems() throws(ParseFailure) -> [WithItem] {
        try expect(.leftParenthesis)
        let items = try withItems()
        try expect(.rightParenthesis)
        try expect(.colon)
        return items
    }

    private func withItems() throws(ParseFailure) -> [WithItem] {
        var items: [WithItem] = []
        repeat { items.append(try withItem()) } while take(.comma) && kind != .rightParenthesis
        return items
    }

    private func withItem() throws(ParseFailure) -> WithItem {
        let context = try expression()
        guard kind == .as else { return WithItem(context: context) }
        let mark = position
        advance()
        let target = try attempt { () throws(ParseFailure) in try self.target() }
        if let target, [.comma, .rightParenthesis, .colon].contains(kind) {
            return WithItem(context: context, target: target)
        }
        position = mark
        if isExplaining { try explainWithTarget() }
        throw .mismatch
    }
}
