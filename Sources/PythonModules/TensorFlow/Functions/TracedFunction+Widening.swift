import PythonRuntime
import Tensors

extension TracedFunction {
    /// The function for tensors of open lengths, where tensors come that differ from earlier ones in their lengths
    /// alone; nil where they need a trace of their own.
    func widened(for arguments: Arguments, in python: Interpreter) throws -> TracedFunction? {
        guard traces.reducesRetracing, signature == nil, arguments.keywords.isEmpty else {
            return nil
        }
        let given = arguments.positional.compactMap { ($0.object as? TensorObject)?.tensor }
        guard given.count == arguments.positional.count, !given.isEmpty else { return nil }
        let specs = given.map {
            TensorSpecObject($0.shape.dimensions, $0.dtype, name: nil, in: python)
        }
        let known = traces.openSpecs.isEmpty ? traces.lastSpecs : traces.openSpecs
        traces.lastSpecs = specs
        guard let open = Self.common(known, specs, in: python) else { return nil }
        traces.openSpecs = open
        return TracedFunction(
            function, signature: open.map { .object($0) }, receiver: receiver, traces: traces,
            type: type)
    }

    /// What fits both; nil where they differ in more than lengths.
    private static func common(
        _ a: [TensorSpecObject], _ b: [TensorSpecObject], in python: Interpreter
    ) -> [TensorSpecObject]? {
        guard a.count == b.count else { return nil }
        let pairs = zip(a, b).map { x, y -> TensorSpecObject? in
            guard let p = x.dimensions, let q = y.dimensions, p.count == q.count,
                x.dtype == y.dtype
            else { return nil }
            return TensorSpecObject(
                zip(p, q).map { $0 == $1 ? $0 : nil }, x.dtype, name: nil, in: python)
        }
        let found = pairs.compactMap { $0 }
        return found.count == pairs.count ? found : nil
    }
}
