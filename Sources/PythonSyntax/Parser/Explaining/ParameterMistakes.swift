import Diagnostics

extension SyntaxReader {
    /// Mistakes in parameters, which begin at the next token.
    func explainParameters(of place: ParameterPlace) throws(ParseFailure) {
        var walk = ParameterWalk()
        while kind != place.closing {
            switch kind {
            case .slash: try explainSlash(&walk)
            case .star: try explainStar(&walk, of: place)
            case .doubleStar: return try explainDoubleStar(of: place)
            case .leftParenthesis: return try explainParenthesis(&walk, of: place)
            default: try explainParameter(&walk, of: place)
            }
            let wasSlash = tokens[position - 1].kind == .slash
            if wasSlash, kind == .star {
                throw fault("expected comma between / and *", at: span)
            }
            guard take(.comma) else { return }
        }
    }

    private func explainSlash(_ walk: inout ParameterWalk) throws(ParseFailure) {
        if walk.isEmpty {
            guard kind(ahead: 1) == .comma else { throw .mismatch }
            throw fault("at least one argument must precede /", at: span)
        }
        if walk.hasSlash { throw fault("/ may appear only once", at: span) }
        if walk.hasStar { throw fault("/ must be ahead of *", at: span) }
        walk.hasSlash = true
        advance()
    }

    private func explainStar(
        _ walk: inout ParameterWalk, of place: ParameterPlace
    ) throws(ParseFailure) {
        let star = span
        if walk.hasStar { throw fault("* argument may appear only once", at: star) }
        walk.hasStar = true
        walk.isEmpty = false
        advance()
        let isBare = kind == place.closing
        if isBare || (kind == .comma && [place.closing, .doubleStar].contains(kind(ahead: 1))) {
            let message = "named arguments must follow bare *"
            throw place == .function ? fault(message, at: star) : faultAtFurthest(message)
        }
        guard kind != .comma else { return }
        _ = try plainParameter(of: place)
        if kind == .assign {
            throw fault("var-positional argument cannot have default value", at: span)
        }
    }

    private func explainDoubleStar(of place: ParameterPlace) throws(ParseFailure) {
        advance()
        _ = try plainParameter(of: place)
        if kind == .assign {
            throw fault("var-keyword argument cannot have default value", at: span)
        }
        guard take(.comma) else { return }
        let message = "arguments cannot follow var-keyword argument"
        if [.star, .doubleStar, .slash].contains(kind) { throw fault(message, at: span) }
        if kind == .name { throw fault(message, at: try plainParameter(of: place).span) }
    }

    private func explainParenthesis(
        _ walk: inout ParameterWalk, of place: ParameterPlace
    ) throws(ParseFailure) {
        let start = try expect(.leftParenthesis)
        repeat {
            guard kind == .name else { return }
            _ = try plainParameter(of: .lambda)
        } while take(.comma) && kind != .rightParenthesis
        guard kind == .rightParenthesis, !walk.hasDefault, !walk.hasStar else { return }
        let owner = place == .function ? "Function" : "Lambda expression"
        throw fault("\(owner) parameters cannot be parenthesized", at: start.to(span))
    }

    private func explainParameter(
        _ walk: inout ParameterWalk, of place: ParameterPlace
    ) throws(ParseFailure) {
        let parameter = try plainParameter(of: place)
        walk.isEmpty = false
        let sign = span
        guard take(.assign) else {
            if walk.hasDefault, !walk.hasStar, kind == .comma || kind == place.closing {
                throw fault("non-default argument follows default argument", at: parameter.span)
            }
            return
        }
        walk.hasDefault = true
        if kind == .comma || kind == .rightParenthesis {
            throw fault("expected default value expression", at: sign)
        }
        _ = try expression()
    }
}

/// What was met among parameters so far.
private struct ParameterWalk {
    var isEmpty = true
    var hasDefault = false
    var hasSlash = false
    var hasStar = false
}
