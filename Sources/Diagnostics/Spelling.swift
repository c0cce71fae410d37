/// Finds the word a writer probably meant.
package enum Spelling {
    /// The known word nearest to a mistyped one; nil when none is near enough to be worth a hint.
    package static func nearest(to word: String, among known: some Sequence<String>) -> String? {
        let limit = max(1, word.count / 3)
        var best: (word: String, distance: Int)?
        for candidate in known where candidate != word {
            let distance = distance(
                from: word, to: candidate, limit: best.map { $0.distance - 1 } ?? limit)
            // A word with no letter in common is another word, however short both are.
            guard let distance, distance < max(word.count, candidate.count) else { continue }
            if distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// The number of insertions, deletions, substitutions and swaps of neighbours between two
    /// words, case differences counting nothing; nil when it exceeds `limit`.
    static func distance(from a: String, to b: String, limit: Int) -> Int? {
        let a = Array(a.lowercased().unicodeScalars)
        let b = Array(b.lowercased().unicodeScalars)
        guard abs(a.count - b.count) <= limit else { return nil }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1] + [Int](repeating: 0, count: b.count)
            for j in 0..<b.count {
                row[j + 1] = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count] <= limit ? last[b.count] : nil
    }
}
