import Diagnostics

extension SyntaxReader {
    /// A `def` or a `class` with its decorators.
    func definition() throws(ParseFailure) -> Statement.Kind {
        var decorators: [Expression] = []
        while take(.at) {
            decorators.append(try namedExpression())
            try expect(.newline)
        }
        if kind == .async { throw unsupported("async") }
        return try kind == .class ? classDefinition(decorators) : functionDefinition(decorators)
    }

    private func functionDefinition(
        _ decorators: [Expression]
    ) throws(ParseFailure) -> Statement.Kind {
        let start = try expect(.def)
        let (name, nameSpan) = try plainName()
        let (parameters, returns) = try signature()
        try demand(.colon)
        let body = try indentedBlock(of: "function definition", from: start)
        return .function(
            FunctionDefinition(
                name: name, boundName: privateName(name), nameSpan: nameSpan,
                parameters: parameters, returns: returns, decorators: decorators, body: body))
    }

    /// `(parameters) -> returns`.
    private func signature() throws(ParseFailure) -> (Parameters, returns: Expression?) {
        try demand(.leftParenthesis)
        let parameters = try parameters(of: .function)
        try expect(.rightParenthesis)
        let mark = position
        var returns: Expression?
        if take(.arrow) { returns = try attempt { () throws(ParseFailure) in try expression() } }
        if returns == nil { position = mark }
        return (parameters, returns)
    }

    /// A text that is a name and its parameters.
    func loneSignature() throws(ParseFailure) -> (
        name: String, parameters: Parameters, returns: Expression?
    ) {
        let name = try name().text
        let (parameters, returns) = try signature()
        _ = take(.newline)
        try expect(.end)
        return (name, parameters, returns)
    }

    private func classDefinition(
        _ decorators: [Expression]
    ) throws(ParseFailure) -> Statement.Kind {
        let start = try expect(.class)
        let (name, nameSpan) = try plainName()
        let arguments = kind == .leftParenthesis ? try baseArguments() : []
        let body = try classBody(of: name, from: start)
        return .class(
            ClassDefinition(
                name: name, boundName: privateName(name), nameSpan: nameSpan,
                arguments: arguments, decorators: decorators, body: body))
    }

    private func classBody(
        of name: String, from start: SourceSpan
    ) throws(ParseFailure) -> [Statement] {
        let outer = privatePrefix
        privatePrefix = PrivateNames.prefix(in: name)
        defer { privatePrefix = outer }
        return try body(of: "class definition", from: start)
    }
}
