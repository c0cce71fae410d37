import Diagnostics

/// An instance of `BaseException` or a subclass.
package final class ExceptionObject: InstanceObject {
    /// `args`.
    package private(set) var argumentTuple: TupleObject
    package var cause: Value = .none
    package var context: Value = .none
    package var suppressesContext = false
    /// What `trace` does not show yet: instructions that the exception passed. Most exceptions are caught and
    /// never printed, so names and places are looked up when somebody asks.
    private var firstPassed: PassedInstruction?
    private var passed: [PassedInstruction] = []
    private var entries: [TraceEntry] = []
    /// Whether the next frame that the exception passes stands in its trace already.
    var isBeingReraised = false
    /// Whether no `except` and no `finally` sees the exception: the cell is at its limit.
    var isFinal = false
    private var knownHints: [String] = []
    private var laterHint: (() -> String?)?

    package init(type: TypeObject, arguments: [Value]) {
        argumentTuple = TupleObject(arguments, in: type.interpreter)
        super.init(type: type, kind: .exception)
    }

    /// An exception of arguments that stand in slots; their counts are taken here.
    init(
        type: Unmanaged<TypeObject>, copying arguments: UnsafeMutablePointer<Slot>, count: Int,
        in python: borrowing Interpreter
    ) {
        argumentTuple = TupleObject.make(copying: arguments, count: count, in: python)
        super.init(typePointer: type, kind: .exception)
    }

    /// What the writer may have meant, beyond Python's own words.
    package var hints: [String] {
        get {
            if let make = laterHint {
                laterHint = nil
                knownHints += make().map { [$0] } ?? []
            }
            return knownHints
        }
        set {
            laterHint = nil
            knownHints = newValue
        }
    }

    /// Adds a hint that costs time to find: most exceptions are caught, and nobody reads it.
    func hint(_ make: @escaping () -> String?) { laterHint = make }

    package var arguments: [Value] {
        get { argumentTuple.items }
        set { argumentTuple = TupleObject(newValue, in: type.interpreter) }
    }
}

extension ExceptionObject {
    /// The calls the exception passed on its way out, innermost first.
    package var trace: [TraceEntry] {
        get {
            let waiting = (firstPassed.map { [$0] } ?? []) + passed
            forgetPassed()
            for place in waiting { entries += place.code.trace(at: place.index) }
            return entries
        }
        set {
            forgetPassed()
            entries = newValue
        }
    }

    private func forgetPassed() {
        firstPassed = nil
        passed.removeAll()
    }

    /// Notes an instruction that the exception passed; beyond `limit` they are not kept.
    func pass(_ code: CodeObject, _ index: Int, limit: Int) {
        // Most exceptions pass one frame, for which no array is made.
        guard firstPassed != nil else {
            firstPassed = PassedInstruction(code: code, index: index)
            return
        }
        guard passed.count + entries.count < limit else { return }
        passed.append(PassedInstruction(code: code, index: index))
    }
}

/// Where an exception left a call.
private struct PassedInstruction {
    let code: CodeObject
    let index: Int
}

extension CodeObject {
    /// What a traceback shows of an instruction, innermost first: comprehensions around it are calls too.
    fileprivate func trace(at index: Int) -> [TraceEntry] {
        var result: [TraceEntry] = []
        var span = spans[index]
        for range in comprehensions where range.start <= index && index < range.end {
            result.append(TraceEntry(source: source, function: range.name, span: span))
            span = range.span
        }
        result.append(TraceEntry(source: source, function: name, span: span))
        return result
    }
}

/// A call that an exception passed: the function and where in it.
package struct TraceEntry {
    package let source: SourceText
    package let function: String
    package let span: SourceSpan

    package init(source: SourceText, function: String, span: SourceSpan) {
        self.source = source
        self.function = function
        self.span = span
    }
}

/// A Python exception on its way through Swift code.
///
/// Errors must be `Sendable`; this one stays on the interpreter's thread like every Python value.
package struct PythonError: Error, @unchecked Sendable {
    package let exception: ExceptionObject

    package init(_ exception: ExceptionObject) { self.exception = exception }
}
