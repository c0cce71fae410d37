/// A question, answered by a table.
protocol BenchmarkTable: Sendable {
    var title: String { get }

    /// Measures and fills in the table.
    func measure(_ bench: Bench) throws -> TextTable
}
