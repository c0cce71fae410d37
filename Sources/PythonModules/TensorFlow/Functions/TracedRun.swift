import PythonRuntime
import Tensors

/// One run of a function.
final class TracedRun {
    let isFirst: Bool
    /// The random operations of the function; nil for a model's step, which has its own.
    let random: GraphStreams?
    /// Where printed text really goes: `tf.print` speaks on every run.
    let output: OutputSink
    /// Whether variables were made.
    var madeVariables = false
    /// Whether no more may be made.
    var refusesVariables = false
    /// N where a model's step is compiled for batches of any length: the first axis of what comes of them is open.
    var openBatch: Int?
    /// Whether conditions and loops become operations, as AutoGraph makes them.
    var convertsConditions = true
    /// How many loops over tensors are beyond their first round, which is the one that is traced.
    var repeatedLoops = 0
    /// The names of the loops that are under way, which begin those of the operations in them.
    var loops: [String] = []
    /// Whether a layer is being built, which it is once however often it is traced.
    var isBuilding = false
    /// What the names of operations begin with.
    private let scope: () -> [String]
    private var symbols: [ObjectIdentifier: Tracing.Symbol] = [:]
    private var names: [String: Int] = [:]

    init(
        isFirst: Bool, random: GraphStreams?, output: OutputSink,
        scope: @escaping () -> [String] = { [] }
    ) {
        self.isFirst = isFirst
        self.random = random
        self.output = output
        self.scope = scope
    }

    /// Adds a tensor that the function is given.
    func add(_ symbol: Tracing.Symbol) {
        names[symbol.name.lowercased(), default: 0] += 1
        var symbol = symbol
        symbol.isArgument = true
        symbols[ObjectIdentifier(symbol.tensor)] = symbol
    }

    /// The symbol that a tensor stands for. What a model's step makes inside of layers has no name of its own.
    func symbol(for tensor: Tensor) -> Tracing.Symbol? {
        if let known = symbols[ObjectIdentifier(tensor)] { return known }
        guard let openBatch, let length = tensor.shape.dimensions.first, length == openBatch else {
            return nil
        }
        return Tracing.Symbol(
            tensor: tensor, name: "Placeholder",
            shape: [nil] + Array(tensor.shape.dimensions.dropFirst()))
    }

    /// The name of the next operation of a kind: `add`, then `add_1`. TensorFlow does not tell cases apart.
    func uniqueName(_ base: String) -> String {
        let name = (loops.suffix(1) + scope() + [base]).joined(separator: "/")
        let key = name.lowercased()
        guard var number = names[key] else {
            names[key] = 1
            return name
        }
        while names["\(key)_\(number)"] != nil { number += 1 }
        names[key] = number + 1
        names["\(key)_\(number)"] = 1
        return "\(name)_\(number)"
    }

    /// Does what an operation does, names its result, and words its mistakes as graphs do.
    func operation(
        _ path: String, _ arguments: [Value], _ body: () throws -> Value
    ) throws -> Value {
        do {
            let result = try body()
            let base = GraphNames.base(of: path)
            note(result, base, from: GraphNames.ofFacts.contains(base) ? [] : arguments)
            if base == "Reshape" { openFirstAxis(of: result, arguments) }
            return result
        } catch let error as TensorError {
            let name = uniqueName(GraphNames.base(of: path))
            let inputs = arguments.flatMap { self.inputs(in: $0, of: name) }
            throw GraphMistake(error, name: name, inputs: inputs).rewritten
        }
    }

    /// Names the tensors of a result; one that has a name keeps it.
    private func note(_ result: Value, _ base: String, from arguments: [Value]) {
        let tensors = Self.tensors(in: result)
        guard tensors.contains(where: { symbols[ObjectIdentifier($0)] == nil }) else { return }
        note(tensors, uniqueName(base), from: arguments.flatMap { symbols(in: $0) })
    }

