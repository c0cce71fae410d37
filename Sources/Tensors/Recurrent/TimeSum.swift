/// How the gradients of all time steps add up: latest step first, either one by one, or the first steps that
/// do not fill a group of eight one by one and then each next group of eight on its own.
///
/// A position counts the steps from the latest.
struct TimeSum {
    let time: Int
    /// The steps of the first group.
    let head: Int
    /// The steps of each other group.
    let group: Int

    /// A sum over so many steps.
    init(steps time: Int, _ order: GradientOrder) {
        self.time = time
        let rest = time % 8
        head = order == .sequential ? min(time, 1) : min(time, rest < 2 ? rest + 8 : rest)
        group = order == .sequential ? 1 : 8
    }

    /// The positions in runs of whole groups, of no more than `limit` steps unless a group is longer.
    func chunks(ofAtMost limit: Int) -> [Range<Int>] {
        var (chunks, start) = ([Range<Int>](), 0)
        while start < time {
            var end = start == 0 ? head : start + group
            while end < time, end + group - start <= limit { end += group }
            chunks.append(start..<min(end, time))
            start = end
        }
        return chunks
    }

    /// The length of the first group in a run that `chunks` gave.
    func firstGroup(of chunk: Range<Int>) -> Int { chunk.lowerBound == 0 ? head : group }

    /// Adds up terms of `count` elements at the positions of a run, onto `total` or, from the first, into it;
    /// `term` writes a position's term over `target`, or adds it onto it.
    func run<T: RecurrentFloat>(
        _ chunk: Range<Int>, count: Int, into total: UnsafeMutablePointer<T>,
        _ term: (_ position: Int, _ target: UnsafeMutablePointer<T>, _ adds: Bool) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: T.self, capacity: max(1, count)) { room in
            guard let sum = room.baseAddress else { return }
            var start = chunk.lowerBound
            while start < chunk.upperBound {
                let end = start == 0 ? head : start + group
                if start == 0 || group == 1 {
                    for position in start..<end { term(position, total, position > 0) }
                } else {
                    for position in start..<end { term(position, sum, position > start) }
                    T.add(count, sum, onto: total)
                }
                start = end
            }
        }
    }
}
