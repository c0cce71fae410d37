import NeuralNetworks
import PythonRuntime
import Tensors

/// A function that `tf.function` made: traced once for each kind of arguments, run as often as called.
package final class TracedFunction: InstanceObject {
    /// The function as it was written.
    let function: Value
    /// What every call must fit, one for each parameter; nil where nothing was announced.
    let signature: [Value]?
    /// The object whose method it is.
    let receiver: Value?
    /// The traces by what they were made for; a method's copies share them.
    let traces: Traces

    /// What has been traced.
    final class Traces {
        var known: [String: Trace] = [:]
        var order: [Trace] = []
        /// Whether a finished trace made variables, so that another must make none.
        var hasVariables = false
        /// Whether tensors of other lengths open lengths rather than ask for a trace of their own.
        var reducesRetracing = false
        /// The tensors of the last trace that was made for what it was given, and what fits them and later ones.
        var lastSpecs: [TensorSpecObject] = []
        var openSpecs: [TensorSpecObject] = []
        /// Whether AutoGraph reads the function.
        var convertsConditions = true
        /// The copies bound to instances.
        var bound: [ObjectIdentifier: TracedFunction] = [:]
    }

    /// One trace.
    final class Trace {
        let random: GraphStreams
        let arguments: [(name: String, text: String)]
        var result = ""
        /// What the function could read beside its arguments when it was traced.
        var constants: SideEffects?

        init(random: GraphStreams, arguments: [(name: String, text: String)]) {
            self.random = random
            self.arguments = arguments
        }

        /// The signature as TensorFlow prints it, a line for each parameter.
        var text: String {
            let lines = arguments.map { "  \($0.name) (POSITIONAL_OR_KEYWORD): \($0.text)" }
            return "Input Parameters:\n"
                + (lines.isEmpty ? ["  None"] : lines).joined(separator: "\n")
                + "\nOutput Type:\n  \(result)\nCaptures:\n  None"
        }
    }

    init(
        _ function: Value, signature: [Value]?, receiver: Value? = nil, traces: Traces = Traces(),
        type: TypeObject
    ) {
        self.function = function
        self.signature = signature
        self.receiver = receiver
        self.traces = traces
        super.init(type: type)
    }

    /// The same function as a method of an object.
    func bound(to receiver: Value) -> TracedFunction {
        TracedFunction(
            function, signature: signature, receiver: receiver, traces: traces, type: type)
    }

    /// How many traces there are.
    var traceCount: Int { traces.order.count }

    /// The signatures of all traces.
    var signatureTexts: [String] { traces.order.map(\.text) }

    /// Calls the function, tracing it if it was not called like this before.
    func call(_ arguments: Arguments, in python: Interpreter) throws -> Value {
        if Tracing.of(python).runsEagerly {
            return try python.call(
                function, receiver.map { arguments.prepending($0) } ?? arguments)
        }
        try requireFitting(arguments, in: python)
        let bound = try BoundCall(self, arguments, in: python)
        if traces.known[bound.key] == nil, let wider = try widened(for: arguments, in: python) {
            return try wider.call(arguments, in: python)
        }
        let result = try run(bound, in: python)
        let tensors = try Nest.flatten(result, in: python)
            .compactMap { ($0.object as? TensorObject)?.tensor }
        Tracing.of(python).current?.note(
            tensors, base: isStateful ? "StatefulPartitionedCall" : "PartitionedCall", from: [])
        return result
    }

    /// Whether the function has something beside its arguments that it may change.
    private var isStateful: Bool {
        if receiver != nil { return true }
        let outer = written?.function.outerVariables ?? []
        return outer.contains { variable in
            variable.value.object is VariableObject
                || (variable.value.object as? InstanceObject)?.type.isBuiltin == false
        }
    }

    /// The call with what it was given, in the trace for it.
    private func run(_ bound: BoundCall, in python: Interpreter) throws -> Value {
        if let known = traces.known[bound.key] {
            known.random.restart()
            let run = TracedRun(isFirst: false, random: known.random, output: output(python))
            return try finish(bound, run, known, python)
        }
        let trace = Trace(
            random: GraphStreams(SessionRandom.of(python).session.tensorflow),
            arguments: bound.descriptions)
        let run = TracedRun(
            isFirst: true, random: trace.random, output: output(python),
            scope: { LayerContext.of(python).scope })
        bound.symbols.forEach(run.add)
        run.refusesVariables = traces.hasVariables
        run.convertsConditions = traces.convertsConditions
        trace.constants = written.map {
            SideEffects(of: $0.function, receiver: receiver, in: python)
        }
        let result = try finish(bound, run, trace, python)
        traces.hasVariables = traces.hasVariables || run.madeVariables
        trace.result = try outputText(result, run, python)
        traces.known[bound.key] = trace
        traces.order.append(trace)
        return result
    }

    /// Traces the function for arguments that are described, without running what it computes.
    func trace(_ arguments: Arguments, in python: Interpreter) throws -> ConcreteFunction {
        let examples =
            signature.map { specs in
                arguments.isEmpty ? Arguments(specs) : arguments
            } ?? arguments
        let bound = try BoundCall(self, examples, in: python)
        if traces.known[bound.key] == nil {
            let trace = Trace(
                random: GraphStreams(SessionRandom.of(python).session.tensorflow),
                arguments: bound.descriptions)
            var output = output(python)
            output.stdout = { _ in }
            let run = TracedRun(
                isFirst: true, random: trace.random, output: output,
                scope: { LayerContext.of(python).scope })
            bound.symbols.forEach(run.add)
            run.convertsConditions = traces.convertsConditions
            trace.result = try outputText(finish(bound, run, trace, python), run, python)
            trace.random.restart()
            traces.known[bound.key] = trace
            traces.order.append(trace)
        }
        return ConcreteFunction(self, traces.known[bound.key], examples, in: python)
    }

    /// Where printed text goes outside of all functions.
    private func output(_ python: Interpreter) -> OutputSink {
        Tracing.of(python).runs.last?.output ?? python.output
    }

    private func finish(
        _ call: BoundCall, _ run: TracedRun, _ trace: Trace, _ python: Interpreter
    ) throws -> Value {
        let result = try LayerContext.of(python).compiled(isOwn: true) {
            try Tracing.of(python).running(run, in: python) {
                try body(call, run, trace, python)
            }
        }
        return try Nest.map(result, in: python) { try converted($0, python) }
    }

    /// The call itself. A function that was traced before does not do again what only Python sees.
    private func body(
        _ call: BoundCall, _ run: TracedRun, _ trace: Trace, _ python: Interpreter
    ) throws -> Value {
        guard run.isFirst else {
            guard let written = written?.function else {
                return try python.call(function, call.arguments)
            }
            return try SideEffects(of: written, receiver: receiver, in: python).undone {
                trace.constants?.restorePlainValues()
                return try python.call(function, call.arguments)
            }
        }
        do {
            return try python.call(function, call.arguments)
        } catch  where Tracing.of(python).runs.count == 1 {
            throw told(python.pythonError(error), python)
        }
    }

    /// A mistake in the function as AutoGraph tells it, or, where a kernel found it, the graph that ran.
    private func told(_ error: PythonError, _ python: Interpreter) -> any Error {
        let userCode = UserCode(in: python)
        if TensorFlowErrors.of(python).knows(error.exception.type) {
            return ExecutionMistake(in: python).rewritten(
                error, function: name, calls: userCode.own(error.exception, ""))
        }
        guard traces.convertsConditions else { return error }
        let message = (try? python.str(.object(error.exception))) ?? ""
        return userCode.rewritten(error, after: StepMistake.refusal(message))
    }

    /// A result as a graph gives it: numbers are tensors.
    private func converted(_ value: Value, _ python: Interpreter) throws -> Value {
        switch value {
        case .none: return value
        case .int, .float, .bool: return try TensorType.tensor(value, python).object(in: python)
        case .object(let object):
            if let variable = object as? VariableObject {
                return variable.variable.value.object(in: python)
            }
            if let shape = object as? ShapeObject, let lengths = shape.dimensions {
                let known = lengths.compactMap { length in length.map { Int32(clamping: $0) } }
                return known.count == lengths.count ? Tensor(known).object(in: python) : value
            }
            let isArray = object is ArrayObject || object is ScalarObject || value.text != nil
            return isArray ? try TensorType.tensor(value, python).object(in: python) : value
        }
    }

    private func outputText(
        _ value: Value, _ run: TracedRun, _ python: Interpreter
    ) throws -> String {
        if value.isNone { return "None" }
        guard let tensor = (value.object as? TensorObject)?.tensor,
            let symbol = run.symbol(for: tensor)
        else { return try TensorSpecType.description(of: value, in: python) }
        return TensorSpecObject(symbol.shape, tensor.dtype, name: nil, in: python).text
    }
}

