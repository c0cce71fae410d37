import Diagnostics

extension SyntaxReader {
    /// `(arguments)` of a call.
    func callArguments() throws(ParseFailure) -> [Argument] {
        let opening = span
        return try enclosedArguments { (element) throws(ParseFailure) in
            try loneGenerator(of: element, from: opening)
        }
    }

    /// `(arguments)` of a class, which may not be a generator.
    func baseArguments() throws(ParseFailure) -> [Argument] {
        try enclosedArguments { (_) throws(ParseFailure) in throw .mismatch }
    }

    private func enclosedArguments(
        generator: (Expression) throws(ParseFailure) -> Expression
    ) throws(ParseFailure) -> [Argument] {
        try expect(.leftParenthesis)
        let start = position
        if let arguments = try attempt({ () throws(ParseFailure) in try arguments(generator) }),
            take(.rightParenthesis)
        {
            return arguments
        }
        guard isExplaining else { throw .mismatch }
        position = start
        try explainArguments()
        position = start
        throw .mismatch
    }

    /// The arguments up to, and without, the closing parenthesis.
    private func arguments(
        _ generator: (Expression) throws(ParseFailure) -> Expression
    ) throws(ParseFailure) -> [Argument] {
        var arguments: [Argument] = []
        var order = ArgumentOrder()
        while kind != .rightParenthesis {
            guard !order.isNamed || startsNamedArgument else { throw .mismatch }
            let argument = try argument()
            guard order.accepts(argument) else { throw .mismatch }
            arguments.append(argument)
            if kind == .for || kind == .async, case .positional(let element) = argument {
                guard arguments.count == 1 else { throw .mismatch }
                return [.positional(try generator(element))]
            }
            guard take(.comma) else { break }
        }
        return arguments
    }

    /// `f(x for x in y)`: the parentheses of the call are those of the generator, too.
    private func loneGenerator(
        of element: Expression, from opening: SourceSpan
    ) throws(ParseFailure) -> Expression {
        let clauses = try comprehensionClauses()
        guard kind == .rightParenthesis else { throw .mismatch }
        let comprehension = Comprehension(element: .generator(element), clauses: clauses)
        return Expression(.comprehension(comprehension), opening.to(span))
    }

    /// Whether an argument begins that may stand behind keywords.
    private var startsNamedArgument: Bool {
        switch kind {
        case .star, .doubleStar: true
        case .name: kind(ahead: 1) == .assign
        default: isExplaining
        }
    }

    /// One argument of a call.
    func argument() throws(ParseFailure) -> Argument {
        switch kind {
        case .star:
            advance()
            return .unpacked(try expression())
        case .doubleStar:
            advance()
            return .unpackedMapping(try expression())
        case .name where kind(ahead: 1) == .assign:
            if isExplaining { try explainKeyword() }
            let (text, nameSpan) = try plainName()
            try expect(.assign)
            return .keyword(text, nameSpan: nameSpan, try expression())
        default: return .positional(try positionalArgument())
        }
    }

    func positionalArgument() throws(ParseFailure) -> Expression {
        if let assignment = try assignmentExpression() { return assignment }
        let value = try expression()
        guard kind != .walrus, kind != .assign else { throw .mismatch }
        return value
    }
}

/// Which arguments may still follow: positional ones come before keywords, and nothing but keywords
/// and mappings behind a mapping.
struct ArgumentOrder {
    private var hasKeyword = false
    private var hasMapping = false

    /// Whether a keyword or a mapping was met.
    var isNamed: Bool { hasKeyword || hasMapping }

    /// Notes an argument; false where it may not stand.
    mutating func accepts(_ argument: Argument) -> Bool {
        switch argument {
        case .positional: return !hasKeyword && !hasMapping
        case .unpacked: return !hasMapping
        case .keyword: hasKeyword = true
        case .unpackedMapping: hasMapping = true
        }
        return true
    }
}
