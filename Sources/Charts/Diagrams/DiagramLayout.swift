/// Where the boxes of a diagram stand, and which way its arrows go.
struct DiagramLayout {
    /// The boxes' frames by their numbers.
    private(set) var frames: [Frame] = []
    /// For each arrow the points it goes through, from border to border.
    private(set) var ways: [[Point]] = []

    private let diagram: Diagram
    private let ranks: DiagramRanks
    /// The room of each node: across the arrows and along them.
    private let sizes: [(across: Double, along: Double)]
    private var centers: [Double]

    /// Points between boxes side by side, and between ranks.
    private static let gap = 22.0
    private static let rankGap = 26.0
    /// What a frame of a group needs on each side.
    static let groupPadding = 9.0
    static let groupTitle = 14.0
    /// Rounds of straightening: later ones move nothing that can be seen.
    private static let rounds = 24

    init(_ diagram: Diagram, boxSizes: [(width: Double, height: Double)]) {
        self.diagram = diagram
        ranks = DiagramRanks(boxCount: diagram.boxes.count, arrows: diagram.arrows)
        let isVertical = diagram.direction.isVertical
        sizes = ranks.nodes.map { node in
            guard let box = node.box else { return (4, 0) }
            let size = boxSizes[box]
            return isVertical ? (size.width, size.height) : (size.height, size.width)
        }
        centers = Array(repeating: 0, count: ranks.nodes.count)
        straighten()
        place()
    }

    private func depth(of node: Int) -> Int {
        guard let box = ranks.nodes[node].box else { return 0 }
        return diagram.groups.count { $0.boxes.contains(box) }
    }

    // MARK: Across

    private mutating func straighten() {
        for rank in ranks.ranks { settle(rank, wanted: rank.map { _ in 0 }) }
        for round in 0..<Self.rounds {
            let goesDown = round % 2 == 0
            for rank in goesDown ? ranks.ranks : ranks.ranks.reversed() {
                let wanted = rank.map { node -> Double in
                    let all = ranks.nodes[node]
                    let near =
                        round < Self.rounds - 2
                        ? (goesDown ? all.before : all.after) : all.before + all.after
                    guard !near.isEmpty else { return centers[node] }
                    return near.reduce(0) { $0 + centers[$1] } / Double(near.count)
                }
                settle(rank, wanted: wanted)
            }
        }
    }

    /// Puts the nodes of a rank as near to where they want to be as their order and their room allow: the least
    /// squares of the distances.
    private mutating func settle(_ rank: [Int], wanted: [Double]) {
        var offsets = [0.0]
        for (a, b) in zip(rank, rank.dropFirst()) {
            let room = (sizes[a].across + sizes[b].across) / 2 + Self.gap
            let frames = Double(max(depth(of: a), depth(of: b))) * 2 * Self.groupPadding
            offsets.append((offsets.last ?? 0) + room + frames)
        }
        // Neighbours that would stand in the wrong order move as one block, at the mean of their wishes.
        var blocks: [(sum: Double, count: Int)] = []
        for (wish, offset) in zip(wanted, offsets) {
            var block = (sum: wish - offset, count: 1)
            while let last = blocks.last,
                last.sum / Double(last.count) >= block.sum / Double(block.count)
            {
                blocks.removeLast()
                block = (block.sum + last.sum, block.count + last.count)
            }
            blocks.append(block)
        }
        let settled = blocks.flatMap { block in
            Array(repeating: block.sum / Double(block.count), count: block.count)
        }
        for (index, node) in rank.enumerated() { centers[node] = settled[index] + offsets[index] }
    }

    // MARK: Along

    /// Where the ranks stand along the arrows, and the way from there to the page.
    private struct Ladder {
        var starts: [Double] = []
        var extents: [Double] = []
        var total = 0.0
        let direction: Diagram.Direction

        func point(_ across: Double, _ along: Double) -> Point {
            switch direction {
            case .down: Point(across, along)
            case .up: Point(across, total - along)
            case .right: Point(along, across)
            case .left: Point(total - along, across)
            }
        }
    }

    private mutating func place() {
        var ladder = Ladder(direction: diagram.direction)
        for (number, rank) in ranks.ranks.enumerated() {
            let extent = rank.map { sizes[$0].along }.max() ?? 0
            if number > 0 { ladder.total += gap(before: number) }
            ladder.starts.append(ladder.total)
            ladder.extents.append(extent)
            ladder.total += extent
        }
        frames = diagram.boxes.indices.map { frame(of: $0, on: ladder) }
        ways = ranks.ways.map { way(of: $0, on: ladder) }
    }

    /// The room between two ranks: more where frames begin or end between them.
    private func gap(before rank: Int) -> Double {
        let room = diagram.groups.reduce(0.0) { room, group in
            let inside = group.boxes.map { ranks.nodes[$0].rank }
            let begins = inside.min() == rank ? Self.groupPadding + Self.groupTitle : 0
            return room + begins + (inside.max() == rank - 1 ? Self.groupPadding : 0)
        }
        return Self.rankGap + room
    }

    private func frame(of box: Int, on ladder: Ladder) -> Frame {
        let rank = ranks.nodes[box].rank
        let middle = ladder.point(centers[box], ladder.starts[rank] + ladder.extents[rank] / 2)
        let (across, along) = sizes[box]
        let isVertical = diagram.direction.isVertical
        let (width, height) = isVertical ? (across, along) : (along, across)
        return Frame(
            left: middle.x - width / 2, top: middle.y - height / 2, width: width, height: height)
    }

    private func way(of nodes: [Int], on ladder: Ladder) -> [Point] {
        nodes.enumerated().flatMap { index, node -> [Point] in
            let rank = ranks.nodes[node].rank
            let (start, extent) = (ladder.starts[rank], ladder.extents[rank])
            let middle = start + extent / 2
            let half = sizes[node].along / 2
            if index == 0 { return [ladder.point(centers[node], middle + half)] }
            if index == nodes.count - 1 {
                return [ladder.point(port(node, from: nodes[index - 1]), middle - half)]
            }
            return [
                ladder.point(centers[node], start), ladder.point(centers[node], start + extent),
            ]
        }
    }

    /// Where on its side of a box an arrow ends: several stand apart, in the order of their other ends.
    private func port(_ node: Int, from other: Int) -> Double {
        let others = ranks.nodes[node].before.sorted { centers[$0] < centers[$1] }
        guard others.count > 1, let place = others.firstIndex(of: other) else {
            return centers[node]
        }
        let step = min(16, sizes[node].across * 0.6 / Double(others.count - 1))
        return centers[node] + (Double(place) - Double(others.count - 1) / 2) * step
    }
}
