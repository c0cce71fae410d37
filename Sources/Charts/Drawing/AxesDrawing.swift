/// Draws axes: ground, grid, marks, frame, ticks, titles, legend.
struct AxesDrawing {
    let axes: Axes
    let projection: Projection
    let paper: Frame

    private var frame: Frame { projection.frame }

    func draw(on canvas: inout Canvas) {
        guard axes.isVisible, frame.width > 0, frame.height > 0 else { return }
        let followed = canvas.followsPage
        defer { canvas.followsPage = followed }
        let hasGround = axes.background != nil
        if axes.isAxisOn, axes.isFrameOn, let ground = axes.background {
            canvas.rectangle(frame, fill: ground)
        }
        canvas.cover(frame)
        if let bar = axes.colorBar { ColorBarDrawing(bar: bar, frame: frame).draw(on: &canvas) }
        let axisDrawings = axes.isAxisOn ? self.axisDrawings : []
        if axes.gridOrder <= 1 { for axis in axisDrawings { axis.drawGrid(on: &canvas) } }
        if hasGround || hasPicture { canvas.followsPage = false }
        drawMarks(on: &canvas)
        canvas.followsPage = followed
        if axes.gridOrder > 1 { for axis in axisDrawings { axis.drawGrid(on: &canvas) } }
        if axes.isAxisOn {
            if axes.isFrameOn { drawSpines(on: &canvas) }
            for axis in axisDrawings where axis.axis.isVisible { axis.drawTicks(on: &canvas) }
        }
        drawTexts(on: &canvas)
        drawTitles(on: &canvas, axisDrawings)
        if let legend = axes.legend {
            LegendDrawing(legend: legend, frame: frame).draw(
                on: &canvas, avoiding: obstacles(for: legend))
        }
    }

    /// Whether the marks lie on a picture, whose colours are the same in the dark.
    private var hasPicture: Bool {
        axes.marks.contains {
            if case .picture = $0.shape { true } else { false }
        }
    }

    private var sortedMarks: [Mark] {
        axes.marks.enumerated().filter(\.element.isVisible).sorted {
            ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
        }.map(\.element)
    }

    private func drawMarks(on canvas: inout Canvas) {
        let drawing = MarkDrawing(projection: projection)
        for mark in sortedMarks { drawing.draw(mark, on: &canvas) }
    }

    private func drawTexts(on canvas: inout Canvas) {
        let drawing = TextDrawing(projection: projection, paper: paper)
        let followed = canvas.followsPage
        for mark in sortedMarks {
            guard case .text(let text) = mark.shape else { continue }
            let place = drawing.point(text.place)
            let isInside = frame.contains(place)
            if mark.isClipped, !isInside, text.place.xUnits == .data { continue }
            canvas.followsPage = followed && !(isInside && (hasPicture || axes.background != nil))
            drawing.draw(text, on: &canvas)
        }
        canvas.followsPage = followed
    }

    // MARK: Frame

    private var axisDrawings: [AxisDrawing] {
        let bottom = spinePlace(axes.spines.bottom, frame.bottom, isX: true, outward: 1)
        let top = spinePlace(axes.spines.top, frame.top, isX: true, outward: -1)
        let left = spinePlace(axes.spines.left, frame.left, isX: false, outward: -1)
        let right = spinePlace(axes.spines.right, frame.right, isX: false, outward: 1)
        return [
            AxisDrawing(
                axis: axes.x, isX: true, projection: projection,
                line: axes.x.isFar ? top : bottom, farLine: axes.x.isFar ? bottom : top),
            AxisDrawing(
                axis: axes.y, isX: false, projection: projection,
                line: axes.y.isFar ? right : left, farLine: axes.y.isFar ? left : right),
        ]
    }

    private func spinePlace(
        _ spine: Axes.Spines.Spine, _ edge: Double, isX: Bool, outward: Double
    ) -> Double {
        switch spine.position {
        case nil: return edge
        case .data(let value):
            let place = isX ? projection.y(value) : projection.x(value)
            return place.isFinite ? place : edge
        case .frame(let share):
            return isX ? projection.y(share, .frame) : projection.x(share, .frame)
        case .outward(let distance): return edge + distance * outward
        }
    }

    private func drawSpines(on canvas: inout Canvas) {
        let spines = axes.spines
        let all = [spines.left, spines.bottom, spines.right, spines.top]
        if all.allSatisfy({ $0 == spines.left && $0.isVisible && $0.position == nil }) {
            return canvas.rectangle(
                frame, fill: nil, edge: Stroke(spines.left.color, width: spines.left.width))
        }
        for (spine, edge, isX, outward) in [
            (spines.bottom, frame.bottom, true, 1.0), (spines.top, frame.top, true, -1.0),
            (spines.left, frame.left, false, -1.0), (spines.right, frame.right, false, 1.0),
        ] where spine.isVisible {
            let place = spinePlace(spine, edge, isX: isX, outward: outward)
            var path = PathText()
            path.move(to: isX ? Point(frame.left, place) : Point(place, frame.bottom))
            path.line(to: isX ? Point(frame.right, place) : Point(place, frame.top))
            canvas.line(path, Stroke(spine.color, width: spine.width))
        }
    }

    private func drawTitles(on canvas: inout Canvas, _ axisDrawings: [AxisDrawing]) {
        var top = frame.top
        // Ticks on top push the title up.
        if axes.isAxisOn, axes.x.isFar || axes.x.ticks.showsFarLabels, axes.x.isVisible {
            top -= axes.x.ticks.length + axes.x.ticks.pad + axes.x.ticks.text.size
            if let label = axes.x.label, axes.x.isFar { top -= label.style.size + 4 }
        }
        if axes.isAxisOn, !axes.y.isFar, axisDrawings.count > 1, axes.y.isVisible,
            axes.y.ticks.showsLabels
        {
            let yAxis = axisDrawings[1]
            let room = projection.yRoom(axes.y.ticks.text.size)
            if axes.leftTitle != nil, !yAxis.axis.endText(in: projection.y, room: room).isEmpty {
                top -= axes.y.ticks.text.size + 3
            }
        }
        for (title, share, side) in [
            (axes.title, 0.5, TextAnchor.Horizontal.center), (axes.leftTitle, 0, .left),
            (axes.rightTitle, 1, .right),
        ] {
            guard let title, !title.text.isEmpty else { continue }
            let y = title.y.map { frame.bottom - $0 * frame.height } ?? top
            let place = Point(
                frame.left + frame.width * (title.x ?? share), y - (title.pad ?? 6))
            let anchor = TextAnchor(title.x.map { $0 == share ? side : .center } ?? side, .baseline)
            canvas.text(title.text, at: place, title.style, anchor)
        }
    }

    // MARK: Legend

    /// What a legend should not lie over, in points of the paper.
    private func obstacles(for legend: Legend) -> LegendObstacles {
        guard legend.place == .best, legend.anchor == nil else { return LegendObstacles() }
        var obstacles = LegendObstacles()
        for mark in axes.marks where mark.isVisible { obstacles.add(mark, projection) }
        return obstacles
    }
}
