/// The order in which the notes of a tape are walked backwards, which decides how gradients that meet in one
/// tensor add up.
///
/// It is TensorFlow's: a note has its turn when everything that used its results has had one, and those whose
/// turn has come wait in a queue.
enum BackwardOrder {
    /// The places of the notes that lead to the targets, in the order of their turns.
    static func of(_ notes: [GradientTape.Entry], from targets: [TapeKey]) -> [Int] {
        var makers: [ObjectIdentifier: Int] = [:]
        for (place, note) in notes.enumerated() {
            for key in note.results { makers[ObjectIdentifier(key)] = place }
        }
        var uses = uses(notes, makers, targets)
        var missing = missing(notes, uses)
        var queue = firstTurns(notes, makers, targets, missing)
        var position = 0
        while position < queue.count {
            for key in notes[queue[position]].operands.lazy.compactMap({ $0 }) {
                let name = ObjectIdentifier(key)
                guard let left = uses[name] else { continue }
                uses[name] = left - 1
                guard left == 1, let maker = makers[name] else { continue }
                missing[maker] -= 1
                if missing[maker] == 0 { queue.append(maker) }
            }
            position += 1
        }
        return queue
    }

    /// How often each tensor is an operand of a note that leads to a target.
    private static func uses(
        _ notes: [GradientTape.Entry], _ makers: [ObjectIdentifier: Int], _ targets: [TapeKey]
    ) -> [ObjectIdentifier: Int] {
        var uses: [ObjectIdentifier: Int] = [:]
        var isReached = Array(repeating: false, count: notes.count)
        var waiting = targets.compactMap { makers[ObjectIdentifier($0)] }
        while let place = waiting.popLast() {
            guard !isReached[place] else { continue }
            isReached[place] = true
            for key in notes[place].operands.lazy.compactMap({ $0 }) {
                let name = ObjectIdentifier(key)
                uses[name, default: 0] += 1
                if let maker = makers[name] { waiting.append(maker) }
            }
        }
        return uses
    }

    /// How many results of each note are used.
    private static func missing(
        _ notes: [GradientTape.Entry], _ uses: [ObjectIdentifier: Int]
    ) -> [Int] {
        notes.map { note in
            note.results.reduce(0) { $0 + (uses[ObjectIdentifier($1)] == nil ? 0 : 1) }
        }
    }

    /// The notes of targets that nothing else uses.
    private static func firstTurns(
        _ notes: [GradientTape.Entry], _ makers: [ObjectIdentifier: Int], _ targets: [TapeKey],
        _ missing: [Int]
    ) -> [Int] {
        var first: [Int] = []
        for target in targets {
            guard let maker = makers[ObjectIdentifier(target)], missing[maker] == 0,
                !first.contains(maker)
            else { continue }
            first.append(maker)
        }
        return first
    }
}