/// The arguments of one call of a traced function: by parameter, and as a key that tells traces apart.
struct BoundCall {
    private(set) var arguments: Arguments
    private(set) var key = ""
    private(set) var descriptions: [(name: String, text: String)] = []
    /// What the tensors among the arguments print as while they are traced.
    private(set) var symbols: [Tracing.Symbol] = []

    init(_ function: TracedFunction, _ given: Arguments, in python: Interpreter) throws {
        let names = function.parameterNames
        arguments = given
        if let specs = function.signature {
            arguments = try Self.fitted(function, specs, names, given, python)
        }
        var entries: [(String, Value)] = []
        for (place, value) in arguments.positional.enumerated() {
            entries.append((place < names.count ? names[place] : "args_\(place)", value))
        }
        entries += arguments.keywords.map { ($0.name, $0.value) }
        for (name, value) in function.defaults(beside: entries.map(\.0), in: python) {
            entries.append((name, value))
        }
        for (place, entry) in entries.enumerated() {
            try add(
                entry.0, entry.1, function.signature.flatMap { place < $0.count ? $0[place] : nil },
                python)
        }
        arguments = try Self.withExamples(arguments, python, &symbols, names)
        if let receiver = function.receiver {
            arguments = arguments.prepending(receiver)
            key += "of \(python.identity(receiver))"
        }
    }

