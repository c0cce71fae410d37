/// Checks `from __future__ import …`, which must come first and name a known feature.
struct FutureImports {
    /// The features that Python 3.11 knows; all but the last one have long been the rule.
    private static let features: Set<String> = [
        "nested_scopes", "generators", "division", "absolute_import", "with_statement",
        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
    ]

    /// Checks the statements at the beginning of a text; later ones are `isLate`.
    static func check(_ body: [Statement]) throws(SyntaxFault) {
        var canBeDocumentation = true
        for statement in body {
            switch statement.kind {
            case .importFrom("__future__", _, let names):
                try check(names, of: statement)
                canBeDocumentation = false
            case .expression(let value) where canBeDocumentation:
                guard case .string = value.kind else { return }
                canBeDocumentation = false
            default: return
            }
        }
    }

    /// The statements at the beginning of a text that may be such imports.
    static func leadingCount(in body: [Statement]) -> Int {
        var canBeDocumentation = true
        return body.prefix { statement in
            defer { canBeDocumentation = false }
            switch statement.kind {
            case .importFrom("__future__", _, _): return true
            case .expression(let value) where canBeDocumentation:
                if case .string = value.kind { return true } else { return false }
            default: return false
            }
        }.count
    }

    private static func check(
        _ names: [ImportedName]?, of statement: Statement
    ) throws(SyntaxFault) {
        for name in names?.map(\.name) ?? ["*"] where !features.contains(name) {
            let message =
                name == "braces" ? "not a chance" : "future feature \(name) is not defined"
            let start = statement.span.start
            throw SyntaxFault(.syntaxError, message, at: .init(start, start + 1))
        }
    }
}
