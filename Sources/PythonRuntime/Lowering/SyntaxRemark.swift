import Diagnostics
import PythonSyntax

/// What is Python, but hardly what was meant: a `SyntaxWarning`.
struct SyntaxRemark {
    let message: String
    let span: SourceSpan
}

extension Lowering {
    private func remark(_ message: String, at span: SourceSpan) {
        unit.remarks.append(SyntaxRemark(message: message, span: span))
    }

    /// `x is 5` asks whether two objects are one, which says nothing of equal numbers.
    func remarkIdentity(
        _ first: Expression, _ rest: [(ComparisonOperator, Expression)], at span: SourceSpan
    ) {
        var left = first
        for (operation, right) in rest {
            if operation == .is || operation == .isNot, left.isLiteral || right.isLiteral {
                let (word, sign) = operation == .is ? ("is", "==") : ("is not", "!=")
                remark("\"\(word)\" with a literal. Did you mean \"\(sign)\"?", at: span)
            }
            left = right
        }
    }

    /// `assert (x, "message")` asserts a tuple.
    func remarkAssertion(_ test: Expression, at span: SourceSpan) {
        guard case .tuple(let items) = test.kind, !items.isEmpty else { return }
        remark("assertion is always true, perhaps remove parentheses?", at: span)
    }

    /// `[(1, 2) (3, 4)]` calls a tuple.
    func remarkCall(of function: Expression, at span: SourceSpan) {
        guard let type = function.knownType, type != "function" else { return }
        remark("'\(type)' object is not callable; perhaps you missed a comma?", at: span)
    }

    /// `[[1, 2] [3, 4]]` looks a tuple up in a list.
    func remarkItem(_ index: Expression, of container: Expression, at span: SourceSpan) {
        guard let type = container.knownType else { return }
        switch type {
        case "str", "bytes", "tuple", "list":
            guard let key = index.knownType, !["int", "bool"].contains(key) else { return }
            remark(
                "\(type) indices must be integers or slices, not \(key); perhaps you missed a comma?",
                at: span)
        case "dict": return
        default:
            remark("'\(type)' object is not subscriptable; perhaps you missed a comma?", at: span)
        }
    }
}

extension Expression {
    /// Whether the value is a literal, and not one of those of which there is only one.
    fileprivate var isLiteral: Bool {
        switch kind {
        case .integer, .float, .imaginary, .string, .bytes: true
        case .unary(.minus, let inner): inner.isLiteral
        case .tuple(let items): items.allSatisfy(\.isConstant)
        default: false
        }
    }

    private var isConstant: Bool {
        switch kind {
        case .none, .ellipsis, .bool: true
        default: isLiteral
        }
    }

    /// The name of the type that the value surely has; nil where the text does not tell.
    fileprivate var knownType: String? {
        switch kind {
        case .none: "NoneType"
        case .ellipsis: "ellipsis"
        case .bool: "bool"
        case .integer: "int"
        case .float: "float"
        case .imaginary: "complex"
        case .string, .formatted: "str"
        case .bytes: "bytes"
        case .tuple: "tuple"
        case .list: "list"
        case .set: "set"
        case .dictionary: "dict"
        case .lambda: "function"
        case .comprehension(let comprehension):
            switch comprehension.element {
            case .list: "list"
            case .set: "set"
            case .generator: "generator"
            case .dictionary: "dict"
            }
        default: nil
        }
    }
}
