import PythonRuntime
import Tensors

// Functions that were traced: what they were traced with, and the seeds of their graphs.

extension TracedFunction: StorableByAttributes {
    package func store(in writer: StateWriter) throws {
        guard traces.bound.isEmpty else {
            throw Unstorable("a method of a class that is a tf.function", name: writer.name)
        }
        guard !traces.order.contains(where: { $0.constants?.hasPlainValues ?? false }) else {
            throw Unstorable("a tf.function that knows values by heart", name: writer.name)
        }
        try writer.write(type)
        try writer.write([function, receiver ?? .none])
        writer.write(receiver != nil)
        writer.write(signature != nil)
        if let signature { try writer.write(signature) }
        try writer.share(traces) { traces in
            writer.write(traces.hasVariables)
            writer.write(traces.order.count)
            for trace in traces.order {
                guard let key = traces.known.first(where: { $0.value === trace })?.key else {
                    throw Unstorable("a trace that is gone", name: writer.name)
                }
                writer.write(key)
                writer.write(trace.result)
                writer.write(trace.arguments.count)
                for (name, text) in trace.arguments {
                    writer.write(name)
                    writer.write(text)
                }
                try writer.write(encoded: trace.random.stored)
            }
        }
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let type = try reader.object(as: TypeObject.self)
        let parts = try reader.values()
        guard parts.count == 2 else { throw UnreadableState() }
        let hasReceiver = try reader.flag()
        let signature = try reader.flag() ? try reader.values() : nil
        let state = SessionRandom.of(reader.python).session.tensorflow
        let traces = try reader.shared {
            let traces = Traces()
            traces.hasVariables = try reader.flag()
            for _ in 0..<(try reader.count()) {
                let (key, result) = (try reader.text(), try reader.text())
                let arguments = try (0..<reader.count()).map { _ in
                    (name: try reader.text(), text: try reader.text())
                }
                let trace = Trace(
                    random: GraphStreams(state, try reader.decoded()), arguments: arguments)
                trace.result = result
                traces.known[key] = trace
                traces.order.append(trace)
            }
            return traces
        }
        return TracedFunction(
            parts[0], signature: signature, receiver: hasReceiver ? parts[1] : nil,
            traces: traces, type: type)
    }
}
