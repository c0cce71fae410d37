import Diagnostics

/// `__traceback__`: the calls that an exception passed, outermost first.
package final class TracebackObject: Object {
    package let entries: [TraceEntry]

    package init(_ entries: [TraceEntry], in python: Interpreter) {
        self.entries = entries
        super.init(type: python.types.containers.traceback)
    }

    /// The traceback of an exception; nil before it was raised.
    package static func of(_ exception: ExceptionObject, in python: Interpreter) -> TracebackObject?
    {
        let entries = exception.trace.filter { !$0.function.isEmpty }
        return entries.isEmpty ? nil : TracebackObject(entries.reversed(), in: python)
    }

    fileprivate func line(in python: Interpreter) -> Int {
        entries.first.map { python.line(of: $0.span.start, in: $0.source) } ?? 0
    }
}

/// `tb_frame`: what is left of a call that an exception ended.
package final class TracebackFrameObject: Object {
    let entry: TraceEntry

    init(_ entry: TraceEntry, in python: Interpreter) {
        self.entry = entry
        super.init(type: python.types.containers.frame)
    }
}

extension Builtins {
    /// Tracebacks as objects.
    static func defineTracebacks(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.containers.traceback, in: m.python)
        t.property("tb_lineno") { python, value in
            (value.object as? TracebackObject)?.line(in: python)
        }
        t.property("tb_next") { (python, value) -> TracebackObject? in
            guard let entries = (value.object as? TracebackObject)?.entries, entries.count > 1
            else { return nil }
            return TracebackObject(Array(entries.dropFirst()), in: python)
        }
        t.property("tb_frame") { (python, value) -> TracebackFrameObject? in
            (value.object as? TracebackObject)?.entries.first.map {
                TracebackFrameObject($0, in: python)
            }
        }
        let frame = TypeBuilder(m.python.types.containers.frame, in: m.python)
        frame.property("f_lineno") { (python, value) -> Int? in
            (value.object as? TracebackFrameObject).map {
                python.line(of: $0.entry.span.start, in: $0.entry.source)
            }
        }
        // The frame stands for its code too: `f_code.co_name` is what programs ask for.
        frame.property("f_code") { _, value in value }
        frame.property("co_name") { _, value in
            (value.object as? TracebackFrameObject)?.entry.function
        }
        frame.property("co_filename") { _, value in
            (value.object as? TracebackFrameObject)?.entry.source.name
        }
    }
}
