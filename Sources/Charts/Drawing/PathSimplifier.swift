/// Leaves out the points of a path that nobody could see.
enum PathSimplifier {
    /// What a point may be off, in points.
    private static let tolerance = 0.08
    /// Points in a column of this width are drawn as its first, lowest, highest and last.
    private static let column = 0.25

    static func simplified(_ path: [Point]) -> [Point] {
        let columns = path.count > 400 ? byColumns(path) : path
        return columns.count > 2 ? straightened(columns) : columns
    }

    private static func byColumns(_ path: [Point]) -> [Point] {
        var result: [Point] = []
        var start = 0
        while start < path.count {
            var end = start
            var (lowest, highest) = (start, start)
            let edge = (path[start].x / column).rounded(.down)
            while end + 1 < path.count, (path[end + 1].x / column).rounded(.down) == edge {
                end += 1
                if path[end].y < path[lowest].y { lowest = end }
                if path[end].y > path[highest].y { highest = end }
            }
            let kept = Set([start, lowest, highest, end]).sorted()
            result += kept.map { path[$0] }
            start = end + 1
        }
        return result
    }

    /// Ramer's and Douglas and Peucker's way: a stretch that is straight enough becomes one line.
    private static func straightened(_ path: [Point]) -> [Point] {
        var keeps = [Bool](repeating: false, count: path.count)
        keeps[0] = true
        keeps[path.count - 1] = true
        var stretches = [(0, path.count - 1)]
        while let (first, last) = stretches.popLast() {
            guard last - first > 1 else { continue }
            var farthest = (index: first, distance: tolerance)
            for index in (first + 1)..<last {
                let distance = distance(of: path[index], from: path[first], to: path[last])
                if distance > farthest.distance { farthest = (index, distance) }
            }
            guard farthest.index > first else { continue }
            keeps[farthest.index] = true
            stretches += [(first, farthest.index), (farthest.index, last)]
        }
        return path.indices.filter { keeps[$0] }.map { path[$0] }
    }

    private static func distance(of point: Point, from a: Point, to b: Point) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let (px, py) = (point.x - a.x, point.y - a.y)
        let length = dx * dx + dy * dy
        guard length > 0 else { return (px * px + py * py).squareRoot() }
        let share = min(max((px * dx + py * dy) / length, 0), 1)
        let (ex, ey) = (px - share * dx, py - share * dy)
        return (ex * ex + ey * ey).squareRoot()
    }
}
