/// Draws marks into the frame of their axes.
struct MarkDrawing {
    let projection: Projection

    private var clip: Frame { projection.frame }

    func draw(_ mark: Mark, on canvas: inout Canvas) {
        let clip = mark.isClipped ? self.clip : nil
        switch mark.shape {
        case .line(let line): draw(line, clip, &canvas)
        case .points(let points): draw(points, clip, &canvas)
        case .bars(let bars): draw(bars, clip, &canvas)
        case .area(let area): draw(area, clip, &canvas)
        case .segments(let segments): draw(segments, clip, &canvas)
        case .picture(let picture): draw(picture, clip, &canvas)
        case .errorBars(let bars): draw(bars, clip, &canvas)
        case .text: break
        }
    }

    // MARK: Lines

    private func draw(_ line: LineMark, _ clip: Frame?, _ canvas: inout Canvas) {
        let points = (0..<min(line.x.count, line.y.count)).map {
            Point(projection.x(line.x[$0], line.xSpace), projection.y(line.y[$0], line.ySpace))
        }
        if line.stroke.isVisible {
            canvas.line(Self.path(of: Self.stepped(points, line.steps)), line.stroke, clip: clip)
        }
        guard let marker = line.marker else { return }
        // A marker at the edge of the frame is drawn whole.
        let every = max(line.markEvery, 1)
        let places = points.enumerated().filter { $0.offset % every == 0 && isNear($0.element) }
        MarkerDrawing.draw(marker, at: places.map(\.element), on: &canvas, clip: nil)
    }

    private func isNear(_ point: Point) -> Bool {
        let slack = 0.05
        return point.x >= clip.left - slack && point.x <= clip.right + slack
            && point.y >= clip.top - slack && point.y <= clip.bottom + slack
    }

    static func path(of points: [Point]) -> PathText {
        var path = PathText()
        for piece in pieces(points) {
            let simple = PathSimplifier.simplified(piece)
            path.move(to: simple[0])
            for point in simple.dropFirst() { path.line(to: point) }
            if simple.count == 1 { path.line(to: simple[0]) }
        }
        return path
    }

    /// The stretches without gaps.
    private static func pieces(_ points: [Point]) -> [[Point]] {
        points.split { !$0.isFinite }.map(Array.init)
    }

    private static func stepped(_ points: [Point], _ steps: LineMark.Steps) -> [Point] {
        guard steps != .none, let first = points.first else { return points }
        var result = [first]
        for (from, to) in zip(points, points.dropFirst()) {
            switch steps {
            case .before: result.append(Point(from.x, to.y))
            case .after: result.append(Point(to.x, from.y))
            case .middle:
                let middle = (from.x + to.x) / 2
                result += [Point(middle, from.y), Point(middle, to.y)]
            case .none: break
            }
            result.append(to)
        }
        return result
    }

    private func draw(_ segments: SegmentsMark, _ clip: Frame?, _ canvas: inout Canvas) {
        let paths = segments.paths.map { path in
            path.map { projection.point($0, segments.xSpace, segments.ySpace) }
        }
        guard segments.strokes.count > 1 else {
            guard let stroke = segments.strokes.first else { return }
            var all: [Point] = []
            for path in paths { all += path + [Point(.nan, .nan)] }
            return canvas.line(Self.path(of: all), stroke, clip: clip)
        }
        for (path, stroke) in zip(paths, segments.strokes.cycled(to: paths.count)) {
            canvas.line(Self.path(of: path), stroke, clip: clip)
        }
    }

    private func draw(_ errors: ErrorBarsMark, _ clip: Frame?, _ canvas: inout Canvas) {
        var lines = PathText()
        var caps = PathText()
        for bar in errors.bars {
            let (from, to) = (projection.point(bar.from), projection.point(bar.to))
            guard from.isFinite, to.isFinite else { continue }
            lines.move(to: from)
            lines.line(to: to)
            guard errors.cap > 0 else { continue }
            for end in [from, to] {
                let (dx, dy) = bar.isVertical ? (errors.cap, 0) : (0, errors.cap)
                caps.move(to: Point(end.x - dx, end.y - dy))
                caps.line(to: Point(end.x + dx, end.y + dy))
            }
        }
        canvas.line(lines, errors.stroke, clip: clip)
        canvas.line(caps, Stroke(errors.stroke.color, width: errors.capWidth), clip: clip)
    }

    // MARK: Surfaces

