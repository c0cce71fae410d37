import Diagnostics
import PythonSyntax

/// Making exceptions.
extension Interpreter {
    /// A built-in exception with a message.
    package func error(_ type: String, _ message: String) -> PythonError {
        PythonError(
            ExceptionObject(
                type: types.exception(type), arguments: [.string(message, in: self)]))
    }

    /// An exception of a class with arguments of any kind.
    package func error(_ type: TypeObject, _ arguments: [Value]) -> PythonError {
        PythonError(ExceptionObject(type: type, arguments: arguments))
    }

    package func typeError(_ message: String) -> PythonError { error("TypeError", message) }
    package func valueError(_ message: String) -> PythonError { error("ValueError", message) }

    /// A `TypeError` about a misspelt argument, with what was probably meant.
    func typeError(_ message: String, suggesting word: String, among known: [String]) -> PythonError
    {
        let failure = typeError(message)
        if let near = nearest(word, among: known) {
            failure.exception.hints.append("did you mean `\(near)`?")
        }
        return failure
    }

    /// A `KeyError` whose argument is the key itself.
    package func keyError(_ key: Value) -> PythonError { error(types.keyError, [key]) }

    package func stopIteration(_ value: Value = .none) -> PythonError {
        error(types.stopIteration, value.isNone ? [] : [value])
    }

    /// The known word nearest to a mistyped one.
    package func nearest(_ word: String, among known: some Sequence<String>) -> String? {
        Spelling.nearest(to: word, among: known)
    }

    /// A `NameError` with the nearest name that is bound.
    func nameError(_ name: String, known: [String]) -> PythonError {
        let failure = error("NameError", "name '\(name)' is not defined")
        failure.exception.setAttribute("name", .string(name, in: self))
        failure.exception.hint { [unowned self] in
            nearest(name, among: known + builtins.names).map { "did you mean `\($0)`?" }
        }
        return failure
    }

    func attributeError(_ object: Value, _ name: String, _ message: String) -> PythonError {
        let failure = error("AttributeError", message)
        failure.exception.setAttribute("name", .string(name, in: self))
        failure.exception.setAttribute("obj", object)
        failure.exception.hint { [unowned self] in
            nearest(name, among: attributeNames(object)).map { "did you mean `\($0)`?" }
        }
        return failure
    }

    /// Python's exception for a text that is not Python; its place is the first entry of its trace.
    func syntaxError(_ fault: SyntaxFault, in source: SourceText) -> PythonError {
        let failure = error(fault.kind.rawValue, fault.message)
        let place = source.position(of: fault.span.start)
        let end = source.position(of: max(fault.span.end, fault.span.start))
        let exception = failure.exception
        // The mistake in a field of an f-string is shown in the field's own text.
        let shift = fault.field.map { source.position(of: $0.start).column - 2 } ?? 0
        let (offset, endOffset) = (Value.int(place.column - shift), Value.int(end.column - shift))
        let line = Value.string(shownLine(of: fault, place.line, in: source), in: self)
        // The lines of the note, where the writer looks for them.
        let first = self.line(of: fault.span.start, in: source)
        let last = self.line(of: max(fault.span.end, fault.span.start), in: source)
        exception.arguments.append(
            .tuple(
                [
                    .string(source.name, in: self), .int(first), offset, line,
                    .int(last), endOffset,
                ], in: self))
        exception.trace = [TraceEntry(source: source, function: "", span: fault.span)]
        exception.setAttribute("msg", .string(fault.message, in: self))
        exception.setAttribute("filename", .string(source.name, in: self))
        exception.setAttribute("lineno", .int(first))
        exception.setAttribute("offset", offset)
        exception.setAttribute("text", line)
        exception.setAttribute("end_lineno", .int(last))
        exception.setAttribute("end_offset", endOffset)
        return failure
    }

    /// The line that an error about a text shows. Those of the tokenizer that were begun and not ended know the
    /// line without its end.
    private func shownLine(of fault: SyntaxFault, _ line: Int, in source: SourceText) -> String {
        if let field = fault.field { return "(" + source.text(of: field) + ")\n" }
        let text = source.line(line)
        return fault.message.hasPrefix("unterminated") ? text : text + "\n"
    }

    /// Any Swift error as Python's.
    package func pythonError(_ error: Error) -> PythonError {
        if let error = error as? PythonError { return error }
        for translate in errorTranslators {
            if let translated = translate(error, self) { return translated }
        }
        return self.error("RuntimeError", "\(error)")
    }

    /// What `raise` raises for a value: an exception, or a class that is called without arguments.
    func exception(raising value: Value) throws -> ExceptionObject {
        if let object = value.object, object.kind == .exception {
            return unsafeDowncast(object, to: ExceptionObject.self)
        }
        if let type = value.object as? TypeObject, type.isSubtype(of: types.baseException) {
            if let exception = try call(value).object as? ExceptionObject { return exception }
        }
        throw typeError("exceptions must derive from BaseException")
    }

    /// Whether an exception is of a class or of one of a tuple of classes.
    func matches(_ exception: Value, _ type: Value) throws -> Bool {
        guard let object = exception.object else { return false }
        if let type = type.object, type.kind == .type {
            let type = unsafeDowncast(type, to: TypeObject.self)
            if type.isSubtype(of: types.baseException) { return object.type.isSubtype(of: type) }
        }
        if let tuple = type.object as? TupleObject {
            return try tuple.items.contains { try matches(exception, $0) }
        }
        throw typeError("catching classes that do not inherit from BaseException is not allowed")
    }
}
