/// Where a found text leaves the wanted one, line by line.
package struct Difference: Sendable {
    /// Lines that belong together: wanted ones and what stands in their place.
    package struct Hunk: Sendable {
        /// The first wanted line's number in the recorded text, from 0.
        package var start: Int
        package var wanted: [String] = []
        package var found: [String] = []
    }

    package let hunks: [Hunk]
    /// The largest relative error of a number that stands where one is wanted; nil where the text itself differs.
    package let largestError: Double?

    init(
        wanted: [String], found: [String], largestError: Double?,
        matching: (String, String) -> Bool
    ) {
        self.largestError = largestError
        hunks =
            wanted.count * found.count <= Self.pairLimit
            ? Self.hunks(wanted, found, matching) : [Hunk(start: 0, wanted: wanted, found: found)]
    }

    /// Pairs of lines that are compared at most: beyond, whole texts are shown rather than a reader kept waiting.
    private static let pairLimit = 250_000

    private static func hunks(
        _ wanted: [String], _ found: [String], _ matching: (String, String) -> Bool
    ) -> [Hunk] {
        let changes = found.difference(from: wanted, by: matching)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in changes {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var hunks: [Hunk] = []
        var (left, right) = (0, 0)
        while left < wanted.count || right < found.count {
            var hunk = Hunk(start: left)
            while removed.contains(left) {
                hunk.wanted.append(wanted[left])
                left += 1
            }
            while inserted.contains(right) {
                hunk.found.append(found[right])
                right += 1
            }
            if hunk.wanted.isEmpty, hunk.found.isEmpty {
                left += 1
                right += 1
            } else {
                hunks.append(hunk)
            }
        }
        return hunks
    }
}
