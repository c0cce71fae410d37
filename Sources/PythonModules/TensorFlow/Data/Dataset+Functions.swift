import PythonRuntime
import Tensors

/// A function of Python that a dataset applies to its elements, as TensorFlow's graphs run it: its random
/// operations begin anew with every pass, and what it prints is heard once.
final class ElementFunction {
    private let function: Value
    private let python: Interpreter
    private var isTraced = false
    /// While the function is asked for what it makes: the run that was last begun, which knows what its tensors stand
    /// for.
    private var lastRun: TracedRun?
    private var isAsked = false
    /// What the function is given, as far as it is known before it comes.
    var given: () -> ElementSpec? = { nil }

    init(_ function: Value, in python: Interpreter) {
        self.function = function
        self.python = python
    }

    /// The function for one pass.
    func pass() -> (Value) throws -> Value {
        let random = GraphOperations(SessionRandom.of(python).session.tensorflow)
        return { element in try self.run(DatasetElement.arguments(element), random) }
    }

    /// The function of several arguments, for one pass.
    func run(
        _ arguments: [Value], _ random: GraphOperations, output: OutputSink? = nil
    ) throws -> Value {
        let tracing = Tracing.of(python)
        let run = TracedRun(
            isFirst: !isTraced, random: nil,
            output: output ?? tracing.runs.last?.output ?? python.output)
        if !isTraced { for symbol in try symbols(arguments) { run.add(symbol) } }
        if isAsked { lastRun = run }
        isTraced = true
        return try SessionRandom.of(python).session.tensorflow.running(random) {
            try tracing.running(run, in: python) {
                do { return try python.call(function, arguments) } catch  where run.isFirst {
                    isTraced = false
                    let error = python.pythonError(error)
                    guard !TensorFlowErrors.of(python).knows(error.exception.type) else {
                        throw error
                    }
                    throw UserCode(in: python).rewritten(named(error))
                }
            }
        }
    }

    /// Mistakes that TensorFlow finds when it traces a function, whatever its arguments are.
    private static let certain: Set<String> = ["AttributeError", "NameError", "TypeError"]

    /// Traces the function once for elements of a kind, as TensorFlow does before any of them comes. Where zeros in
    /// their place are of no use to it, it is traced by the first element.
    func trace(_ source: ElementSpec) throws {
        guard !isTraced, source.shapes.allSatisfy({ $0 != nil }),
            let example = try? source.example(2, in: python)
        else { return }
        let sink = python.output
        var printed: [String] = []
        python.output.stdout = { printed.append($0) }
        defer { python.output = sink }
        var silent = sink
        silent.stdout = { _ in }
        let tracing = Tracing.of(python)
        let wasProbing = tracing.isProbing
        tracing.isProbing = true
        defer { tracing.isProbing = wasProbing }
        let random = GraphOperations(SessionRandom.of(python).session.tensorflow)
        do {
            _ = try run(DatasetElement.arguments(example), random, output: silent)
        } catch {
            isTraced = false
            let failure = python.pythonError(error)
            if Self.certain.contains(failure.exception.type.name) { throw failure }
            return
        }
        for text in printed { sink.stdout(text) }
    }

    /// A mistake in the arguments with the name that AutoGraph gives the function.
    private func named(_ error: PythonError) -> PythonError {
        guard error.exception.type.name == "TypeError",
            let message = try? python.str(.object(error.exception)),
            let end = message.range(of: "() "), let written = function.object as? FunctionObject,
            message[..<end.lowerBound].hasSuffix(written.name)
        else { return error }
        let name = written.name == "<lambda>" ? written.name : "tf__" + written.name
        return python.typeError(
            "outer_factory.<locals>.inner_factory.<locals>.\(name)\(message[end.lowerBound...])")
    }

    /// The tensors of the first element as the function's graph names them.
    private func symbols(_ arguments: [Value]) throws -> [Tracing.Symbol] {
        let shapes = given()?.shapes ?? []
        let leaves = try arguments.flatMap { try Nest.flatten($0, in: python) }
            .compactMap { ($0.object as? TensorObject)?.tensor }
        return leaves.enumerated().map { index, tensor in
            let known = shapes.count == leaves.count ? shapes[index] : nil
            let shape = known.flatMap { $0.count == tensor.rank ? $0 : nil }
            return Tracing.Symbol(
                tensor: tensor, name: "args_\(index)", shape: shape ?? tensor.shape.dimensions)
        }
    }

    /// What the function makes of elements, from examples of two lengths.
    func spec(of source: ElementSpec) throws -> ElementSpec {
        let output = python.output
        let wasTraced = isTraced
        python.output.stdout = { _ in }
        defer {
            python.output = output
            isTraced = wasTraced
        }
        func result(_ length: Int) throws -> ElementSpec {
            let example = try source.example(length, in: python)
            (isTraced, isAsked) = (false, true)
            defer { (isAsked, lastRun) = (false, nil) }
            let made = try DatasetElement.made(pass()(example), in: python)
            let lengths = try ElementSpec.of(made, in: python)
            let told = DatasetElement.leaves(made).map { leaf in
                (leaf.object as? TensorObject).flatMap { lastRun?.symbol(for: $0.tensor)?.shape }
            }
            return lengths.opened(as: told)
        }
        // Short ones first; some functions take only longer ones.
        let pairs = [[2, 3], [7, 8], [40, 41]]
        let specs = try pairs.lazy.compactMap { try? $0.map(result) }.first ?? pairs[0].map(result)
        let common = specs[0].common(with: specs[1])
        // A part of something that may be empty may be shorter than in all longer ones.
        guard source.isOpen, let empty = try? result(0) else { return common }
        return common.common(with: empty)
    }
}

