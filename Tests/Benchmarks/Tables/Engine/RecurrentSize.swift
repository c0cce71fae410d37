/// A batch N of sequences with T steps of D features, through layers of H units.
struct RecurrentSize: Hashable {
    let n: Int
    let t: Int
    let d: Int
    let h: Int
    let layers: Int

    /// What the notes have, what they grow to, and what a machine has to work for.
    static let all = [
        RecurrentSize(n: 4, t: 80, d: 100, h: 64, layers: 2),
        RecurrentSize(n: 32, t: 100, d: 64, h: 128, layers: 1),
        RecurrentSize(n: 128, t: 80, d: 100, h: 64, layers: 2),
        RecurrentSize(n: 128, t: 80, d: 256, h: 256, layers: 1),
    ]
    static let largest = RecurrentSize(n: 128, t: 80, d: 256, h: 256, layers: 1)

    var name: String { "B\(n) T\(t) D\(d) H\(h)" + (layers > 1 ? " ×\(layers)" : "") }
    var python: String { "(\(n), \(t), \(d), \(h), \(layers))" }

    /// The multiplications and additions of a forward pass of one layer of `gates` gates.
    func operations(gates: Int) -> Double { 2 * Double(n * t * gates * h) * Double(d + h) }
}

/// A kind of recurrent cell.
enum RecurrentCell: String, CaseIterable {
    case simple = "SimpleRNN"
    case longShortTerm = "LSTM"
    case gated = "GRU"

    var gates: Int {
        switch self {
        case .simple: 1
        case .longShortTerm: 4
        case .gated: 3
        }
    }
}
