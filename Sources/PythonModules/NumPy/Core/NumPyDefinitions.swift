import PythonRuntime
import Tensors

/// Adds functions whose mistakes are worded as NumPy words them.
final class NumPyDefinitions: Definitions {
    private let target: any Definitions

    init(_ target: any Definitions) { self.target = target }

    var python: Interpreter { target.python }

    func add(_ literal: String, _ body: NativeFunction.Body) {
        // Calls with as many values as parameters skip the binding, which `*` can't do without.
        let signature = literal.prefix { $0 != "\n" }
        let name = String(signature.prefix { $0 != "(" })
        let own = signature.contains("*") ? body.bound : body
        target.add(literal, own.wordedByNumPy.handingOnObjects(of: name))
    }
}

/// Adds functions that are also methods of arrays and of single numbers: `np.sum(a)` and `a.sum()`.
///
/// The literal is the function's; its first parameter is the method's `self`.
final class SharedDefinitions: Definitions {
    private let module: NumPyDefinitions
    private let methods: [NumPyDefinitions]

    init(_ module: NumPyDefinitions, methods: [NumPyDefinitions]) {
        self.module = module
        self.methods = methods
    }

    var python: Interpreter { module.python }

    func add(_ literal: String, _ body: NativeFunction.Body) {
        module.add(literal, body)
        let method = Self.methodLiteral(literal)
        for type in methods { type.add(method, body) }
    }

    /// `sum(a, axis=None)` as `sum(self, axis=None)`.
    private static func methodLiteral(_ literal: String) -> String {
        guard let open = literal.firstIndex(of: "("),
            let end = literal[open...].firstIndex(where: { $0 == "," || $0 == ")" })
        else { return literal }
        return literal[...open] + "self" + literal[end...]
    }
}

extension NativeFunction.Body {
    /// The same body over an array of bound values.
    fileprivate var bound: Self {
        switch self {
        case .none(let body): .bound { python, _ in try body(python) }
        case .one(let body): .bound { python, values in try body(python, values[0]) }
        case .two(let body): .bound { python, values in try body(python, values[0], values[1]) }
        case .three(let body):
            .bound { python, values in try body(python, values[0], values[1], values[2]) }
        case .bound, .raw: self
        }
    }

    /// The same body with the engine's mistakes in NumPy's words.
    fileprivate var wordedByNumPy: Self {
        switch self {
        case .none(let body): .none { python in try python.wordedByNumPy { try body(python) } }
        case .one(let body):
            .one { python, a in try python.wordedByNumPy { try body(python, a) } }
        case .two(let body):
            .two { python, a, b in try python.wordedByNumPy { try body(python, a, b) } }
        case .three(let body):
            .three { python, a, b, c in try python.wordedByNumPy { try body(python, a, b, c) } }
        case .bound(let body):
            .bound { python, values in try python.wordedByNumPy { try body(python, values) } }
        case .raw(let body):
            .raw { python, call in try python.wordedByNumPy { try body(python, call) } }
        }
    }
}

extension Interpreter {
    /// Runs a body; a mistake of the engine becomes the exception that NumPy raises.
    func wordedByNumPy<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let mistake as TensorError {
            throw numPyError(mistake)
        } catch let mistake as TextArithmetic {
            throw numPyError("UFuncTypeError", mistake.message)
        } catch let mistake as BooleanArithmetic {
            throw typeError(mistake.message)
        }
    }

    /// The exception that NumPy raises for a mistake.
    func numPyError(_ mistake: TensorError) -> PythonError {
        let face = mistake.numPy
        return numPyError(face.exception, face.message)
    }

    /// An exception of NumPy's own classes, or of Python's.
    func numPyError(_ exception: String, _ message: String) -> PythonError {
        error(NumPyTypes.of(self).exception(exception), [.string(message, in: self)])
    }
}
