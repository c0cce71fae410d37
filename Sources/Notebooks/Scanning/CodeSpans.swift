/// Where the code spans of a text end: a run of backticks is closed by the next run as long.
struct CodeSpans {
    private let text: ArraySlice<UInt8>
    /// The starts of the runs of each length, in order.
    private var runs: [Int: [Int]] = [:]

    init(_ text: ArraySlice<UInt8>) {
        self.text = text
        var position = text.startIndex
        while let start = text[position...].firstIndex(of: ASCII.backtick) {
            let length = text[start...].prefix { $0 == ASCII.backtick }.count
            runs[length, default: []].append(start)
            position = start + length
        }
    }

    /// The end of the code span that begins at `start`, or of its backticks where none closes it.
    func end(at start: Int) -> Int {
        let length = text[start...].prefix { $0 == ASCII.backtick }.count
        let same = runs[length] ?? []
        var low = 0
        var high = same.count
        while low < high {
            let middle = (low + high) / 2
            if same[middle] < start + length { low = middle + 1 } else { high = middle }
        }
        return low < same.count ? same[low] + length : start + length
    }
}