    /// A tensor of another shape has as many rows as its input's batches make; nobody knows how many.
    private func openFirstAxis(of result: Value, _ arguments: [Value]) {
        guard let tensor = Self.tensors(in: result).first, tensor.rank > 0,
            let known = symbols[ObjectIdentifier(tensor)], known.shape.first != .some(nil),
            let input = arguments.first.flatMap({ symbols(in: $0).first }),
            input.shape.first == .some(nil), let batch = input.tensor.shape.dimensions.first,
            batch > 1, tensor.shape[0] % batch == 0
        else { return }
        symbols[ObjectIdentifier(tensor)] = Tracing.Symbol(
            tensor: tensor, name: known.name, output: known.output,
            shape: [nil] + Array(known.shape.dropFirst()))
    }

    /// Names what a layer gave, under the name that is open.
    func note(_ tensors: [Tensor], base: String, output: Int = 0, from inputs: [Tensor]) {
        guard tensors.contains(where: { symbols[ObjectIdentifier($0)] == nil }) else { return }
        note(
            tensors, uniqueName(base), output: output,
            from: inputs.compactMap { symbol(for: $0) }, keepingAxes: true)
    }

    private func note(
        _ tensors: [Tensor], _ name: String, output: Int = 0, from inputs: [Tracing.Symbol],
        keepingAxes: Bool = false
    ) {
        for (index, tensor) in tensors.enumerated()
        where symbols[ObjectIdentifier(tensor)] == nil {
            symbols[ObjectIdentifier(tensor)] = Tracing.Symbol(
                tensor: tensor, name: name, output: output + index,
                shape: Self.shape(
                    of: tensor, from: inputs, keepingAxes: keepingAxes,
                    isTransposed: name.contains("transpose"),
                    isPart: name.contains("concat") || name.contains("strided_slice")))
        }
    }

    /// The shape of a result: open where an input is open, as far as the lengths tell.
    private static func shape(
        of tensor: Tensor, from inputs: [Tracing.Symbol], keepingAxes: Bool, isTransposed: Bool,
        isPart: Bool
    ) -> [Int?] {
        let open = inputs.filter { $0.shape.contains { $0 == nil } }
        guard !open.isEmpty else { return tensor.shape.dimensions }
        let known = Set(inputs.flatMap { $0.shape.compactMap { $0 } })
        return tensor.shape.dimensions.enumerated().map { axis, length in
            let isOpen = open.contains { input in
                // What is joined of open lengths, or cut out of one, is open.
                if isPart, input.shape.count == tensor.rank { return input.shape[axis] == nil }
                let movesAxes =
                    !keepingAxes && (input.shape.count != tensor.rank || isTransposed)
                return input.shape.enumerated().contains { place, wanted in
                    wanted == nil && input.tensor.shape[place] == length
                        && (place == axis || movesAxes && !known.contains(length))
                }
            }
            return isOpen ? nil : length
        }
    }

    private static func tensors(in value: Value) -> [Tensor] {
        switch value.object {
        case let tensor as TensorObject: [tensor.tensor]
        case let list as ListObject: list.items.compactMap { ($0.object as? TensorObject)?.tensor }
        case let tuple as TupleObject:
            tuple.items.compactMap { ($0.object as? TensorObject)?.tensor }
        default: []
        }
    }

    /// The tensors that an operation takes; what a variable holds is read by an operation of its own.
    private func inputs(in value: Value, of name: String) -> [Tracing.Symbol] {
        guard let variable = (value.object as? VariableObject)?.variable else {
            return symbols(in: value)
        }
        return [
            Tracing.Symbol(
                tensor: variable.value, name: name + "/ReadVariableOp",
                shape: variable.value.shape.dimensions)
        ]
    }

    private func symbols(in value: Value) -> [Tracing.Symbol] {
        Self.tensors(in: value).compactMap { symbol(for: $0) }
    }
}
