/// The binary operators by how strongly they bind, the weakest first.
enum Precedence: Int, Comparable {
    case bar, caret, ampersand, shift, sum, product
    /// Stronger than every operator in the table; `**` binds stronger still and is read apart,
    /// because it groups from the right.
    case unary

    static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

    /// The next stronger one: what the right operand of a left-associative operator is made of.
    var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }
}

extension BinaryOperator {
    /// The operator that a token stands for, and how strongly it binds.
    static func infix(_ kind: Token.Kind) -> (operation: BinaryOperator, precedence: Precedence)? {
        switch kind {
        case .bar: (.or, .bar)
        case .caret: (.xor, .caret)
        case .ampersand: (.and, .ampersand)
        case .leftShift: (.leftShift, .shift)
        case .rightShift: (.rightShift, .shift)
        case .plus: (.add, .sum)
        case .minus: (.subtract, .sum)
        case .star: (.multiply, .product)
        case .slash: (.divide, .product)
        case .doubleSlash: (.floorDivide, .product)
        case .percent: (.modulo, .product)
        case .at: (.matrixMultiply, .product)
        default: nil
        }
    }

    /// The operator of an augmented assignment such as `+=`.
    init?(augmented kind: Token.Kind) {
        switch kind {
        case .plusAssign: self = .add
        case .minusAssign: self = .subtract
        case .starAssign: self = .multiply
        case .atAssign: self = .matrixMultiply
        case .slashAssign: self = .divide
        case .doubleSlashAssign: self = .floorDivide
        case .percentAssign: self = .modulo
        case .doubleStarAssign: self = .power
        case .leftShiftAssign: self = .leftShift
        case .rightShiftAssign: self = .rightShift
        case .ampersandAssign: self = .and
        case .barAssign: self = .or
        case .caretAssign: self = .xor
        default: return nil
        }
    }
}

extension UnaryOperator {
    /// The arithmetic operator that a token before an operand stands for.
    static func prefix(_ kind: Token.Kind) -> UnaryOperator? {
        switch kind {
        case .plus: .plus
        case .minus: .minus
        case .tilde: .invert
        default: nil
        }
    }
}
