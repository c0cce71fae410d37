import PythonRuntime
import Tensors

/// One trace of a function, called for its own.
package final class ConcreteFunction: Object {
    let function: TracedFunction
    let trace: TracedFunction.Trace?
    /// The arguments that it was traced for.
    let examples: Arguments

    init(
        _ function: TracedFunction, _ trace: TracedFunction.Trace?, _ examples: Arguments,
        in python: Interpreter
    ) {
        self.function = function
        self.trace = trace
        self.examples = examples
        super.init(type: FunctionType.of(python).concrete)
    }
}

/// `tf.function`.
enum FunctionType {
    final class Types {
        let function, concrete: TypeObject

        init(_ python: Interpreter) {
            let module = "tensorflow.python.eager.polymorphic_function"
            function = TypeObject(
                "Function", bases: [python.types.object],
                module: module + ".polymorphic_function", metatype: python.types.type, in: python)
            function.hasInstanceDictionary = true
            concrete = TypeObject(
                "ConcreteFunction", bases: [python.types.object],
                module: module + ".concrete_function", metatype: python.types.type, in: python)
        }
    }

    static func of(_ python: Interpreter) -> Types { python.state(Types.self) { Types($0) } }

    static func define(_ m: ModuleBuilder) {
        let types = of(m.python)
        defineFunction(TypeBuilder(types.function, pythonWording: true, in: m.python))
        defineConcrete(TypeBuilder(types.concrete, pythonWording: true, in: m.python))
        m.def(
            "function(func=None, input_signature=None, autograph=True, jit_compile=None, reduce_retracing=False, experimental_implements=None, experimental_autograph_options=None, experimental_attributes=None, experimental_relax_shapes=None, experimental_compile=None, experimental_follow_type_hints=None)\n\nA function that is traced once for each kind of arguments."
        ) {
            (
                python: Interpreter, function: Value, signature: Value, converts: Value, _: Value,
                reduces: Value, _: Value, _: Value, _: Value, relaxes: Value, _: Value, _: Value
            ) -> Value in
            let specs = signature.isNone ? nil : try python.list(signature)
            let converts = try python.isTrue(converts)
            let reduces = try python.isTrue(reduces) || python.isTrue(relaxes)
            func make(_ function: Value) -> Value {
                let made = TracedFunction(function, signature: specs, type: types.function)
                made.traces.convertsConditions = converts
                made.traces.reducesRetracing = reduces
                return .object(made)
            }
            guard function.isNone else { return make(function) }
            return .object(
                NativeFunction(
                    "decorated(inner_function)", pythonWording: true, .one { make($1) },
                    in: python))
        }
    }

    private static func function(_ value: Value, _ python: Interpreter) throws -> TracedFunction {
        try python.receiver(value, "Function")
    }

    private static func defineFunction(_ t: TypeBuilder) {
        t.unary(.repr) { python, value in
            "<\(t.type.moduleName).Function object at \(python.address(value))>"
        }
        t.variadic(.call) { python, value, arguments in
            try function(value, python).call(arguments, in: python)
        }
        t.ternary(.get) { python, value, instance, _ -> Value in
            if instance.isNone { return value }
            return .object(try function(value, python).bound(to: instance))
        }
        t.property("python_function") { python, value in try function(value, python).function }
        t.property("__wrapped__") { python, value in try function(value, python).function }
        t.property("__name__") { python, value in try function(value, python).name }
        t.property("__doc__") { python, value in
            try python.getAttribute(function(value, python).function, "__doc__")
        }
        t.property("input_signature") { python, value -> Value in
            try function(value, python).signature.map { .tuple($0, in: python) } ?? .none
        }
        t.property("function_spec") { _, _ in Value.none }
        t.def("experimental_get_tracing_count(self)\n\nHow often the function was traced.") {
            (python: Interpreter, value: Value) in try function(value, python).traceCount
        }
        t.def("pretty_printed_concrete_signatures(self, verbose=True)") {
            (python: Interpreter, value: Value, _: Value) in
            try function(value, python).signatureTexts.joined(separator: "\n\n") + "\n"
        }
        t.raw("get_concrete_function(self, *args, **kwargs)\n\nThe trace for some arguments.") {
            python, arguments in
            guard let value = arguments.positional.first else {
                throw python.typeError("get_concrete_function() needs a function")
            }
            let rest = Arguments(
                Array(arguments.positional.dropFirst()), keywords: arguments.keywords)
            return .object(try function(value, python).trace(rest, in: python))
        }
    }

    private static func defineConcrete(_ t: TypeBuilder) {
        func concrete(_ value: Value, _ python: Interpreter) throws -> ConcreteFunction {
            try python.receiver(value, "ConcreteFunction")
        }
        t.unary(.repr) { python, value -> String in
            let trace = try concrete(value, python).trace
            let parameters = (trace?.arguments ?? []).map { "\($0.name): \($0.text)" }
            return "<ConcreteFunction (\(parameters.joined(separator: ", "))) -> "
                + "\(trace?.result ?? "None") at \(python.address(value))>"
        }
        t.unary(.str) { python, value in
            "ConcreteFunction " + (try concrete(value, python).trace?.text ?? "")
        }
        t.variadic(.call) { python, value, arguments -> Value in
            let concrete = try concrete(value, python)
            let rest = concrete.examples.positional.dropFirst(arguments.positional.count)
                .filter { !($0.object is TensorSpecObject) }
            var whole = arguments
            if arguments.keywords.isEmpty { whole.positional += rest }
            return try concrete.function.call(whole, in: python)
        }
        t.def("pretty_printed_signature(self, verbose=True)") {
            (python: Interpreter, value: Value, _: Value) -> String in
            try concrete(value, python).trace?.text ?? ""
        }
        t.property("structured_input_signature") { python, value -> Value in
            let concrete = try concrete(value, python)
            let names = concrete.function.parameterNames
            let defaults = concrete.function.defaults(
                beside: Array(names.prefix(concrete.examples.positional.count)), in: python)
            let specs = try concrete.examples.positional.enumerated().map { place, example in
                try TensorSpecType.named(
                    example, place < names.count ? names[place] : "args_\(place)", in: python)
            }
            return .tuple(
                [
                    .tuple(specs + defaults.map(\.1), in: python),
                    .object(DictionaryObject(in: python)),
                ], in: python)
        }
        t.property("name") { python, value in
            "__inference_\(try concrete(value, python).function.name)_1"
        }
    }
}
