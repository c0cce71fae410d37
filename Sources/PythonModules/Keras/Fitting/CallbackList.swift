import NeuralNetworks
import PythonRuntime

/// The callbacks of one training, test or prediction: those of the program, then the progress bar, then the
/// history.
final class CallbackList {
    private let python: Interpreter
    private let callbacks: [Value]
    let history: Value
    /// Whether any callback wants to be told of single batches.
    let followsBatches: Bool
    private var progress: ProgressWriter?

    init(
        _ given: Value, model: Value, parameters: Configuration, addsHistory: Bool,
        progress: ProgressWriter?, in python: Interpreter
    ) throws {
        self.python = python
        self.progress = progress
        let module = try KerasModule.of(python).subModule("callbacks")
        var list: [Value] = []
        if given.object is ListObject || given.object is TupleObject {
            list = try python.list(given)
        } else if !given.isNone {
            list = [given]
        }
        let known = list.first { python.type(of: $0).name == "History" }
        if let known {
            history = known
        } else if addsHistory {
            history = try python.call(module.namespace["History"] ?? .none)
        } else {
            history = .none
        }
        callbacks = list + (known == nil && addsHistory ? [history] : [])
        let base = module.namespace["Callback"]?.object as? TypeObject
        let hooks = Self.batchHooks
        followsBatches = callbacks.contains { callback in
            let type = python.type(of: callback)
            return hooks.contains { hook in
                guard let own = type.lookUp(hook) else { return false }
                return !own.isIdentical(to: base?.lookUp(hook) ?? .none)
            }
                || (callback.object as? InstanceObject)?.ownAttributes.contains {
                    hooks.contains($0.name)
                } ?? false
        }
        for callback in callbacks {
            try python.call(python.getAttribute(callback, "set_model"), [model])
        }
        for callback in callbacks {
            try python.call(
                python.getAttribute(callback, "set_params"), [python.dictionary(parameters)])
        }
    }

    private static let batchHooks = [
        "on_batch_begin", "on_batch_end", "on_train_batch_begin", "on_train_batch_end",
        "on_test_batch_begin", "on_test_batch_end", "on_predict_batch_begin",
        "on_predict_batch_end",
    ]

    /// Tells the callbacks of the program, which may change the logs.
    func tell(_ hook: String, _ leading: [Value] = [], logs: Value? = nil) throws {
        let logs = logs ?? python.dictionary([])
        for callback in callbacks where !callback.isIdentical(to: history) {
            try python.call(python.getAttribute(callback, hook), leading + [logs])
        }
    }

    /// Tells the history, which comes behind the progress bar.
    func tellHistory(_ hook: String, _ leading: [Value] = [], logs: Value? = nil) throws {
        guard !history.isNone else { return }
        try python.call(
            python.getAttribute(history, hook), leading + [logs ?? python.dictionary([])])
    }
}

/// Writes the progress of epochs.
final class ProgressWriter {
    private let style: ProgressBar.Style
    private let epochs: Int?
    private let python: Interpreter
    private var bar: ProgressBar?
    private(set) var target: Int?
    /// The names whose values are shown as they are.
    var stateful: Set<String> = [] { didSet { bar?.stateful = stateful } }

    /// nil where nothing is to be written.
    init?(verbose: Int, steps: Int?, epochs: Int?, in python: Interpreter) {
        guard verbose > 0 else { return nil }
        style = verbose == 2 ? .line : .bar
        target = steps
        self.epochs = epochs
        self.python = python
    }

    private var now: Double { Clock.seconds }

    /// Begins an epoch.
    func begin(epoch: Int) {
        bar = nil
        if let epochs, epochs > 1 { python.output.stdout("Epoch \(epoch + 1)/\(epochs)\n") }
        start()
    }

    private func start() {
        bar = ProgressBar(style, target: target, stateful: stateful, now: now) {
            [python] value, isExponential in
            (try? python.format(.float(value), isExponential ? ".4e" : ".4f")) ?? ""
        }
    }

    /// Whether the values of a step would be seen.
    var wantsSteps: Bool { style == .bar }

    /// Writes how far the epoch is.
    func step(_ done: Int, _ values: @autoclosure () throws -> [(String, Double)]) rethrows {
        guard style == .bar else { return }
        if bar == nil { start() }
        let news = try values().map { (name: $0.0, value: $0.1) }
        let text = bar?.update(done, news, isLast: false, now: now) ?? ""
        if !text.isEmpty { python.output.stdout(text) }
    }

    /// Writes the end of the epoch.
    func finish(_ done: Int, _ values: [(String, Double)]) {
        if bar == nil { start() }
        if target == nil {
            target = done
            bar?.target = done
        }
        let news = values.map { (name: $0.0, value: $0.1) }
        python.output.stdout(
            bar?.update(target ?? done, news, isLast: true, now: now) ?? "")
    }
}
