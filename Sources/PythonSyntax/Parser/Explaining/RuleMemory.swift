/// What rules found at tokens, for a reading that tries many rules at the same place.
struct RuleMemory {
    /// A rule whose results are kept.
    enum Rule: UInt8 {
        case expression, disjunction, bitwiseOr, primary, invalidNamed, starTarget
    }

    /// A result: the expression, or nil where the rule did not fit, and the token behind it.
    struct Entry {
        var expression: Expression?
        var end: Int
    }

    private struct Key: Hashable {
        var rule: Rule
        var position: Int
    }

    private var entries: [Key: Entry] = [:]

    subscript(rule: Rule, position: Int) -> Entry? {
        get { entries[Key(rule: rule, position: position)] }
        set { entries[Key(rule: rule, position: position)] = newValue }
    }
}

extension SyntaxReader {
    /// Reads with a rule, or repeats what it found here before.
    func remembered(
        _ rule: RuleMemory.Rule, _ read: () throws(ParseFailure) -> Expression
    ) throws(ParseFailure) -> Expression {
        let start = position
        if isRemembering, let entry = memory[rule, start] {
            guard let expression = entry.expression else { throw .mismatch }
            position = entry.end
            return expression
        }
        do {
            let expression = try read()
            if isRemembering {
                memory[rule, start] = .init(expression: expression, end: position)
            }
            return expression
        } catch {
            if isRemembering, case .mismatch = error {
                memory[rule, start] = .init(expression: nil, end: start)
            }
            throw error
        }
    }
}
