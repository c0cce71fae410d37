import Diagnostics

/// Where parameters stand: those of a function have annotations and end at a parenthesis.
enum ParameterPlace {
    case function, lambda

    /// The token behind the last parameter.
    var closing: Token.Kind { self == .function ? .rightParenthesis : .colon }
}

extension SyntaxReader {
    /// Parameters up to, and without, the closing token.
    func parameters(of place: ParameterPlace) throws(ParseFailure) -> Parameters {
        let start = position
        if let result = try attempt({ () throws(ParseFailure) in try freshParameters(of: place) }) {
            return result
        }
        guard isExplaining else { throw .mismatch }
        try explainParameters(of: place)
        position = start
        throw .mismatch
    }

    private func freshParameters(of place: ParameterPlace) throws(ParseFailure) -> Parameters {
        var result = Parameters()
        var hasStar = false
        while kind != place.closing {
            switch kind {
            case .slash:
                let isFirst = result.positionalOrKeyword.isEmpty
                guard !isFirst, result.positionalOnly.isEmpty, !hasStar else { throw .mismatch }
                advance()
                swap(&result.positionalOnly, &result.positionalOrKeyword)
            case .star:
                guard !hasStar else { throw .mismatch }
                hasStar = true
                try readStar(into: &result, of: place)
            case .doubleStar:
                advance()
                result.variadicKeyword = try plainParameter(of: place)
                _ = take(.comma)
                guard kind == place.closing else { throw .mismatch }
                return result
            default: try readParameter(into: &result, of: place, isKeywordOnly: hasStar)
            }
            guard take(.comma) || kind == place.closing else { throw .mismatch }
        }
        return result
    }

    /// `*args`, or a `*` with keyword-only parameters behind it.
    private func readStar(
        into result: inout Parameters, of place: ParameterPlace
    ) throws(ParseFailure) {
        try expect(.star)
        guard kind == .comma else {
            result.variadic = try variadicParameter(of: place)
            return
        }
        guard kind(ahead: 1) == .name else {
            advance()
            throw .mismatch
        }
    }

    private func readParameter(
        into result: inout Parameters, of place: ParameterPlace, isKeywordOnly: Bool
    ) throws(ParseFailure) {
        let precedingDefault =
            (result.positionalOrKeyword.last ?? result.positionalOnly.last)?.defaultValue
        let parameter = try defaultParameter(of: place)
        if isKeywordOnly {
            result.keywordOnly.append(parameter)
        } else {
            guard precedingDefault == nil || parameter.defaultValue != nil else { throw .mismatch }
            result.positionalOrKeyword.append(parameter)
        }
    }

    /// `name: annotation = value`.
    func defaultParameter(of place: ParameterPlace) throws(ParseFailure) -> Parameter {
        var parameter = try plainParameter(of: place)
        if take(.assign) { parameter.defaultValue = try expression() }
        return parameter
    }

    /// `name: annotation`.
    func plainParameter(of place: ParameterPlace) throws(ParseFailure) -> Parameter {
        let (text, start) = try name()
        var parameter = Parameter(name: text, span: start)
        if place == .function, take(.colon) { parameter.annotation = try expression() }
        parameter.span = span(from: start)
        return parameter
    }

    /// The name behind a star, whose annotation may have a star, too.
    private func variadicParameter(of place: ParameterPlace) throws(ParseFailure) -> Parameter {
        let (text, start) = try name()
        var parameter = Parameter(name: text, span: start)
        if place == .function, take(.colon) { parameter.annotation = try starExpression() }
        parameter.span = span(from: start)
        return parameter
    }
}
