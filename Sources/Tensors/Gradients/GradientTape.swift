/// A record of operations in the order they ran, walked backwards to differentiate.
///
/// A tape notes an operation when one of its operands is watched, or comes from one that is. Since the
/// pullbacks are tensor operations themselves, an outer tape records the gradients an inner one computes.
package final class GradientTape {
    /// How a noted operation hands gradients back: from those of its results, nil where nothing flows, to
    /// those of the operands that `wanted` asks for.
    typealias Pullback = (_ upstream: [Tensor?], _ wanted: [Bool]) throws -> [Gradient?]

    struct Entry {
        let operands: [TapeKey?]
        let results: [TapeKey]
        /// What the gradients of the results must look like.
        let shapes: [Shape]
        let pullback: Pullback
    }

    /// Whether several gradients may be asked for.
    package let isPersistent: Bool
    /// Whether trainable variables are watched when they are read.
    package let watchesVariables: Bool
    /// Whether the notes are walked from the last to the first, as the gradients of what a model compiles add up.
    package var walksInReverse = false
    /// The variables that were watched, in the order of their first use.
    package private(set) var watchedVariables: [Variable] = []

    let link = TapeLink()
    private var entries: [Entry] = []
    private var isSpent = false
    private var keepsNotes = false

    /// A tape that is recording.
    package init(isPersistent: Bool = false, watchesVariables: Bool = true) {
        self.isPersistent = isPersistent
        self.watchesVariables = watchesVariables
        link.tape = self
    }

    /// A tape that has given its gradients, and remembers which variables it watched.
    package init(spentOn variables: [Variable], watchesVariables: Bool) {
        isPersistent = false
        self.watchesVariables = watchesVariables
        watchedVariables = variables
        link.tape = self
        spend()
    }

    /// Whether no more gradients can be asked for.
    package var isOver: Bool { isSpent && !link.isRecording && !isPersistent }

    deinit {
        link.tape = nil
        link.isRecording = false
    }

    /// Whether nothing has been noted and no variable read.
    package var isEmpty: Bool { entries.isEmpty && watchedVariables.isEmpty }

    /// Whether the tape is taking notes.
    package var isRecording: Bool {
        get { link.isRecording }
        set { link.isRecording = newValue }
    }

    /// Follows what is done with `tensor` from now on.
    package func watch(_ tensor: Tensor) {
        let key = tensor.key ?? TapeKey()
        tensor.key = key
        key.join(self)
    }

    /// Follows what is done with the values of `variable` from now on.
    package func watch(_ variable: Variable) {
        guard !variable.key.isWatched(by: self) else { return }
        variable.key.join(self)
        watchedVariables.append(variable)
    }

    /// Forgets everything.
    package func reset() {
        entries = []
        watchedVariables = []
        isSpent = false
    }

    /// Notes an operation; its results are followed from now on.
    func note(
        operands: [TapeKey?], results: [TapeKey], shapes: [Shape], pullback: @escaping Pullback
    ) {
        let mine = operands.map { key in key.flatMap { $0.isWatched(by: self) ? $0 : nil } }
        for key in results { key.join(self) }
        entries.append(
            Entry(operands: mine, results: results, shapes: shapes, pullback: pullback))
    }
}

extension GradientTape {
    /// How `targets`, each weighted by its `upstream` gradient or by ones, change with each of `sources`;
    /// nil where nothing connects them.
    package func gradients(
        of targets: [Tensor], for sources: [TapeKey?], upstream: [Tensor?]? = nil
    ) throws -> [Gradient?] {
        if isSpent { throw TensorError.tapeSpent }
        let notes = entries
        if !isPersistent && !keepsNotes { spend() }
        var flow = GradientFlow()
        for (position, target) in targets.enumerated() {
            guard let key = target.key, target.dtype.isDifferentiable else { continue }
            let seed =
                upstream?[position] ?? Tensor(repeating: .int(1), shape: target.shape, target.dtype)
            flow.add(.dense(seed), to: key)
        }
        let useful = connected(notes, to: sources)
        let order =
            walksInReverse
            ? Array(notes.indices.reversed())
            : BackwardOrder.of(notes, from: targets.compactMap(\.key))
        for place in order
        where useful[place].contains(true) {
            let entry = notes[place]
            try flow.pass(through: entry, wanted: useful[place])
        }
        return try sources.map { key in try key.flatMap { try flow.total(of: $0) } }
    }

    /// Runs `body`, in which any number of gradients may be asked for, as one use of the tape.
    func keepingNotes<R>(_ body: () throws -> R) throws -> R {
        if isSpent { throw TensorError.tapeSpent }
        if !isPersistent { isRecording = false }
        keepsNotes = true
        defer {
            keepsNotes = false
            if !isPersistent { spend() }
        }
        return try body()
    }

    private func spend() {
        isRecording = false
        isSpent = true
        entries = []
    }

    /// For each note which of its operands depend on a source, so that nothing else is computed.
    private func connected(_ notes: [Entry], to sources: [TapeKey?]) -> [[Bool]] {
        var reached = Set(sources.compactMap { $0.map(ObjectIdentifier.init) })
        return notes.map { entry in
            let wanted = entry.operands.map { key in
                key.map { reached.contains(ObjectIdentifier($0)) } ?? false
            }
            if wanted.contains(true) { reached.formUnion(entry.results.map(ObjectIdentifier.init)) }
            return wanted
        }
    }
}

/// The gradients that have arrived so far at each tensor.
private struct GradientFlow {
    private var arrived: [ObjectIdentifier: [Gradient]] = [:]

    mutating func add(_ gradient: Gradient, to key: TapeKey) {
        arrived[ObjectIdentifier(key), default: []].append(gradient)
    }

    /// The sum of what has arrived, which is kept as one term.
    mutating func total(of key: TapeKey) throws -> Gradient? {
        guard let terms = arrived[ObjectIdentifier(key)] else { return nil }
        let total = try Gradient.sum(of: terms)
        arrived[ObjectIdentifier(key)] = [total]
        return total
    }

    mutating func pass(through note: GradientTape.Entry, wanted: [Bool]) throws {
        let upstream = try zip(note.results, note.shapes).map { key, shape -> Tensor? in
            guard let gradient = try total(of: key)?.dense else { return nil }
            // Only a gradient that the program itself computes can have another shape.
            guard gradient.shape != shape else { return gradient }
            guard gradient.shape.stretches(to: shape) else {
                throw FaceError(
                    "InvalidArgumentError",
                    "{{function_node __wrapped__StridedSliceGrad_device_/job:localhost/replica:0/task:0/device:CPU:0}} shape of dy was \(gradient.shape.bracketed) instead of \(shape.bracketed) [Op:StridedSliceGrad] name: "
                )
            }
            return try gradient.broadcast(to: shape)
        }
        guard upstream.contains(where: { $0 != nil }) else { return }
        let gradients = try note.pullback(upstream, wanted)
        for (key, gradient) in zip(note.operands, gradients) {
            if let key, let gradient { add(gradient, to: key) }
        }
    }
}
