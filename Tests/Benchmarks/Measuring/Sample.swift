/// The runs of one command.
struct Sample {
    /// In seconds.
    var median: Double
    var fastest: Double
    /// In bytes.
    var peakMemory: Double

    init(_ runs: [ChildProcess.Run]) {
        let times = runs.map(\.seconds).sorted()
        let upper = times[times.count / 2]
        let lower = times[(times.count - 1) / 2]
        median = (lower + upper) / 2
        fastest = times[0]
        peakMemory = runs.map(\.peakMemory).max() ?? 0
    }
}