    private mutating func add(
        _ name: String, _ value: Value, _ spec: Value?, _ python: Interpreter
    ) throws {
        let leaves = try Nest.flatten(value, in: python)
        for (place, leaf) in leaves.enumerated() {
            let own = leaves.count > 1 ? "\(name)_\(place)" : name
            let announced = leaves.count == 1 ? spec?.object as? TensorSpecObject : nil
            guard let tensor = (leaf.object as? TensorObject)?.tensor else { continue }
            symbols.append(
                Tracing.Symbol(
                    tensor: tensor, name: announced?.name ?? own,
                    shape: announced.map { $0.dimensions ?? [] } ?? tensor.shape.dimensions))
        }
        let text =
            try spec.map { try TensorSpecType.description(of: $0, in: python) }
            ?? TensorSpecType.description(of: value, in: python)
        descriptions.append((name, text))
        key += "\(name)=\(try Self.keyText(value, spec, python));"
    }

    /// What tells one argument from another: tensors by shape and type, objects by identity.
    private static func keyText(
        _ value: Value, _ spec: Value?, _ python: Interpreter
    ) throws -> String {
        if let spec { return try TensorSpecType.description(of: spec, in: python) }
        return try Nest.flatten(value, in: python).map { leaf in
            switch leaf.object {
            case nil: "\(python.typeName(leaf)) \(try python.repr(leaf))"
            case is TensorObject, is ArrayObject, is TensorSpecObject:
                try TensorSpecType.description(of: leaf, in: python)
            default: leaf.text.map { "text \($0)" } ?? "object \(python.identity(leaf))"
            }
        }.joined(separator: ",") + (Nest.isNested(value) ? python.typeName(value) : "")
    }

