/// Draws words with their boxes and arrows.
struct TextDrawing {
    let projection: Projection?
    /// The whole figure's paper.
    let paper: Frame

    func draw(_ mark: TextMark, on canvas: inout Canvas) {
        var place = point(mark.place)
        guard place.isFinite else { return }
        place.x += mark.shift.x
        place.y -= mark.shift.y
        var drawn = canvas
        let frame = drawn.text(mark.text, at: place, mark.style, mark.anchor, box: mark.box)
        if let arrow = mark.arrow {
            draw(arrow, from: frame, hasText: !mark.text.isEmpty, place, on: &canvas)
        }
        canvas.text(mark.text, at: place, mark.style, mark.anchor, box: mark.box)
    }

    func point(_ place: TextMark.Place) -> Point {
        Point(x(place.at.x, place.xUnits), y(place.at.y, place.yUnits))
    }

    private func x(_ value: Double, _ units: TextMark.Place.Units) -> Double {
        guard let projection, units != .figure else { return paper.left + value * paper.width }
        return projection.x(value, units == .data ? .data : .frame)
    }

    private func y(_ value: Double, _ units: TextMark.Place.Units) -> Double {
        guard let projection, units != .figure else { return paper.bottom - value * paper.height }
        return projection.y(value, units == .data ? .data : .frame)
    }

    // MARK: Arrows

    private func draw(
        _ arrow: TextMark.Arrow, from frame: Frame, hasText: Bool, _ place: Point,
        on canvas: inout Canvas
    ) {
        let target = point(arrow.target)
        guard target.isFinite else { return }
        let middle =
            hasText ? Point(frame.left + frame.width / 2, frame.top + frame.height / 2) : place
        guard let start = hasText ? Self.edge(of: frame, from: middle, to: target) : middle else {
            return
        }
        let (dx, dy) = (target.x - start.x, target.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 2 * arrow.shrink + 1, length.isFinite else { return }
        let unit = Point(dx / length, dy / length)
        let from = Point(start.x + unit.x * arrow.shrink, start.y + unit.y * arrow.shrink)
        let to = Point(target.x - unit.x * arrow.shrink, target.y - unit.y * arrow.shrink)
        if let thickness = arrow.thickness {
            return solid(from, to, thickness, arrow, on: &canvas)
        }
        line(from, to, length, arrow, on: &canvas)
    }

    /// Where the way to a target leaves a rectangle; nil for a target inside.
    private static func edge(of frame: Frame, from middle: Point, to target: Point) -> Point? {
        guard !frame.contains(target) else { return nil }
        let (dx, dy) = (target.x - middle.x, target.y - middle.y)
        let across = dx == 0 ? Double.infinity : (frame.width / 2 + 2) / abs(dx)
        let down = dy == 0 ? Double.infinity : (frame.height / 2 + 1) / abs(dy)
        let share = min(across, down, 1)
        return Point(middle.x + dx * share, middle.y + dy * share)
    }

    private func line(
        _ from: Point, _ to: Point, _ length: Double, _ arrow: TextMark.Arrow,
        on canvas: inout Canvas
    ) {
        var path = PathText()
        path.move(to: from)
        var before = from
        if arrow.bend != 0 {
            let control = Point(
                (from.x + to.x) / 2 + arrow.bend * (to.y - from.y) * -1,
                (from.y + to.y) / 2 + arrow.bend * (to.x - from.x))
            path.curve(through: control, to: to)
            before = control
        } else {
            path.line(to: to)
        }
        canvas.line(path, arrow.stroke)
        if arrow.head != .none { head(at: to, from: before, arrow, on: &canvas) }
        if arrow.hasTail { head(at: from, from: to, arrow, on: &canvas) }
    }

    private func head(at tip: Point, from: Point, _ arrow: TextMark.Arrow, on canvas: inout Canvas)
    {
        let angle = Turning.angle(tip.y - from.y, tip.x - from.x)
        let size = 4.5
        func wing(_ turn: Double) -> Point {
            Point(
                tip.x - size * Turning.cosine(angle + turn),
                tip.y - size * Turning.sine(angle + turn))
        }
        var path = PathText()
        path.move(to: wing(0.46))
        path.line(to: tip)
        path.line(to: wing(-0.46))
        if arrow.head == .filled {
            path.close()
            canvas.shape(path, fill: arrow.fill ?? arrow.stroke.color, edge: arrow.stroke)
        } else {
            canvas.line(path, arrow.stroke)
        }
    }

    /// An arrow with a body: what `annotate` draws without a style.
    private func solid(
        _ from: Point, _ to: Point, _ thickness: Double, _ arrow: TextMark.Arrow,
        on canvas: inout Canvas
    ) {
        let angle = Turning.angle(to.y - from.y, to.x - from.x)
        let (cosine, sine) = (Turning.cosine(angle), Turning.sine(angle))
        let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y))
            .squareRoot()
        let head = min(thickness * 3, length)
        let half = thickness / 2
        let outline = [
            (0, -half), (length - head, -half), (length - head, -3 * half), (length, 0),
            (length - head, 3 * half), (length - head, half), (0, half),
        ]
        var path = PathText()
        for (index, corner) in outline.enumerated() {
            let point = Point(
                from.x + corner.0 * cosine - corner.1 * sine,
                from.y + corner.0 * sine + corner.1 * cosine)
            if index == 0 { path.move(to: point) } else { path.line(to: point) }
        }
        path.close()
        canvas.shape(path, fill: arrow.fill, edge: arrow.stroke)
    }
}