extension Dataset {
    /// The elements as a function changes them.
    func mapped(
        _ function: ElementFunction, parallel: Bool, in python: Interpreter
    ) throws -> Dataset {
        function.given = { [self] in try? spec() }
        try function.trace(spec())
        return Dataset(
            parallel ? "_ParallelMapDataset" : "_MapDataset", cardinality: cardinality,
            spec: { try self.spec(of: function, in: python) }
        ) { [self] in
            let next = try pass()
            let change = function.pass()
            return {
                guard let element = try next() else { return nil }
                return try DatasetElement.made(change(element), in: python)
            }
        }
    }

    /// What a function makes of the elements; where it does not take zeros, its first result tells.
    private func spec(of function: ElementFunction, in python: Interpreter) throws -> ElementSpec {
        if let probed = try? function.spec(of: spec()) { return probed }
        guard let first = try pass()() else { return .tensor(nil, .float32) }
        return try ElementSpec.of(
            DatasetElement.made(function.pass()(first), in: python), in: python)
    }

    /// The elements that a function says yes to.
    func filtered(_ function: ElementFunction, in python: Interpreter) -> Dataset {
        Dataset("_FilterDataset", cardinality: Self.unknown, spec: spec) { [self] in
            let next = try pass()
            let test = function.pass()
            return {
                while let element = try next() {
                    if try python.isTrue(test(element)) { return element }
                }
                return nil
            }
        }
    }

    /// The elements up to the first that a function says no to.
    func prefix(while function: ElementFunction, in python: Interpreter) -> Dataset {
        Dataset("_TakeWhileDataset", cardinality: Self.unknown, spec: spec) { [self] in
            let next = try pass()
            let test = function.pass()
            return {
                guard let element = try next(), try python.isTrue(test(element)) else {
                    return nil
                }
                return element
            }
        }
    }

    /// What a function makes of a state and each element, which also gives the next state.
    func scanned(
        from initial: Value, _ function: ElementFunction, in python: Interpreter
    ) -> Dataset {
        func step(_ state: Value, _ element: Value, _ random: GraphOperations) throws -> [Value] {
            let pair = try function.run([state, element], random).object as? TupleObject
            guard let pair, pair.items.count == 2 else {
                throw python.typeError(
                    "Invalid `scan_func`. `scan_func` should return a pair consisting of new state and the output value."
                )
            }
            return try pair.items.map { try DatasetElement.made($0, in: python) }
        }
        func operations() -> GraphOperations {
            GraphOperations(SessionRandom.of(python).session.tensorflow)
        }
        return Dataset(
            "_ScanDataset", cardinality: cardinality,
            spec: { [self] in
                let example = try spec().example(2, in: python)
                return try ElementSpec.of(step(initial, example, operations())[1], in: python)
            }
        ) { [self] in
            let next = try pass()
            let random = operations()
            var state = initial
            return {
                guard let element = try next() else { return nil }
                random.restart()
                let parts = try step(state, element, random)
                state = parts[0]
                return parts[1]
            }
        }
    }

    /// The elements of the datasets that a function makes of elements, one after the other.
    func flatMapped(_ function: ElementFunction, in python: Interpreter) -> Dataset {
        Dataset(
            "_FlatMapDataset", cardinality: Self.unknown,
            spec: { try self.innerSpec(function, in: python) }
        ) { [self] in
            let next = try pass()
            let make = function.pass()
            var inner: Pull = { nil }
            return {
                while true {
                    if let element = try inner() { return element }
                    guard let element = try next() else { return nil }
                    inner = try Self.dataset(make(element), python).pass()
                }
            }
        }
    }

    /// The elements of such datasets, taken in turns from some of them.
    func interleaved(
        _ function: ElementFunction, cycle: Int, block: Int, parallel: Bool,
        in python: Interpreter
    ) -> Dataset {
        Dataset(
            parallel ? "_ParallelInterleaveDataset" : "_InterleaveDataset",
            cardinality: Self.unknown, spec: { try self.innerSpec(function, in: python) }
        ) { [self] in
            let next = try pass()
            let make = function.pass()
            var turns = Turns(cycle: cycle, block: block)
            return {
                try turns.next {
                    try next().map { try Self.dataset(make($0), python).pass() }
                }
            }
        }
    }

    private func innerSpec(
        _ function: ElementFunction, in python: Interpreter
    ) throws -> ElementSpec {
        if case .dataset(let inner)? = try? function.spec(of: spec()) { return inner }
        guard let first = try pass()() else { return .tensor(nil, .float32) }
        return try Self.dataset(function.pass()(first), python).spec()
    }

    private static func dataset(_ value: Value, _ python: Interpreter) throws -> Dataset {
        if let object = value.object as? DatasetObject { return object.dataset }
        throw python.typeError(
            "The `map_func` argument must return a `Dataset` object. Got \(try python.repr(value))."
        )
    }
}

/// Takes blocks of elements from several sources in turns.
private struct Turns {
    private let block: Int
    private var sources: [Dataset.Pull?]
    private var place = 0
    private var taken = 0
    private var isDry = false

    init(cycle: Int, block: Int) {
        self.block = max(block, 1)
        sources = Array(repeating: nil, count: max(cycle, 1))
    }

    /// The next element; `open` gives new sources until nil.
    mutating func next(opening open: () throws -> Dataset.Pull?) throws -> Value? {
        while !isDry || sources.contains(where: { $0 != nil }) {
            if let source = sources[place] {
                if let element = try source() {
                    taken += 1
                    if taken == block { advance() }
                    return element
                }
                sources[place] = nil
                advance()
            } else if !isDry, let source = try open() {
                sources[place] = source
            } else {
                isDry = true
                advance()
            }
        }
        return nil
    }

    private mutating func advance() {
        place = (place + 1) % sources.count
        taken = 0
    }
}
