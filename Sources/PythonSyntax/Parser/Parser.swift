import Diagnostics

/// Python text → tree.
package enum Parser {
    /// The tree of a cell or a file.
    package static func parse(_ source: SourceText) throws(SyntaxFault) -> Module {
        let tokens = TokenList(source.utf8)
        let reader = SyntaxReader(source.utf8, tokens)
        let body = try reader.read { () throws(ParseFailure) in try reader.file() }
        try PlacementCheck.check(body)
        return Module(source: source, body: body)
    }

    /// The tree of a text that is one expression, perhaps over several lines.
    package static func parseExpression(_ source: SourceText) throws(SyntaxFault) -> Expression {
        let tokens = TokenList(source.utf8)
        let reader = SyntaxReader(source.utf8, tokens)
        return try reader.read { () throws(ParseFailure) in try reader.loneExpression() }
    }

    /// The parts of a signature such as `sorted(iterable, /, *, key=None, reverse=False)`.
    package static func parseSignature(
        _ text: String
    ) throws(SyntaxFault) -> (name: String, parameters: Parameters, returns: Expression?) {
        let utf8 = Array(text.utf8)
        let reader = SyntaxReader(utf8, TokenList(utf8))
        return try reader.read { () throws(ParseFailure) in try reader.loneSignature() }
    }
}
