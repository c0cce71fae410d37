import Glibc

/// A thread with a stack that deep recursion of a note fits in.
package enum InterpreterThread {
    /// The system gives memory only to the pages that are touched.
    private static let stackBytes = 1 << 30

    /// Runs a body on a thread of its own and waits for it.
    package static func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
        ProcessMemory.share()
        let work = Work(body)
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stackBytes)
        var thread = pthread_t()
        let status = pthread_create(
            &thread, &attributes,
            { argument in
                guard let argument else { return nil }
                Unmanaged<AnyWork>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(work as AnyWork).toOpaque())
        // Without a thread of its own the note still runs, with less room for recursion.
        if status == 0 { pthread_join(thread, nil) } else { work.run() }
        return work.result ?? body()
    }

    private class AnyWork {
        func run() {}
    }

    private final class Work<Result: Sendable>: AnyWork {
        private let body: @Sendable () -> Result
        private(set) var result: Result?

        init(_ body: @escaping @Sendable () -> Result) { self.body = body }

        override func run() { if result == nil { result = body() } }
    }
}
