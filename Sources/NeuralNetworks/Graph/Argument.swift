import Tensors

/// What a layer is called with and what it gives: tensors or symbols, in lists, tuples and dictionaries.
package indirect enum Argument {
    case tensor(Tensor)
    case symbol(Symbol)
    case list([Argument])
    case tuple([Argument])
    case dictionary([(key: String, value: Argument)])
    case none
    /// A value of another room, which layers hand on as it is.
    case opaque(Any)
}

extension Argument {
    /// The tensors, in order.
    package var tensors: [Tensor] { leaves.compactMap(\.tensor) }

    /// The symbols, in order.
    package var symbols: [Symbol] { leaves.compactMap(\.symbol) }

    /// The tensor, where the argument is one.
    package var tensor: Tensor? {
        if case .tensor(let tensor) = self { tensor } else { nil }
    }

    /// The symbol, where the argument is one.
    package var symbol: Symbol? {
        if case .symbol(let symbol) = self { symbol } else { nil }
    }

    package var isNone: Bool {
        if case .none = self { true } else { false }
    }

    /// The items of a list or a tuple; an argument that is neither stands alone.
    package var items: [Argument] {
        switch self {
        case .list(let items), .tuple(let items): items
        case .dictionary(let entries): entries.map(\.value)
        case .none: []
        default: [self]
        }
    }

    /// What is no container, in order.
    package var leaves: [Argument] {
        switch self {
        case .list(let items), .tuple(let items): items.flatMap(\.leaves)
        case .dictionary(let entries): entries.flatMap(\.value.leaves)
        default: [self]
        }
    }

    /// The same nesting with every leaf changed.
    package func map(_ change: (Argument) throws -> Argument) rethrows -> Argument {
        switch self {
        case .list(let items): .list(try items.map { try $0.map(change) })
        case .tuple(let items): .tuple(try items.map { try $0.map(change) })
        case .dictionary(let entries):
            .dictionary(try entries.map { ($0.key, try $0.value.map(change)) })
        default: try change(self)
        }
    }

    /// Whether a symbol is anywhere inside.
    package var hasSymbols: Bool {
        switch self {
        case .symbol: true
        case .list(let items), .tuple(let items): items.contains { $0.hasSymbols }
        case .dictionary(let entries): entries.contains { $0.value.hasSymbols }
        default: false
        }
    }

    /// One tensor alone, several as a list.
    package static func outputs(_ tensors: [Tensor]) -> Argument {
        tensors.count == 1 ? .tensor(tensors[0]) : .list(tensors.map(Argument.tensor))
    }

    /// A shape in the place of a tensor, as layers are built with.
    package static func shape(_ shape: PartialShape) -> Argument { .opaque(shape) }

    /// The shapes of the tensors and symbols, in order.
    package var shapes: [PartialShape] {
        leaves.compactMap { leaf in
            switch leaf {
            case .tensor(let tensor): PartialShape(tensor.shape)
            case .symbol(let symbol): symbol.shape
            case .opaque(let shape as PartialShape): shape
            default: nil
            }
        }
    }
}

/// A call of a layer.
package struct Call {
    /// The first argument.
    package var inputs: Argument
    /// What else was given by position.
    package var positional: [Argument] = []
    /// What else was given by name, `training` and `mask` excepted.
    package var keywords: [(name: String, value: Argument)] = []
    /// Whether the call is said to be one of training; nil where the caller leaves that open.
    package var isTraining: Bool?
    /// The mask that the caller gives; `.none` where the inputs bring their own.
    package var mask = Argument.none

    package init(
        _ inputs: Argument, isTraining: Bool? = nil, mask: Argument = .none,
        keywords: [(name: String, value: Argument)] = []
    ) {
        self.inputs = inputs
        self.isTraining = isTraining
        self.mask = mask
        self.keywords = keywords
    }

    /// The argument of a name; nil where it was not given.
    package subscript(name: String) -> Argument? {
        guard let value = keywords.first(where: { $0.name == name })?.value, !value.isNone else {
            return nil
        }
        return value
    }

    /// Whether a symbol is among the arguments.
    package var hasSymbols: Bool {
        inputs.hasSymbols || positional.contains { $0.hasSymbols }
            || keywords.contains { $0.value.hasSymbols } || mask.hasSymbols
    }

    /// The symbols among all arguments, in order.
    package var symbols: [Symbol] {
        inputs.symbols + positional.flatMap(\.symbols) + keywords.flatMap(\.value.symbols)
            + mask.symbols
    }

    /// The call with every leaf of every argument changed.
    package func map(_ change: (Argument) throws -> Argument) rethrows -> Call {
        var call = self
        call.inputs = try inputs.map(change)
        call.positional = try positional.map { try $0.map(change) }
        call.keywords = try keywords.map { ($0.name, try $0.value.map(change)) }
        call.mask = try mask.map(change)
        return call
    }
}
