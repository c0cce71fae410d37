/// What stands in a legend's way: matplotlib counts points, bars and lines under each possible place.
struct LegendObstacles {
    private(set) var points: [Point] = []
    private(set) var boxes: [Frame] = []
    private(set) var lines: [[Point]] = []

    mutating func add(_ mark: Mark, _ projection: Projection) {
        switch mark.shape {
        case .line(let line) where line.xSpace == .data && line.ySpace == .data:
            lines.append(
                (0..<min(line.x.count, line.y.count)).map {
                    Point(projection.x(line.x[$0]), projection.y(line.y[$0]))
                })
        case .points(let mark):
            points += (0..<min(mark.x.count, mark.y.count)).map {
                Point(projection.x(mark.x[$0]), projection.y(mark.y[$0]))
            }
        case .bars(let mark):
            boxes += mark.bars.map {
                let (a, b) = (
                    projection.point(Point($0.x0, $0.y0), mark.xSpace, mark.ySpace),
                    projection.point(Point($0.x1, $0.y1), mark.xSpace, mark.ySpace)
                )
                return Frame(
                    left: min(a.x, b.x), top: min(a.y, b.y), width: abs(b.x - a.x),
                    height: abs(b.y - a.y))
            }
        case .area(let mark):
            lines += mark.rings.map { $0.map { projection.point($0, mark.xSpace, mark.ySpace) } }
        default: break
        }
    }

    /// How bad a place is.
    func badness(of frame: Frame) -> Int {
        var count = 0
        for line in lines {
            count += line.count(where: frame.contains)
            if Self.crosses(line, frame) { count += 1 }
        }
        count += boxes.count {
            $0.left < frame.right && $0.right > frame.left && $0.top < frame.bottom
                && $0.bottom > frame.top
        }
        return count + points.count(where: frame.contains)
    }

    private static func crosses(_ line: [Point], _ frame: Frame) -> Bool {
        zip(line, line.dropFirst()).contains { cuts($0, $1, frame) }
    }

    /// Whether a straight line from `a` to `b` meets a rectangle (Liang's and Barsky's way).
    private static func cuts(_ a: Point, _ b: Point, _ frame: Frame) -> Bool {
        guard a.isFinite, b.isFinite else { return false }
        var (first, last) = (0.0, 1.0)
        for (step, room) in [
            (a.x - b.x, a.x - frame.left), (b.x - a.x, frame.right - a.x),
            (a.y - b.y, a.y - frame.top), (b.y - a.y, frame.bottom - a.y),
        ] {
            if step == 0 {
                if room < 0 { return false }
            } else if step < 0 {
                first = max(first, room / step)
            } else {
                last = min(last, room / step)
            }
        }
        return first <= last
    }
}
