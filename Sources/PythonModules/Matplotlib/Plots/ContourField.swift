import Charts

/// A field of numbers over a grid, cut into lines and bands of equal height.
struct ContourField {
    let x, y: [Double]
    let values: [Double]

    private struct Corner {
        var x, y, value: Double

        func toward(_ other: Corner, at level: Double) -> Corner {
            let share = (level - value) / (other.value - value)
            return Corner(
                x: x + (other.x - x) * share, y: y + (other.y - y) * share, value: level)
        }
    }

    /// The lines at a height, one piece for each half of a cell that it crosses.
    func lines(_ level: Double) -> [[Point]] {
        var lines: [[Point]] = []
        forEachTriangle { triangle in
            var ends: [Point] = []
            for (a, b) in [(0, 1), (1, 2), (2, 0)] {
                let (from, to) = (triangle[a], triangle[b])
                guard (from.value < level) != (to.value < level) else { continue }
                let cut = from.toward(to, at: level)
                ends.append(Point(cut.x, cut.y))
            }
            if ends.count == 2 { lines.append(ends) }
        }
        return joined(lines)
    }

    /// The surface between two heights.
    func band(_ low: Double, _ high: Double, includesHigh: Bool) -> [[Point]] {
        var rings: [[Point]] = []
        forEachCell { cell in
            let cut = Self.clipped(
                Self.clipped(cell, level: low, keepsAbove: true), level: high, keepsAbove: false)
            if cut.count > 2 { rings.append(cut.map { Point($0.x, $0.y) }) }
        }
        return rings
    }

    private static func clipped(_ ring: [Corner], level: Double, keepsAbove: Bool) -> [Corner] {
        var result: [Corner] = []
        for (index, corner) in ring.enumerated() {
            let next = ring[(index + 1) % ring.count]
            let isIn = keepsAbove ? corner.value >= level : corner.value <= level
            let isNextIn = keepsAbove ? next.value >= level : next.value <= level
            if isIn { result.append(corner) }
            if isIn != isNextIn { result.append(corner.toward(next, at: level)) }
        }
        return result
    }

    private func corner(_ row: Int, _ column: Int) -> Corner {
        Corner(x: x[column], y: y[row], value: values[row * x.count + column])
    }

    private func forEachCell(_ body: ([Corner]) -> Void) {
        for row in 0..<(y.count - 1) {
            for column in 0..<(x.count - 1) {
                let cell = [
                    corner(row, column), corner(row, column + 1), corner(row + 1, column + 1),
                    corner(row + 1, column),
                ]
                if cell.allSatisfy({ $0.value.isFinite }) { body(cell) }
            }
        }
    }

    /// The four triangles of each cell around its middle.
    private func forEachTriangle(_ body: ([Corner]) -> Void) {
        forEachCell { cell in
            let middle = Corner(
                x: cell.reduce(0) { $0 + $1.x } / 4, y: cell.reduce(0) { $0 + $1.y } / 4,
                value: cell.reduce(0) { $0 + $1.value } / 4)
            for index in 0..<4 { body([cell[index], cell[(index + 1) % 4], middle]) }
        }
    }

    /// Pieces that touch as long lines.
    private func joined(_ pieces: [[Point]]) -> [[Point]] {
        struct Key: Hashable {
            let x, y: UInt64
            init(_ point: Point) { (x, y) = (point.x.bitPattern, point.y.bitPattern) }
        }
        var ends: [Key: [Int]] = [:]
        for (index, piece) in pieces.enumerated() {
            for point in piece { ends[Key(point), default: []].append(index) }
        }
        var used = [Bool](repeating: false, count: pieces.count)
        var lines: [[Point]] = []
        func extend(_ line: inout [Point]) {
            while let last = line.last,
                let next = ends[Key(last)]?.first(where: { !used[$0] })
            {
                used[next] = true
                line.append(pieces[next][0] == last ? pieces[next][1] : pieces[next][0])
            }
        }
        for index in pieces.indices where !used[index] {
            used[index] = true
            var line = pieces[index]
            extend(&line)
            line.reverse()
            extend(&line)
            lines.append(line)
        }
        return lines
    }
}
