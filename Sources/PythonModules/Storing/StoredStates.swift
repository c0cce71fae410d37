import NeuralNetworks
import PythonRuntime
import Tensors

// What the modules remember beside the note's variables.

extension SessionRandom: StoredState {
    func store(in writer: StateWriter) throws { try writer.write(encoded: session.stored) }

    /// Layers that are made again draw weights that they then give up.
    func restore(from reader: StateReader) throws {
        let stored: RandomSession.Stored = try reader.decoded()
        reader.atEnd { self.session.stored = stored }
    }
}

extension ArrayTypes: StoredState {
    package func store(in writer: StateWriter) throws {
        guard tapes.recording.isEmpty else { throw Unstorable("a GradientTape that is open") }
        try writer.write(encoded: printOptions)
    }

    package func restore(from reader: StateReader) throws { printOptions = try reader.decoded() }
}

extension ArrayFormatter: StoredState {
    func store(in writer: StateWriter) throws { try writer.write(functions) }
    func restore(from reader: StateReader) throws { functions = try reader.value() }
}

extension FloatErrors: StoredState {
    func store(in writer: StateWriter) throws {
        try writer.write(encoded: modes)
        try writer.write(handler)
    }

    func restore(from reader: StateReader) throws {
        modes = try reader.decoded()
        handler = try reader.value()
    }
}

extension LayerContext: StoredState {
    package func store(in writer: StateWriter) throws {
        try writer.write(encoded: nameCounts)
        writer.write(stepsThroughSequences)
    }

    package func restore(from reader: StateReader) throws {
        let counts: [String: Int] = try reader.decoded()
        let isStepwise = try reader.flag()
        reader.atEnd { (self.nameCounts, self.stepsThroughSequences) = (counts, isStepwise) }
    }
}

extension Tracing: StoredState {
    func store(in writer: StateWriter) throws {
        guard runs.isEmpty else { throw Unstorable("a tf.function that runs") }
        writer.write(runsEagerly)
    }

    func restore(from reader: StateReader) throws { runsEagerly = try reader.flag() }
}

extension PlotSession: StoredState {
    func store(in writer: StateWriter) throws {
        guard figures.isEmpty, current == nil else { throw Unstorable("a figure that is open") }
        try settings.values.storeContents(in: writer)
    }

    func restore(from reader: StateReader) throws {
        try settings.values.restoreContents(from: reader)
    }
}

extension PictureSession: StoredState {
    func store(in writer: StateWriter) throws {
        guard waiting.isEmpty else { throw Unstorable("a picture that waits") }
    }

    func restore(from reader: StateReader) throws {}
}

extension NoteFolderAccess: StoredState {
    package func store(in writer: StateWriter) throws { try writer.write(encoded: stored) }
    package func restore(from reader: StateReader) throws { stored = try reader.decoded() }
}
