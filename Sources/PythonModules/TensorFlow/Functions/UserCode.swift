import PythonRuntime

/// What AutoGraph makes of an exception that leaves a function while it is traced: the way it took through the user's
/// code becomes part of its message.
struct UserCode {
    /// A call on that way.
    struct Frame {
        let file: String
        let line: Int
        let function: String
        let text: String
        /// `  *` behind a function that AutoGraph changed, `  **` behind the first that it left as it was.
        var mark = ""

        var lines: [String] {
            ["    File \"\(file)\", line \(line), in \(function)\(mark)", "        \(text)"]
        }
    }

    private let python: Interpreter

    init(in python: Interpreter) { self.python = python }

    /// The exception with the calls that it passed, those of libraries before and after the user's own.
    func rewritten(
        _ error: any Error, before: [Frame] = [], after: [Frame] = [], marking mark: String = "  *"
    ) -> any Error {
        let inner = python.pythonError(error)
        let exception = inner.exception
        guard exception.type.isSubtype(of: python.types.exception("Exception")),
            exception.attribute(Self.isTold) == nil
        else { return inner }
        let frames = before + own(exception, mark) + after
        let failure = made(exception, message(of: exception, frames))
        failure.exception.hints = exception.hints
        failure.exception.trace = exception.trace
        failure.exception.setAttribute(Self.isTold, .bool(true))
        return failure
    }

    /// The words around a mistake in a function: the calls, then the mistake.
    func message(of exception: ExceptionObject, _ frames: [Frame]) -> String {
        let told = (try? python.str(.object(exception))) ?? ""
        let cause = "\(exception.type.name): \(told)"
        let lines =
            ["in user code:", ""] + frames.flatMap(\.lines) + [""]
            + cause.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The calls of the user's own functions, outermost first; those inside a layer are told by the layer.
    func own(_ exception: ExceptionObject, _ mark: String) -> [Frame] {
        let told = exception.attribute(Self.toldFrames)?.integer ?? 0
        let trace = exception.trace.dropFirst(told).reversed()
        return trace.filter { !$0.function.isEmpty }.map { entry in
            let frame = TracebackFrame(entry)
            return Frame(
                file: frame.file, line: frame.line,
                function: frame.function == "<lambda>" ? "None" : frame.function, text: frame.text,
                mark: mark)
        }
    }

    /// The attribute of exceptions whose message has the calls already.
    private static let isTold = "_ag_in_user_code"
    /// The attribute that says how many of the innermost calls are in the message.
    static let toldFrames = "_ag_told_frames"

    /// The classes whose exceptions are made again of a message.
    private static let plain: Set<String> = [
        "AssertionError", "AttributeError", "NameError", "NotImplementedError", "RuntimeError",
        "StopIteration", "TypeError", "UnboundLocalError", "ValueError",
    ]

    /// An exception of the same class, as far as that can be made of a message alone.
    private func made(_ exception: ExceptionObject, _ message: String) -> PythonError {
        let type = exception.type
        let text = Value.string(message, in: python)
        let errors = TensorFlowErrors.of(python)
        if type.isBuiltin, type.name == "KeyError" { return python.error(errors.keyError, [text]) }
        let isOwn = !type.isBuiltin && type.owner(of: "__init__")?.isBuiltin != false
        if isOwn || type === errors.notInGraphs || Self.plain.contains(type.name)
            || errors.knows(type)
        {
            return python.error(type, [text])
        }
        return python.error(errors.stagingError, [text])
    }
}
