extension Expression {
    /// How messages call the kind of an expression.
    var kindName: String {
        switch kind {
        case .none: "None"
        case .ellipsis: "ellipsis"
        case .bool(let value): value ? "True" : "False"
        case .integer, .float, .imaginary, .string, .bytes: "literal"
        case .formatted: "f-string expression"
        case .name: "name"
        case .attribute: "attribute"
        case .item, .slice: "subscript"
        case .call: "function call"
        case .unary, .binary, .and, .or: "expression"
        case .comparison: "comparison"
        case .conditional: "conditional expression"
        case .lambda: "lambda"
        case .tuple: "tuple"
        case .list: "list"
        case .set: "set display"
        case .dictionary: "dict literal"
        case .starred: "starred"
        case .comprehension(let comprehension): comprehension.kindName
        case .named: "named expression"
        case .yield, .yieldFrom: "yield expression"
        }
    }
}

extension Comprehension {
    /// How messages call the kind of a comprehension.
    var kindName: String {
        switch element {
        case .list: "list comprehension"
        case .set: "set comprehension"
        case .generator: "generator expression"
        case .dictionary: "dict comprehension"
        }
    }
}