    private func draw(_ area: AreaMark, _ clip: Frame?, _ canvas: inout Canvas) {
        var path = PathText()
        for ring in area.rings {
            let points = ring.map { projection.point($0, area.xSpace, area.ySpace) }
                .filter(\.isFinite)
            let simple = PathSimplifier.simplified(points)
            guard let first = simple.first, simple.count > 2 else { continue }
            path.move(to: first)
            for point in simple.dropFirst() { path.line(to: point) }
            path.close()
        }
        canvas.shape(path, fill: area.fill, edge: area.edge, clip: clip)
    }

    /// Bars of one look that follow each other are one path.
    private func draw(_ mark: BarsMark, _ clip: Frame?, _ canvas: inout Canvas) {
        var path = PathText()
        let fills = mark.fills.cycled(to: mark.bars.count)
        let edges = mark.edges.cycled(to: mark.bars.count)
        for (index, bar) in mark.bars.enumerated() {
            add(bar, of: mark, to: &path)
            let isLast = index + 1 == mark.bars.count
            let changes =
                !isLast && (fills[index] != fills[index + 1] || edges[index] != edges[index + 1])
            guard isLast || changes || overlapsVisibly(fills[index]) else { continue }
            canvas.shape(path, fill: fills[index], edge: edges[index], clip: clip)
            path = PathText()
        }
    }

    /// Shapes that let others through add up where they lie over each other.
    private func overlapsVisibly(_ fill: Color?) -> Bool { (fill?.alpha ?? 1) < 1 }

    private func add(_ bar: BarsMark.Bar, of mark: BarsMark, to path: inout PathText) {
        let (low, high) = (
            projection.point(Point(bar.x0, bar.y0), mark.xSpace, mark.ySpace),
            projection.point(Point(bar.x1, bar.y1), mark.xSpace, mark.ySpace)
        )
        // On a logarithmic axis a bar from zero begins below the frame.
        let bottom = low.y.isNaN ? clip.bottom + 10 : low.y
        let left = low.x.isNaN ? clip.left - 10 : low.x
        guard high.isFinite, bottom.isFinite, left.isFinite else { return }
        path.move(to: Point(left, bottom))
        path.line(to: Point(left, high.y))
        path.line(to: Point(high.x, high.y))
        path.line(to: Point(high.x, bottom))
        path.close()
    }

    private func draw(_ mark: PictureMark, _ clip: Frame?, _ canvas: inout Canvas) {
        let (left, right) = (projection.x(mark.left), projection.x(mark.right))
        let (top, bottom) = (projection.y(mark.top), projection.y(mark.bottom))
        guard Point(left, top).isFinite, Point(right, bottom).isFinite else { return }
        let frame = Frame(
            left: min(left, right), top: min(top, bottom), width: abs(right - left),
            height: abs(bottom - top))
        let isInside =
            frame.left >= self.clip.left - 0.1 && frame.right <= self.clip.right + 0.1
            && frame.top >= self.clip.top - 0.1 && frame.bottom <= self.clip.bottom + 0.1
        canvas.image(
            mark.picture, in: frame, flipsX: right < left, flipsY: bottom < top,
            isSmooth: mark.isSmooth, clip: isInside ? nil : clip)
    }

    // MARK: Points

    private func draw(_ mark: PointsMark, _ clip: Frame?, _ canvas: inout Canvas) {
        let count = min(mark.x.count, mark.y.count)
        guard count > 0 else { return }
        let areas = mark.areas.isEmpty ? [36] : mark.areas
        let fills = mark.fills.isEmpty ? [nil] : mark.fills
        let edges = mark.edges.isEmpty ? [nil] : mark.edges
        var order: [Marker] = []
        var places: [MarkerKey: (index: Int, points: [Point])] = [:]
        for index in 0..<count {
            let point = Point(projection.x(mark.x[index]), projection.y(mark.y[index]))
            guard point.isFinite, isNear(point) else { continue }
            let area = areas[index % areas.count]
            let key = MarkerKey(
                area: area.isFinite ? max(area, 0) : 0, fill: fills[index % fills.count],
                edge: edges[index % edges.count])
            if places[key] == nil {
                places[key] = (order.count, [])
                order.append(
                    Marker(
                        mark.symbol, size: key.area.squareRoot(), fill: key.fill,
                        edge: Stroke(key.edge, width: mark.edgeWidth)))
            }
            places[key]?.points.append(point)
        }
        for group in places.values.sorted(by: { $0.index < $1.index }) {
            MarkerDrawing.draw(order[group.index], at: group.points, on: &canvas, clip: clip)
        }
    }

    private struct MarkerKey: Hashable {
        let area: Double
        let fill, edge: Color?
    }
}

extension Array {
    /// The items again and again, so many; empty where there are none.
    func cycled(to count: Int) -> [Element] {
        isEmpty ? [] : (0..<count).map { self[$0 % self.count] }
    }
}
