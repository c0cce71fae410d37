/// Draws arrows of diagrams.
enum ArrowDrawing {
    static let stroke = Stroke(.black.withAlpha(0.75), width: 1)
    private static let headLength = 6.0
    private static let headWidth = 5.0

    /// An arrow through points, bent so that it leaves and arrives in the diagram's direction.
    static func draw(
        through points: [Point], _ direction: Diagram.Direction, on canvas: inout Canvas
    ) {
        guard points.count > 1, let end = points.last else { return }
        var path = PathText()
        path.move(to: points[0])
        let tip = back(from: end, direction)
        let inner = points.dropFirst().dropLast() + [tip]
        var start = points[0]
        for point in inner {
            bend(&path, from: start, to: point, direction)
            start = point
        }
        canvas.line(path, stroke)
        head(from: tip, to: end, on: &canvas)
    }

    /// A straight arrow.
    static func draw(from start: Point, to end: Point, on canvas: inout Canvas) {
        let length = max(abs(end.x - start.x), abs(end.y - start.y))
        guard length > 0 else { return }
        let share = max(length - headLength + 1, 0) / length
        let tip = Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
        var path = PathText()
        path.move(to: start)
        path.line(to: tip)
        canvas.line(path, stroke)
        head(from: tip, to: end, on: &canvas)
    }

    private static func back(from end: Point, _ direction: Diagram.Direction) -> Point {
        let length = headLength - 1
        return switch direction {
        case .down: Point(end.x, end.y - length)
        case .up: Point(end.x, end.y + length)
        case .right: Point(end.x - length, end.y)
        case .left: Point(end.x + length, end.y)
        }
    }

    /// A line, or two arcs where the ends do not stand in one line.
    private static func bend(
        _ path: inout PathText, from start: Point, to end: Point, _ direction: Diagram.Direction
    ) {
        let isVertical = direction.isVertical
        let aside = isVertical ? end.x - start.x : end.y - start.y
        guard abs(aside) > 0.5 else { return path.line(to: end) }
        let middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let share = 0.4
        let first =
            isVertical
            ? Point(start.x, start.y + dy * share) : Point(start.x + dx * share, start.y)
        let second =
            isVertical
            ? Point(end.x, end.y - dy * share) : Point(end.x - dx * share, end.y)
        path.curve(through: first, to: middle)
        path.curve(through: second, to: end)
    }

    private static func head(from tip: Point, to end: Point, on canvas: inout Canvas) {
        let (dx, dy) = (end.x - tip.x, end.y - tip.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0 else { return }
        let (ux, uy) = (dx / length, dy / length)
        let base = Point(end.x - ux * headLength, end.y - uy * headLength)
        let half = headWidth / 2
        var path = PathText()
        path.move(to: end)
        path.line(to: Point(base.x - uy * half, base.y + ux * half))
        path.line(to: Point(base.x + uy * half, base.y - ux * half))
        path.close()
        canvas.shape(path, fill: stroke.color)
    }
}

extension Frame {
    /// The frame with room on all sides.
    func widened(by margin: Double) -> Frame {
        Frame(
            left: left - margin, top: top - margin, width: width + 2 * margin,
            height: height + 2 * margin)
    }
}
