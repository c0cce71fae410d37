import Diagnostics

extension SyntaxReader {
    /// `try: … except A as a: … else: … finally: …`.
    func tryStatement() throws(ParseFailure) -> Statement.Kind {
        let start = try expect(.try)
        try demand(.colon)
        var result = TryStatement(
            body: try indentedBlock(of: "'try' statement", from: start), handlers: [])
        if isExplaining, kind != .except, kind != .finally {
            throw faultAtFurthest("expected 'except' or 'finally' block")
        }
        result.isGroup = kind == .except && kind(ahead: 1) == .star
        while kind == .except { result.handlers.append(try handler(isGroup: result.isGroup)) }
        let elseStart = span
        if !result.handlers.isEmpty, take(.else) {
            try demand(.colon)
            result.otherwise = try indentedBlock(of: "'else' statement", from: elseStart)
        }
        let finallyStart = span
        if take(.finally) {
            try demand(.colon)
            result.finally = try indentedBlock(of: "'finally' statement", from: finallyStart)
        } else if result.handlers.isEmpty {
            throw .mismatch
        }
        return .try(result)
    }

    /// `except A as a: …`.
    private func handler(isGroup: Bool) throws(ParseFailure) -> TryStatement.Handler {
        let mark = position
        let start = try expect(.except)
        let hasStar = take(.star)
        if isExplaining { try explainHandler(at: mark, isGroup: isGroup) }
        guard hasStar == isGroup else { throw .mismatch }
        let owner = isGroup ? "'except*' statement" : "'except' statement"
        var type: Expression?
        var name: String?
        if isGroup || kind != .colon {
            type = try expression()
            if take(.as) { name = try self.name().text }
        }
        try expect(.colon)
        let body = try indentedBlock(of: owner, from: start)
        return TryStatement.Handler(type: type, name: name, body: body, span: span(from: start))
    }
}
