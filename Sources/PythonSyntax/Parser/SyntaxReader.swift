import Diagnostics

/// Reads tokens into a tree by recursive descent.
///
/// A text is read plainly first. Where that fails, the statement at fault is read a second time with
/// `isExplaining` set: then the rules also look for the mistakes that CPython has words for.
final class SyntaxReader {
    let bytes: [UInt8]
    let list: TokenList
    let tokens: [Token]
    var position = 0
    /// The last token that was looked at.
    var furthest = 0
    /// The first token of the statement at the outermost level that is being read.
    var statementStart = 0
    /// Whether rules remember what they found: from the first mistake on, when they are tried again.
    var isRemembering = false
    /// Whether mistakes are looked for.
    var isExplaining = false
    /// What private names begin with in the class whose body is being read.
    var privatePrefix: String?
    /// What messages begin with: an expression in an f-string says so.
    var faultPrefix = ""
    /// What the rules found, so that trying many rules at the same place stays linear.
    var memory = RuleMemory()
    /// How many rules are open within each other, and how tall the tree of the last expression is.
    var depth = 0
    var height = 0

    init(_ bytes: [UInt8], _ list: TokenList) {
        self.bytes = bytes
        self.list = list
        tokens = list.tokens
    }

    /// The kind of the next token.
    var kind: Token.Kind { tokens[position].kind }

    /// The span of the next token.
    var span: SourceSpan { tokens[position].span }

    /// The kind of a token further ahead; `end` past the last one.
    func kind(ahead count: Int) -> Token.Kind {
        let index = position + count
        guard index < tokens.count else { return .end }
        furthest = max(furthest, index)
        return tokens[index].kind
    }

    /// The span of the last token before the next one that is more than a change of line.
    var lastSpan: SourceSpan {
        var index = position - 1
        while index >= 0 {
            switch tokens[index].kind {
            case .newline, .indent, .dedent: index -= 1
            default: return tokens[index].span
            }
        }
        return .none
    }

    /// Steps over the next token.
    func advance() {
        guard position + 1 < tokens.count else { return }
        position += 1
        if position > furthest { furthest = position }
    }

    /// Steps over the next token if it is of a kind.
    func take(_ wanted: Token.Kind) -> Bool {
        guard kind == wanted else { return false }
        advance()
        return true
    }

    /// Steps over a token that must come next, and says where it stands.
    @discardableResult
    func expect(_ wanted: Token.Kind) throws(ParseFailure) -> SourceSpan {
        guard kind == wanted else { throw .mismatch }
        let here = span
        advance()
        return here
    }

    /// The span from a start to the end of the last token.
    func span(from start: SourceSpan) -> SourceSpan { start.to(lastSpan) }

    /// Tries a rule; nil, and back where it began, when the tokens do not fit.
    func attempt<T>(_ rule: () throws(ParseFailure) -> T) throws(ParseFailure) -> T? {
        let start = position
        do {
            return try rule()
        } catch {
            guard case .mismatch = error else { throw error }
            // Behind a token that is none, no other rule will do better.
            if let fault = list.fault, furthest >= tokens.count - 1 { throw .fault(fault) }
            position = start
            return nil
        }
    }

    /// Whether a rule fits the tokens ahead.
    func isAhead<T>(_ rule: () throws(ParseFailure) -> T) throws(ParseFailure) -> Bool {
        let start = position
        defer { position = start }
        return try attempt(rule) != nil
    }
}

extension SyntaxReader {
    /// The text of a span.
    func text(of span: SourceSpan) -> String {
        String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }

    /// Whether the next token is a name that is a keyword only where it stands, such as `match`.
    func isWord(_ word: StaticString) -> Bool {
        guard kind == .name, span.end - span.start == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { bytes[span.start..<span.end].elementsEqual($0) }
    }

    /// Steps over a name and returns it as Python compares it, which is another one for `__name` in a class.
    func name() throws(ParseFailure) -> (text: String, span: SourceSpan) {
        let (text, here) = try plainName()
        return (privateName(text), here)
    }

    /// Steps over a name that is no variable's or attribute's.
    func plainName() throws(ParseFailure) -> (text: String, span: SourceSpan) {
        let here = try expect(.name)
        return (NameNormalization.normalized(text(of: here)), here)
    }

    /// `_Class__name` for `__name` in the body of a class.
    func privateName(_ text: String) -> String {
        guard let privatePrefix, text.hasPrefix("__"), !text.hasSuffix("__") else { return text }
        return privatePrefix + text
    }
}
