import Diagnostics

/// An instance of `BaseException` or a subclass.
package final class ExceptionObject: InstanceObject {
    package var arguments: [Value]
    package var cause: Value = .none
    package var context: Value = .none
    package var suppressesContext = false
    /// The calls the exception passed on its way out, innermost first.
    package var trace: [TraceEntry] = []
    /// Whether the next frame that the exception passes stands in its trace already.
    var isBeingReraised = false
    /// Whether no `except` and no `finally` sees the exception: the cell is at its limit.
    var isFinal = false
    /// What the writer may have meant, beyond Python's own words.
    package var hints: [String] = []

    package init(type: TypeObject, arguments: [Value]) {
        self.arguments = arguments
        super.init(type: type, kind: .exception)
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
