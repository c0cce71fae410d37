import Diagnostics

extension SyntaxReader {
    /// How deep the rules may call themselves: enough for any program, and far from the stack's end.
    private static var maximumDepth: Int { 1000 }

    /// How tall a tree may grow; CPython's compiler gives up at about this height too, and whoever
    /// walks the tree can rely on it.
    private static var maximumHeight: Int { 2980 }

    /// Reads an operand or a part one level further in.
    func nested(_ read: () throws(ParseFailure) -> Expression) throws(ParseFailure) -> Expression {
        guard depth < Self.maximumDepth else { throw tooComplex() }
        let outer = height
        depth += 1
        height = 0
        defer {
            depth -= 1
            height = max(outer, height + 1)
        }
        return try read()
    }

    /// Reads what stands beside a tree that grows, such as the right operand of `a + b`.
    func beside(_ read: () throws(ParseFailure) -> Expression) throws(ParseFailure) -> Expression {
        let grown = height
        height = 0
        defer { height = max(grown, height) }
        return try read()
    }

    /// Reads the operand behind an operator that begins at a token; nil, and back at the operator, where
    /// none fits.
    func operand(
        behind mark: Int, _ read: () throws(ParseFailure) -> Expression
    ) throws(ParseFailure) -> Expression? {
        let result = try attempt { () throws(ParseFailure) in try beside(read) }
        if result == nil { position = mark }
        return result
    }

    /// Makes the tree one level taller.
    func grow() throws(ParseFailure) {
        height += 1
        guard height <= Self.maximumHeight else { throw tooComplex() }
    }

    func tooComplex() -> ParseFailure {
        let message = "maximum recursion depth exceeded during compilation"
        return .fault(SyntaxFault(.recursionError, message, at: span))
    }
}
