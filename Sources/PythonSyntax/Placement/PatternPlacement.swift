import Diagnostics

extension PlacementCheck {
    func check(_ entry: MatchCase, isLast: Bool) throws(SyntaxFault) {
        var names: Set<String> = []
        let canRefuse = entry.guardExpression != nil || isLast
        try check(entry.pattern, binding: &names, mayMatchAlways: canRefuse)
        try check(entry.guardExpression)
        try check(entry.body)
    }

    /// Checks a pattern; `names` are those that are bound so far.
    private func check(
        _ pattern: Pattern, binding names: inout Set<String>, mayMatchAlways: Bool
    ) throws(SyntaxFault) {
        switch pattern.kind {
        case .value(let value): try checkValue(value, at: pattern.span)
        case .singleton: break
        case .capture(let name):
            if !mayMatchAlways { throw alwaysMatching(name, at: pattern.span) }
            try bind(name, at: pattern.span, in: &names)
        case .star(let name): try bind(name, at: pattern.span, in: &names)
        case .sequence(let parts):
            try checkStars(parts, at: pattern.span)
            try check(all: parts, binding: &names)
        case .mapping(let keys, let patterns, let rest):
            try checkKeys(keys, at: pattern.span)
            try check(all: patterns, binding: &names)
            try bind(rest, at: pattern.lastPart.span, in: &names)
        case .class(let type, let positional, let keywords):
            try checkAttributes(keywords, at: pattern.span)
            try check(type)
            try check(all: positional + keywords.map(\.pattern), binding: &names)
        case .or(let alternatives):
            try check(alternatives, binding: &names, mayMatchAlways: mayMatchAlways)
        case .as(let inner, let name):
            try check(inner, binding: &names, mayMatchAlways: mayMatchAlways)
            try bind(name, at: pattern.lastPart.span, in: &names)
        }
    }

    private func check(
        all patterns: [Pattern], binding names: inout Set<String>
    ) throws(SyntaxFault) {
        for pattern in patterns { try check(pattern, binding: &names, mayMatchAlways: true) }
    }

    /// Alternatives bind the same names, and only the last one may match everything.
    private func check(
        _ alternatives: [Pattern], binding names: inout Set<String>, mayMatchAlways: Bool
    ) throws(SyntaxFault) {
        var common: Set<String>?
        let before = names
        for (index, alternative) in alternatives.enumerated() {
            var bound = before
            let isLast = index == alternatives.count - 1
            try check(alternative, binding: &bound, mayMatchAlways: isLast && mayMatchAlways)
            if let common, common != bound {
                let message = "alternative patterns bind different names"
                throw SyntaxFault(.syntaxError, message, at: alternative.lastPart.span)
            }
            common = bound
        }
        names = common ?? before
    }

    private func alwaysMatching(_ name: String?, at span: SourceSpan) -> SyntaxFault {
        let subject = name.map { "name capture '\($0)'" } ?? "wildcard"
        return SyntaxFault(
            .syntaxError, "\(subject) makes remaining patterns unreachable", at: span)
    }

    private func bind(
        _ name: String?, at span: SourceSpan, in names: inout Set<String>
    ) throws(SyntaxFault) {
        guard let name else { return }
        try checkName(name, at: span)
        guard names.insert(name).inserted else {
            let message = "multiple assignments to name '\(name)' in pattern"
            throw SyntaxFault(.syntaxError, message, at: span)
        }
    }

    private func checkValue(_ value: Expression, at span: SourceSpan) throws(SyntaxFault) {
        guard case .formatted = value.kind else { return }
        let message = "patterns may only match literals and attribute lookups"
        throw SyntaxFault(.syntaxError, message, at: span)
    }

    private func checkStars(_ parts: [Pattern], at span: SourceSpan) throws(SyntaxFault) {
        let stars = parts.filter { if case .star = $0.kind { true } else { false } }
        guard stars.count > 1 else { return }
        throw SyntaxFault(.syntaxError, "multiple starred names in sequence pattern", at: span)
    }

    private func checkKeys(_ keys: [Expression], at span: SourceSpan) throws(SyntaxFault) {
        var seen: Set<String> = []
        for key in keys {
            if case .formatted = key.kind {
                let message =
                    "mapping pattern keys may only match literals and attribute lookups"
                throw SyntaxFault(.syntaxError, message, at: span)
            }
            guard let text = key.literalDescription, !seen.insert(text).inserted else { continue }
            let message = "mapping pattern checks duplicate key (\(text))"
            throw SyntaxFault(.syntaxError, message, at: span)
        }
    }

    private func checkAttributes(
        _ keywords: [(name: String, pattern: Pattern)], at span: SourceSpan
    ) throws(SyntaxFault) {
        var seen: Set<String> = []
        for (name, pattern) in keywords where !seen.insert(name).inserted {
            let message = "attribute name repeated in class pattern: \(name)"
            throw SyntaxFault(.syntaxError, message, at: pattern.span)
        }
    }
}

extension Pattern {
    /// The last pattern within a pattern, where CPython stands when it has read all of it.
    fileprivate var lastPart: Pattern { parts.last?.lastPart ?? self }
}

extension Expression {
    /// How Python writes a simple literal; nil for what is looked up or computed.
    fileprivate var literalDescription: String? {
        switch kind {
        case .none: "None"
        case .bool(let value): value ? "True" : "False"
        case .integer(.small(let value)): "\(value)"
        case .float(let value): "\(value)"
        case .string(let text): "'\(text)'"
        default: nil
        }
    }
}
