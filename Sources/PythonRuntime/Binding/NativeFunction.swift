import Diagnostics
import PythonSyntax

/// A function written in Swift. Its literal is its signature, its help and its error messages:
///
///     sorted(iterable, /, *, key=None, reverse=False)
///
///     A new list with the items in ascending order.
///
/// The signature is read when it is first needed.
package final class NativeFunction: InstanceObject {
    /// What runs: functions of few positional parameters are called without an array.
    package enum Body {
        case none((Interpreter) throws -> Value)
        case one((Interpreter, Value) throws -> Value)
        case two((Interpreter, Value, Value) throws -> Value)
        case three((Interpreter, Value, Value, Value) throws -> Value)
        /// One value for each parameter, bound.
        case bound((Interpreter, [Value]) throws -> Value)
        /// The call as it is: the function binds it.
        case raw((Interpreter, Arguments) throws -> Value)

        /// The same, never called without binding.
        fileprivate var bound: Body {
            switch self {
            case .none(let body): .bound { python, _ in try body(python) }
            case .one(let body): .bound { try body($0, $1[0]) }
            case .two(let body): .bound { try body($0, $1[0], $1[1]) }
            case .three(let body): .bound { try body($0, $1[0], $1[1], $1[2]) }
            case .bound, .raw: self
            }
        }
    }

    package let literal: String
    package let body: Body
    /// `len`, without parameters.
    package let name: String
    /// `list.append`, `keras.layers.Dense`: how error messages call it.
    package var qualifiedName: String
    package var moduleName: String
    /// How mistakes in the arguments are worded.
    package var wording: MistakeWording
    /// Whether an attribute look-up on an instance binds it.
    package var isMethod = false
    /// The type whose method it is; nil for functions, and for methods that read as Python's.
    unowned(unsafe) var owner: TypeObject?
    /// Parameters that a bound call fills before the caller's arguments: `self` or `cls`.
    var receiverCount = 0
    /// What often called functions do for the usual kinds of arguments.
    var fast = FastPath.none
    private var parsed: ParsedSignature?

    package init(
        _ literal: String, module: String = "builtins", owner: String? = nil,
        pythonWording: Bool = false,
        _ body: Body, in python: Interpreter
    ) {
        self.literal = literal
        // A call by position alone is bound too where a star keeps arguments from being parameters.
        let hasStar = literal.utf8.prefix { $0 != UInt8(ascii: "\n") }.contains(UInt8(ascii: "*"))
        self.body = hasStar ? body.bound : body
        name = String(literal.prefix { $0 != "(" && $0 != "\n" })
        qualifiedName =
            owner.map { "\($0).\(String(literal.prefix { $0 != "(" && $0 != "\n" }))" } ?? name
        moduleName = module
        wording = pythonWording ? .python : .native
        super.init(type: python.types.builtinFunction, kind: .nativeFunction)
    }

    /// The help below the signature; nil where there is none.
    package var documentation: String? {
        let lines = literal.split(separator: "\n", omittingEmptySubsequences: false)
        guard let blank = lines.firstIndex(where: { $0.allSatisfy(\.isWhitespace) }) else {
            return nil
        }
        return lines[(blank + 1)...].joined(separator: "\n")
    }

    /// The signature's own text: `len(obj, /)`.
    package var signatureText: String {
        let lines = literal.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix { !$0.allSatisfy(\.isWhitespace) }
            .map { $0.drop { $0 == " " } }.joined(separator: " ")
    }

    /// The parsed signature. Throws when the literal is no signature, which the tests rule out.
    package func signature(in python: Interpreter) throws -> Signature {
        try parse(python).signature
    }

    private func parse(_ python: Interpreter) throws -> ParsedSignature {
        if let parsed { return parsed }
        let (name, parameters, _) = try python.parseSignature(signatureText)
        let signature = Signature(name: name, parameters: parameters)
        let defaults = try signature.positional.compactMap { name in
            try signature.defaults[name].map { try python.constant($0) }
        }
        var keywordDefaults: [String: Value] = [:]
        for name in signature.keywordOnly {
            if let value = signature.defaults[name] {
                keywordDefaults[name] = try python.constant(value)
            }
        }
        let result = ParsedSignature(signature, defaults, keywordDefaults)
        parsed = result
        return result
    }

    /// Calls the function with arguments as they were written.
    package func call(_ arguments: Arguments, in python: Interpreter) throws -> Value {
        do {
            if case .raw(let body) = body { return try body(python, arguments) }
            return try run(bind(arguments, in: python), in: python)
        } catch let failure as PythonError {
            throw wrongReceiver(arguments.positional.first, in: python) ?? failure
        }
    }

    /// What a failed call should have failed with: a method that was called by its class and got another one's
    /// instance. It is asked for behind the failure, so that calls that succeed do not pay for it.
    func wrongReceiver(_ receiver: Value?, in python: Interpreter) -> PythonError? {
        guard let owner, let receiver, !python.type(of: receiver).isSubtype(of: owner) else {
            return nil
        }
        return python.typeError(
            "descriptor '\(name)' for '\(owner.name)' objects doesn't apply to a '\(python.typeName(receiver))' object"
        )
    }

    /// The arguments as the signature orders them, defaults filled in.
    package func bind(_ arguments: Arguments, in python: Interpreter) throws -> [Value] {
        let parsed = try parse(python)
        if let bound = parsed.bind(arguments) { return bound }
        let binder = ArgumentBinder(
            signature: parsed.signature, defaults: parsed.defaults,
            keywordDefaults: parsed.keywordDefaults, wording: wording,
            name: wording == .native ? name : qualifiedName,
            qualifiedName: qualifiedName, receiverCount: receiverCount)
        return try binder.bind(arguments, in: python)
    }

    /// The arguments by position alone as the signature orders them, defaults filled in; nil where the general
    /// way must be taken.
    func bindPositional(
        _ arguments: UnsafeMutablePointer<Slot>, _ count: Int, in python: Interpreter
    ) throws -> [Value]? {
        try (parsed ?? parse(python)).bind(arguments, count)
    }

    /// Runs the body with one value for each parameter.
    func run(_ bound: [Value], in python: Interpreter) throws -> Value {
        switch body {
        case .none(let body): try body(python)
        case .one(let body): try body(python, bound[0])
        case .two(let body): try body(python, bound[0], bound[1])
        case .three(let body): try body(python, bound[0], bound[1], bound[2])
        case .bound(let body): try body(python, bound)
        case .raw(let body): try body(python, Arguments(bound))
        }
    }
}

/// A native signature as calls use it.
private final class ParsedSignature {
    let signature: Signature
    let defaults: [Value]
    let keywordDefaults: [String: Value]
    /// The defaults of all parameters in order, nil for those without; nil where stars take any number.
    private let allDefaults: [Value?]?
    private let positionalCount: Int

    init(_ signature: Signature, _ defaults: [Value], _ keywordDefaults: [String: Value]) {
        self.signature = signature
        self.defaults = defaults
        self.keywordDefaults = keywordDefaults
        positionalCount = signature.positional.count
        let hasStars = signature.variadic != nil || signature.variadicKeyword != nil
        let required = [Value?](repeating: nil, count: positionalCount - defaults.count)
        allDefaults =
            hasStars
            ? nil : required + defaults + signature.keywordOnly.map { keywordDefaults[$0] }
    }

    /// The arguments in the order of the parameters; nil where a star takes some or one is wrong.
    func bind(_ arguments: Arguments) -> [Value]? {
        let positional = arguments.positional
        guard let allDefaults, positional.count <= positionalCount else { return nil }
        if positional.count == allDefaults.count, arguments.keywords.isEmpty { return positional }
        var isGiven: UInt64 = 0
        var bound = positional
        bound.reserveCapacity(allDefaults.count)
        for index in positional.count..<allDefaults.count {
            bound.append(allDefaults[index] ?? .none)
        }
        for (name, value) in arguments.keywords {
            guard let index = index(of: name), index >= positional.count, index < 64,
                isGiven & 1 << UInt64(index) == 0
            else { return nil }
            isGiven |= 1 << UInt64(index)
            bound[index] = value
        }
        for index in positional.count..<allDefaults.count where allDefaults[index] == nil {
            guard index < 64, isGiven & 1 << UInt64(index) != 0 else { return nil }
        }
        return bound
    }

    func bind(_ arguments: UnsafeMutablePointer<Slot>, _ count: Int) -> [Value]? {
        guard let allDefaults, count <= positionalCount else { return nil }
        var bound: [Value] = []
        bound.reserveCapacity(allDefaults.count)
        for index in 0..<count { bound.append(arguments[index].value) }
        for index in count..<allDefaults.count {
            guard let value = allDefaults[index] else { return nil }
            bound.append(value)
        }
        return bound
    }

    private func index(of name: String) -> Int? {
        if let index = signature.index(ofKeyword: name) { return index }
        return signature.keywordOnly.firstIndex(of: name).map { positionalCount + $0 }
    }
}
