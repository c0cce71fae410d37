import Diagnostics

extension SyntaxReader {
    /// Mistakes in the arguments of a call, which begin at the next token.
    func explainArguments() throws(ParseFailure) {
        let start = position
        defer { position = start }
        let prefix = try attempt { () throws(ParseFailure) in try orderedArguments() }
        if let prefix {
            try explainAfter(prefix)
        } else {
            position = start
            _ = try attempt { () throws(ParseFailure) in try explainedArgument() }
        }
    }

    /// As many arguments as stand in the right order, and where each begins.
    private func orderedArguments() throws(ParseFailure) -> [(argument: Argument, start: Int)] {
        var arguments: [(argument: Argument, start: Int)] = []
        var order = ArgumentOrder()
        while kind != .rightParenthesis {
            let start = position
            guard
                let argument = try attempt({ () throws(ParseFailure) in try explainedArgument() }),
                order.accepts(argument)
            else {
                position = arguments.isEmpty ? start : start - 1
                break
            }
            arguments.append((argument, start))
            guard take(.comma) else { break }
        }
        guard !arguments.isEmpty else { throw .mismatch }
        return arguments
    }

    /// An argument, looked at for a keyword that is none.
    private func explainedArgument() throws(ParseFailure) -> Argument {
        if kind != .star, kind != .doubleStar { try explainKeyword() }
        return try argument()
    }

    /// Mistakes at an argument that has or looks like it has a keyword.
    func explainKeyword() throws(ParseFailure) {
        let start = position
        defer { position = start }
        let first = span
        let isConstant = [.trueConstant, .falseConstant, .noneConstant].contains(kind)
        if isConstant, kind(ahead: 1) == .assign {
            let word = kind.rawValue
            advance()
            throw fault("cannot assign to \(word)", at: first.to(span))
        }
        if kind == .name, kind(ahead: 1) == .assign {
            advance()
            let sign = span
            advance()
            guard try attempt({ () throws(ParseFailure) in try expression() }) != nil,
                try hasClauses()
            else { return }
            let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
            throw fault(message, at: first.to(sign))
        }
        guard let target = try attempt({ () throws(ParseFailure) in try expression() }),
            kind == .assign
        else { return }
        throw fault(
            "expression cannot contain assignment, perhaps you meant \"==\"?",
            at: target.span.to(span))
    }

    private func explainAfter(
        _ arguments: [(argument: Argument, start: Int)]
    ) throws(ParseFailure) {
        let end = position
        guard let last = arguments.last else { return }
        if kind == .comma, kind(ahead: 1) == .star, arguments.contains(where: \.argument.isNamed) {
            let message = "iterable argument unpacking follows keyword argument unpacking"
            throw fault(message, at: tokens[end + 1].span)
        }
        if kind == .for, case .positional(let element) = last.argument {
            try explainGenerator(of: element, isFirst: arguments.count == 1)
        }
        position = end
        guard take(.comma), kind != .rightParenthesis else { return }
        let next = position
        if let element = try attempt({ () throws(ParseFailure) in try expression() }), kind == .for
        {
            try explainGenerator(of: element, isFirst: false)
        }
        position = next
        guard try attempt({ () throws(ParseFailure) in try orderedArguments() }) != nil else {
            return
        }
        let hasMapping = arguments.contains { entry in
            if case .unpackedMapping = entry.argument { true } else { false }
        }
        let suffix = hasMapping ? " unpacking" : ""
        throw faultAtFurthest("positional argument follows keyword argument\(suffix)")
    }

    /// A generator without parentheses beside other arguments.
    private func explainGenerator(
        of element: Expression, isFirst: Bool
    ) throws(ParseFailure) {
        let clauses = try attempt { () throws(ParseFailure) in try comprehensionClauses() }
        guard let last = clauses?.last, !isFirst || kind == .comma else { return }
        let end = last.conditions.last ?? last.iterable
        throw fault(
            "Generator expression must be parenthesized", at: element.span.to(end.span))
    }
}

extension Argument {
    /// Whether the argument reaches its parameter by name.
    fileprivate var isNamed: Bool {
        switch self {
        case .keyword, .unpackedMapping: true
        case .positional, .unpacked: false
        }
    }
}
