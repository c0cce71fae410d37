import PythonRuntime
import Tensors

/// A `for` statement over a symbolic tensor: a graph traces it once, so its first round is the only one that is
/// heard.
final class TracedLoop {
    private let tensor: Tensor
    private let run: TracedRun
    private let python: Interpreter
    private let name: String
    /// What the graph calls the value of a round.
    private let itemName: String
    private let itemShape: [Int?]
    private var index = 0
    private var isOpen = true

    init(
        over tensor: Tensor, _ symbol: Tracing.Symbol, in run: TracedRun, _ python: Interpreter
    ) {
        self.tensor = tensor
        self.run = run
        self.python = python
        name = run.uniqueName("while")
        let isRange = symbol.name.split(separator: "/").last?.hasPrefix("range") ?? false
        itemName = isRange ? "Placeholder" : "TensorArrayV2Read/TensorListGetItem"
        itemShape = Array(symbol.shape.dropFirst())
        run.loops.append(name)
    }

    deinit { close() }

    /// The item of the next round.
    func next() throws -> Value? {
        guard index < tensor.shape[0] else {
            close()
            return nil
        }
        if index == 1 { run.repeatedLoops += 1 }
        let item = try tensor.indexed([.integer(index)])
        index += 1
        run.add(
            Tracing.Symbol(tensor: item, name: "\(name)/\(itemName)", shape: itemShape))
        return item.object(in: python)
    }

    /// Ends the loop, whether it came to its end or was left.
    private func close() {
        guard isOpen else { return }
        isOpen = false
        if index > 1 { run.repeatedLoops -= 1 }
        if let place = run.loops.lastIndex(of: name) { run.loops.remove(at: place) }
    }
}
