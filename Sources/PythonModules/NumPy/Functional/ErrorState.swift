import PythonRuntime
import Tensors

/// `np.errstate`, `np.seterr`, `np.geterr` and `np.seterrcall`.
enum NumPyErrorState {
    private static let modes = ["ignore", "warn", "raise", "call", "print", "log"]

    static func define(_ m: ModuleBuilder) {
        let t = NumPyDefinitions(m)
        let parameters = "all=None, divide=None, over=None, under=None, invalid=None"
        t.def("seterr(\(parameters))") {
            (
                python: Interpreter, all: String?, divide: String?, over: String?,
                under: String?, invalid: String?
            ) -> Value in
            let errors = FloatErrors.of(python)
            let before = dictionary(errors.modes, in: python)
            errors.modes = try changed(
                errors.modes, all, [divide, over, under, invalid], in: python)
            return before
        }
        t.def("geterr()") { (python: Interpreter) -> Value in
            dictionary(FloatErrors.of(python).modes, in: python)
        }
        t.def("seterrcall(func)") { (python: Interpreter, function: Value) -> Value in
            let errors = FloatErrors.of(python)
            defer { errors.handler = function }
            return errors.handler
        }
        t.def("geterrcall()") { (python: Interpreter) -> Value in
            FloatErrors.of(python).handler
        }
        m.type("errstate") { t in
            t.constructor("errstate(\(parameters), call=None)") {
                python, type, values -> Value in
                let given = try values.prefix(5).map { try String?.from($0, in: python) }
                let wanted = try changed(
                    FloatErrors.of(python).modes, given[0], Array(given[1...]), in: python)
                return .object(ErrorStateObject(wanted, type: type))
            }
            t.unary(.enter) { python, value -> Value in
                guard let state = value.object as? ErrorStateObject else { return value }
                let errors = FloatErrors.of(python)
                state.outer = errors.modes
                errors.modes = state.modes
                return value
            }
            t.variadic(.exit) { python, value, _ -> Bool in
                if let outer = (value.object as? ErrorStateObject)?.outer {
                    FloatErrors.of(python).modes = outer
                }
                return false
            }
        }
    }

    private static func dictionary(
        _ modes: [String: String], in python: Interpreter
    ) -> Value {
        python.dictionary(
            FloatErrors.kinds.map { ($0, .string(modes[$0] ?? "warn", in: python)) })
    }

    private static func changed(
        _ modes: [String: String], _ all: String?, _ given: [String?], in python: Interpreter
    ) throws -> [String: String] {
        var result = modes
        for (kind, mode) in zip(FloatErrors.kinds, given) {
            guard let mode = mode ?? all else { continue }
            guard Self.modes.contains(mode) else {
                throw python.error("KeyError", "'\(mode)'")
            }
            result[kind] = mode
        }
        return result
    }
}

/// One `with np.errstate(…)`.
package final class ErrorStateObject: InstanceObject {
    let modes: [String: String]
    var outer: [String: String]?

    init(_ modes: [String: String], type: TypeObject) {
        self.modes = modes
        super.init(type: type)
    }
}
