import Diagnostics

extension SyntaxReader {
    /// An atom with its attributes, calls and subscripts.
    func primary() throws(ParseFailure) -> Expression {
        try remembered(.primary) { () throws(ParseFailure) in
            let start = span
            var result = try atom()
            while true {
                if isExplaining { try explainBrackets() }
                guard startsTrailer,
                    let longer = try attempt({ () throws(ParseFailure) in
                        try trailer(of: result, from: start)
                    })
                else { break }
                result = longer
                try grow()
            }
            return result
        }
    }

    private var startsTrailer: Bool {
        kind == .dot || kind == .leftParenthesis || kind == .leftBracket
    }

    /// `.name`, `(arguments)` or `[index]` behind an expression.
    private func trailer(
        of base: Expression, from start: SourceSpan
    ) throws(ParseFailure) -> Expression {
        switch kind {
        case .dot:
            advance()
            let (text, nameSpan) = try name()
            return Expression(
                .attribute(base, name: text, nameSpan: nameSpan), span(from: start))
        case .leftParenthesis:
            let arguments = try callArguments()
            return Expression(.call(base, arguments), span(from: start))
        default:
            try expect(.leftBracket)
            let index = try subscriptIndex()
            try expect(.rightBracket)
            return Expression(.item(base, index), span(from: start))
        }
    }

    /// What stands between the brackets of `a[…]`.
    private func subscriptIndex() throws(ParseFailure) -> Expression {
        let start = span
        let isStarred = kind == .star
        let first = try slice()
        guard isStarred || kind == .comma else { return first }
        var elements = [first]
        while take(.comma), kind != .rightBracket { elements.append(try slice()) }
        return Expression(.tuple(elements), span(from: start))
    }

    /// `start:stop:step`, `*a`, or an expression.
    private func slice() throws(ParseFailure) -> Expression {
        if kind == .star { return try starredExpression() }
        let start = span
        let lower = kind == .colon ? nil : try sliceStart()
        guard take(.colon) else {
            guard let lower else { throw .mismatch }
            return lower
        }
        let upper = startsBound ? try expression() : nil
        let step = take(.colon) && startsBound ? try expression() : nil
        return Expression(.slice(start: lower, stop: upper, step: step), span(from: start))
    }

    /// The expression before a colon, or the whole index.
    private func sliceStart() throws(ParseFailure) -> Expression {
        let mark = position
        if kind != .name || kind(ahead: 1) != .walrus {
            let result = try expression()
            if kind == .colon || (!isExplaining && kind != .walrus) { return result }
            position = mark
        }
        let result = try namedExpression()
        guard kind != .colon else { throw .mismatch }
        return result
    }

    private var startsBound: Bool { startsExpression && kind != .star }
}
