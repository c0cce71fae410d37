/// How the gradients of all time steps add up: latest step first, either one by one, or the first steps that
/// do not fill a group of eight one by one and then each next group of eight on its own.
struct TimeSum {
    private let time: Int
    private let head: Int

    /// A sum over so many steps.
    init(steps time: Int, _ order: GradientOrder) {
        self.time = time
        let rest = time % 8
        head = order == .sequential ? time : min(time, rest < 2 ? rest + 8 : rest)
    }

    /// Adds up terms of `count` elements into `total`; `term` writes a step's term over `target`, or adds it
    /// onto it.
    func run<T: RecurrentFloat>(
        count: Int, into total: UnsafeMutablePointer<T>,
        _ term: (_ step: Int, _ target: UnsafeMutablePointer<T>, _ adds: Bool) -> Void
    ) {
        addGroup(0..<head, onto: total, term)
        withUnsafeTemporaryAllocation(of: T.self, capacity: max(1, count)) { room in
            guard let group = room.baseAddress else { return }
            for start in stride(from: head, to: time, by: 8) {
                addGroup(start..<start + 8, onto: group, term)
                T.add(count, group, onto: total)
            }
        }
    }

    private func addGroup<T>(
        _ positions: Range<Int>, onto target: UnsafeMutablePointer<T>,
        _ term: (Int, UnsafeMutablePointer<T>, Bool) -> Void
    ) {
        for position in positions {
            term(time - 1 - position, target, position > positions.lowerBound)
        }
    }
}
