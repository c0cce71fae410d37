import Diagnostics

extension SyntaxReader {
    /// One or more `for target in iterable if condition`.
    func comprehensionClauses() throws(ParseFailure) -> [Comprehension.Clause] {
        if kind == .async { throw unsupported("async") }
        var clauses: [Comprehension.Clause] = []
        repeat { clauses.append(try comprehensionClause()) } while kind == .for
        return clauses
    }

    private func comprehensionClause() throws(ParseFailure) -> Comprehension.Clause {
        let start = position
        try expect(.for)
        guard let target = try attempt({ () throws(ParseFailure) in try targets() }), take(.in)
        else {
            if isExplaining { try explainForTarget(at: start) }
            throw .mismatch
        }
        let iterable = try nested { () throws(ParseFailure) in try disjunction() }
        var conditions: [Expression] = []
        while take(.if) {
            conditions.append(try nested { () throws(ParseFailure) in try disjunction() })
        }
        return Comprehension.Clause(target: target, iterable: iterable, conditions: conditions)
    }
}