    /// Arguments checked against an input signature, plain numbers made tensors.
    private static func fitted(
        _ function: TracedFunction, _ specs: [Value], _ names: [String], _ given: Arguments,
        _ python: Interpreter
    ) throws -> Arguments {
        func failure(_ reason: String) throws -> PythonError {
            let received = try python.repr(.tuple(given.positional, in: python))
            let keywords = DictionaryObject(in: python)
            for (name, value) in given.keywords { keywords[name] = value }
            let parameters = try zip(names, specs).map {
                "\($0): \(try TensorSpecType.description(of: $1, in: python))"
            }
            return python.typeError(
                "Binding inputs to tf.function failed due to `\(reason)`. Received args: \(received) and kwargs: \(try python.repr(.object(keywords))) for signature: (\(parameters.joined(separator: ", ")))."
            )
        }
        var values = given.positional
        if values.count > specs.count { throw try failure("too many positional arguments") }
        for name in names.dropFirst(values.count).prefix(specs.count - values.count) {
            guard let entry = given.keywords.first(where: { $0.name == name }) else {
                throw try failure("missing a required argument: '\(name)'")
            }
            values.append(entry.value)
        }
        return Arguments(
            try zip(values, specs).map { value, spec in
                guard let spec = spec.object as? TensorSpecObject else { return value }
                if value.object is TensorSpecObject { return value }
                let isPlain = ArrayReader.existing(value) == nil
                let tensor = try ArrayReader.tensor(
                    value, isPlain ? spec.dtype : nil, face: .tensorFlow, in: python)
                guard spec.admits(tensor.shape.dimensions, tensor.dtype) else {
                    let found = TensorSpecObject(
                        tensor.shape.dimensions, tensor.dtype, name: nil, in: python)
                    throw try failure("Can not cast \(found.text) to \(spec.text)")
                }
                return tensor.object(in: python)
            })
    }

    /// Zeros in the place of what is only described, one long where a length is open.
    private static func withExamples(
        _ arguments: Arguments, _ python: Interpreter,
        _ symbols: inout [Tracing.Symbol], _ names: [String]
    ) throws -> Arguments {
        var result = arguments
        for (place, value) in arguments.positional.enumerated() {
            let name = place < names.count ? names[place] : "args_\(place)"
            result.positional[place] = try Nest.map(value, in: python) { leaf in
                guard let spec = leaf.object as? TensorSpecObject else { return leaf }
                let shape = Shape((spec.dimensions ?? []).map { $0 ?? 1 })
                let tensor = try Tensor.filled(
                    shape, with: spec.dtype == .string ? .bytes("") : .int(0), spec.dtype)
                symbols.append(
                    Tracing.Symbol(
                        tensor: tensor, name: spec.name ?? name, shape: spec.dimensions ?? []))
                return tensor.object(in: python)
            }
        }
        return result
    }
}

extension TracedFunction {
    /// The parameters of the function without the receiver's.
    var parameterNames: [String] {
        guard let written = written else { return [] }
        return Array(written.function.signature.positional.dropFirst(written.hasReceiver ? 1 : 0))
    }

    /// The function in Python behind this one, and whether its first parameter is taken.
    private var written: (function: FunctionObject, hasReceiver: Bool)? {
        if let function = function.object as? FunctionObject { return (function, receiver != nil) }
        if let method = function.object as? BoundMethodObject,
            let function = method.function.object as? FunctionObject
        {
            return (function, true)
        }
        return nil
    }

    /// The defaults of the parameters that were not given.
    func defaults(beside given: [String], in python: Interpreter) -> [(String, Value)] {
        guard let written = written?.function else { return [] }
        let names = written.signature.positional.suffix(written.defaults.count)
        return zip(names, written.defaults).filter { !given.contains($0.0) }.map { ($0.0, $0.1) }
    }

    /// The function's own name.
    var name: String {
        written?.function.name ?? "function"
    }
}
