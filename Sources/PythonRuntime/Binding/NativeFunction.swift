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

    /// Works on the arguments where they stand and gives a result whose count is the caller's; undefined where
    /// the body must run.
    typealias FastBody = (Interpreter, UnsafeMutablePointer<Slot>, Int) throws -> Slot

    package let literal: String
    package let body: Body
    /// `len`, without parameters.
    package let name: String
    /// `list.append`, `keras.layers.Dense`: how error messages call it.
    package var qualifiedName: String
    package var moduleName: String
    /// Whether mistakes are worded as for a function that is written in Python.
    let wording: ArgumentBinder.Wording
    /// Whether an attribute look-up on an instance binds it.
    package var isMethod = false
    /// Parameters that a bound call fills before the caller's arguments: `self` or `cls`.
    var receiverCount = 0
    /// What often called functions do for the usual kinds of arguments.
    var fast: FastBody?
    private var parsed: (signature: Signature, defaults: [Value], keywordDefaults: [String: Value])?

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

    private func parse(
        _ python: Interpreter
    ) throws -> (signature: Signature, defaults: [Value], keywordDefaults: [String: Value]) {
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
        let result = (signature, defaults, keywordDefaults)
        parsed = result
        return result
    }

    /// Calls the function with arguments as they were written.
    package func call(_ arguments: Arguments, in python: Interpreter) throws -> Value {
        if case .raw(let body) = body { return try body(python, arguments) }
        return try run(bind(arguments, in: python), in: python)
    }

    /// The arguments as the signature orders them, defaults filled in.
    package func bind(_ arguments: Arguments, in python: Interpreter) throws -> [Value] {
        let (signature, defaults, keywordDefaults) = try parse(python)
        if arguments.keywords.isEmpty, signature.isPlain {
            let missing = signature.positional.count - arguments.positional.count
            if missing == 0 { return arguments.positional }
            if missing > 0, missing <= defaults.count {
                return arguments.positional + defaults.suffix(missing)
            }
        }
        let binder = ArgumentBinder(
            signature: signature, defaults: defaults, keywordDefaults: keywordDefaults,
            wording: wording, name: wording == .native ? name : qualifiedName,
            qualifiedName: qualifiedName, receiverCount: receiverCount)
        return try binder.bind(arguments, in: python)
    }

    private func run(_ bound: [Value], in python: Interpreter) throws -> Value {
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
