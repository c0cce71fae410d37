/// Which boxes of a diagram stand side by side, and in which order: arrows go from rank to rank, and long ones
/// through places of their own.
struct DiagramRanks {
    /// A box, or a place that a long arrow passes.
    struct Node {
        let box: Int?
        let rank: Int
        var before: [Int] = []
        var after: [Int] = []
    }

    private(set) var nodes: [Node]
    /// The nodes of each rank, in order.
    private(set) var ranks: [[Int]] = []
    /// The nodes that each arrow touches, its ends included.
    private(set) var ways: [[Int]] = []

    /// Passes over the ranks; more of them rarely find anything.
    private static let sweeps = 8

    init(boxCount: Int, arrows: [Diagram.Arrow]) {
        let depths = Self.depths(boxCount, arrows)
        nodes = depths.enumerated().map { Node(box: $0.offset, rank: $0.element) }
        for arrow in arrows { route(arrow) }
        let last = nodes.map(\.rank).max() ?? 0
        ranks = Array(repeating: [], count: last + 1)
        for (index, node) in nodes.enumerated() { ranks[node.rank].append(index) }
        order()
    }

    /// How far each box is from the first ones; what only begins an arrow stands right before its end.
    private static func depths(_ count: Int, _ arrows: [Diagram.Arrow]) -> [Int] {
        var depths = Array(repeating: 0, count: count)
        // As many rounds as the longest way can have: arrows that go round end it there.
        for _ in 0..<count {
            var hasMoved = false
            for arrow in arrows where depths[arrow.end] <= depths[arrow.start] {
                depths[arrow.end] = depths[arrow.start] + 1
                hasMoved = true
            }
            if !hasMoved { break }
        }
        let ends = Set(arrows.map(\.end))
        for box in 0..<count where !ends.contains(box) {
            let next = arrows.filter { $0.start == box }.map { depths[$0.end] }.min()
            if let next { depths[box] = max(next - 1, 0) }
        }
        return depths
    }

    private mutating func route(_ arrow: Diagram.Arrow) {
        var way = [arrow.start]
        let (first, last) = (nodes[arrow.start].rank, nodes[arrow.end].rank)
        if last > first + 1 {
            for rank in (first + 1)..<last {
                nodes.append(Node(box: nil, rank: rank))
                way.append(nodes.count - 1)
            }
        }
        way.append(arrow.end)
        for (a, b) in zip(way, way.dropFirst()) {
            nodes[a].after.append(b)
            nodes[b].before.append(a)
        }
        ways.append(way)
    }

    // MARK: Order

    /// Orders each rank by the middle of its neighbours, down and up, and keeps the order with the fewest crossings.
    private mutating func order() {
        var best = ranks
        var fewest = crossings(ranks)
        for sweep in 0..<Self.sweeps where fewest > 0 {
            let goesDown = sweep % 2 == 0
            let inner =
                goesDown ? Array(ranks.indices.dropFirst()) : ranks.indices.dropLast().reversed()
            for rank in inner { sort(rank, by: goesDown ? \.before : \.after) }
            let count = crossings(ranks)
            if count < fewest { (best, fewest) = (ranks, count) }
        }
        ranks = best
    }

    private mutating func sort(_ rank: Int, by neighbours: KeyPath<Node, [Int]>) {
        let places = places(ranks)
        let keys = ranks[rank].enumerated().map {
            place, node -> (key: Double, place: Int, node: Int) in
            let near = nodes[node][keyPath: neighbours].map { Double(places[$0]) }
            let middle = near.isEmpty ? Double(place) : near.reduce(0, +) / Double(near.count)
            return (middle, place, node)
        }
        ranks[rank] = keys.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.node)
    }

    private func places(_ ranks: [[Int]]) -> [Int] {
        var places = Array(repeating: 0, count: nodes.count)
        for rank in ranks { for (place, node) in rank.enumerated() { places[node] = place } }
        return places
    }

    private func crossings(_ ranks: [[Int]]) -> Int {
        let places = places(ranks)
        var count = 0
        for rank in ranks {
            let pairs = rank.flatMap { node in
                nodes[node].after.map { (places[node], places[$0]) }
            }
            for (index, a) in pairs.enumerated() {
                for b in pairs[(index + 1)...] where (a.0 - b.0) * (a.1 - b.1) < 0 { count += 1 }
            }
        }
        return count
    }
}
