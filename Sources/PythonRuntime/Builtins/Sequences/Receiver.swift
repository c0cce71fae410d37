/// A class of built-in objects as the first parameter of its own methods.
package protocol Receiver: FromPython {
    /// What Python calls the type, for the error when a method gets another one's instance.
    static var typeName: String { get }
}

extension Receiver where Self: Object {
    package static func from(_ value: Value, in python: Interpreter) throws -> Self {
        if let object = value.object as? Self { return object }
        throw python.typeError(
            "descriptor requires a '\(typeName)' object but received a '\(python.typeName(value))'")
    }
}

extension ListObject: Receiver { package static var typeName: String { "list" } }
extension TupleObject: Receiver { package static var typeName: String { "tuple" } }
extension DictionaryObject: Receiver { package static var typeName: String { "dict" } }
extension SetObject: Receiver { package static var typeName: String { "set" } }
extension RangeObject: Receiver { package static var typeName: String { "range" } }
extension SliceObject: Receiver { package static var typeName: String { "slice" } }
extension GeneratorObject: Receiver { package static var typeName: String { "generator" } }
extension FunctionObject: Receiver { package static var typeName: String { "function" } }
extension BoundMethodObject: Receiver { package static var typeName: String { "method" } }
extension PropertyObject: Receiver { package static var typeName: String { "property" } }
extension MethodWrapper: Receiver { package static var typeName: String { "staticmethod" } }
extension ExceptionObject: Receiver { package static var typeName: String { "BaseException" } }
extension ModuleObject: Receiver { package static var typeName: String { "module" } }
extension NativeFunction: Receiver {
    package static var typeName: String { "builtin_function_or_method" }
}

extension TypeBuilder {
    package func unary<A: FromPython, R: ToPython>(
        _ special: Special, _ body: @escaping (Interpreter, A) throws -> R
    ) {
        type.setSpecial(special, .unary { try body($0, A.from($1, in: $0)).value(in: $0) })
    }

    package func binary<A: FromPython, R: ToPython>(
        _ special: Special, _ body: @escaping (Interpreter, A, Value) throws -> R
    ) {
        type.setSpecial(special, .binary { try body($0, A.from($1, in: $0), $2).value(in: $0) })
    }

    package func ternary<A: FromPython>(
        _ special: Special, _ body: @escaping (Interpreter, A, Value, Value) throws -> Void
    ) {
        type.setSpecial(
            special,
            .ternary {
                try body($0, A.from($1, in: $0), $2, $3)
                return .none
            })
    }

    /// Defines a method that gives None.
    package func procedure<A: FromPython>(
        _ literal: String, _ body: @escaping (Interpreter, A) throws -> Void
    ) {
        def(literal) { (python: Interpreter, receiver: A) -> Value in
            try body(python, receiver)
            return .none
        }
    }

    package func procedure<A: FromPython, B: FromPython>(
        _ literal: String, _ body: @escaping (Interpreter, A, B) throws -> Void
    ) {
        def(literal) { (python: Interpreter, receiver: A, argument: B) -> Value in
            try body(python, receiver, argument)
            return .none
        }
    }
}
