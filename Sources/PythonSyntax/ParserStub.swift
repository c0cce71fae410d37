import Diagnostics
package enum Parser {
    package static func parse(_ source: SourceText) throws(SyntaxFault) -> Module { Module(source: source, body: []) }
    package static func parseExpression(_ source: SourceText) throws(SyntaxFault) -> Expression { Expression(.none, .none) }
    package static func parseSignature(_ text: String) throws(SyntaxFault) -> (name: String, parameters: Parameters, returns: Expression?) { ("", Parameters(), nil) }
}
