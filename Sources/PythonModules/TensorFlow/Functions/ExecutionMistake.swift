import PythonRuntime

/// A mistake that a kernel finds while a graph runs, as TensorFlow tells it: which node it was, and who made that.
struct ExecutionMistake {
    private let python: Interpreter

    init(in python: Interpreter) { self.python = python }

    /// The mistake of an eager kernel as that of a node in the graph of a function.
    func rewritten(
        _ error: PythonError, function: String, calls: [UserCode.Frame]
    ) -> PythonError {
        let text = (try? python.str(.object(error.exception))) ?? ""
        guard let said = Said(text) else { return error }
        let places = calls.flatMap {
            ["  File \"\($0.file)\", line \($0.line), in \($0.function)", ""]
        }
        let lines =
            [
                "Graph execution error:", "",
                "Detected at node \(said.operation) defined at (most recent call last):",
            ] + (places.isEmpty ? ["<stack traces unavailable>"] : places) + [
                said.text, "\t [[{{node \(said.operation)}}]] [Op:__inference_\(function)_1]",
            ]
        let failure = python.error(
            error.exception.type, [.string(lines.joined(separator: "\n"), in: python)])
        failure.exception.hints = error.exception.hints
        failure.exception.trace = error.exception.trace
        return failure
    }

    /// What an eager kernel said, between what it puts before and behind.
    private struct Said {
        let text: String
        let operation: String

        init?(_ message: String) {
            guard let opening = message.range(of: "}} "), message.hasPrefix("{{function_node"),
                let closing = message.range(of: " [Op:", after: opening.upperBound)
            else { return nil }
            text = String(message[opening.upperBound..<closing.lowerBound])
            operation = String(message[closing.upperBound...].prefix { $0 != "]" })
        }
    }
}

extension String {
    /// Where a text is, from the beginning or from an index on.
    fileprivate func range(of text: String, after start: Index? = nil) -> Range<Index>? {
        self[(start ?? startIndex)...].firstRange(of: text)
    }
}
