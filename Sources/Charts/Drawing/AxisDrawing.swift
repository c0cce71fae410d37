/// Draws an axis: its ticks, their labels, its name.
struct AxisDrawing {
    let axis: Axis
    let isX: Bool
    let projection: Projection
    /// Where the line of the axis stands: the y of an x axis, the x of a y axis.
    let line: Double
    /// The line on the other side.
    let farLine: Double

    private var frame: Frame { projection.frame }
    private var range: (low: Double, high: Double) { isX ? projection.x : projection.y }
    private var room: Int {
        let size = axis.ticks.text.size
        return isX ? projection.xRoom(size) : projection.yRoom(size)
    }

    private func place(_ value: Double) -> Double {
        isX ? projection.x(value) : projection.y(value)
    }

    private func point(_ along: Double, _ across: Double) -> Point {
        isX ? Point(along, across) : Point(across, along)
    }

    /// -1 where outside is up or to the left on paper, 1 where it is down or to the right.
    private var outward: Double { isX == axis.isFar ? -1 : 1 }

    var ticks: [Tick] { axis.ticks(in: range, room: room) }

    var minorTicks: [Double] {
        let low = min(range.low, range.high)
        let high = max(range.low, range.high)
        let locator = axis.minorLocator ?? (axis.locator == nil ? axis.effectiveLocator : .none)
        if axis.minorLocator != nil {
            let major = Set(ticks.map(\.value))
            return locator.ticks(low, high, room: 40).filter {
                $0 >= low && $0 <= high && !major.contains($0)
            }
        }
        return locator.minorTicks(low, high, room: room)
    }

    // MARK: Grid

    func drawGrid(on canvas: inout Canvas) {
        if let grid = axis.grid { drawGrid(ticks.map(\.value), grid, &canvas) }
        if let grid = axis.minorGrid { drawGrid(minorTicks, grid, &canvas) }
    }

    private func drawGrid(_ values: [Double], _ grid: GridLines, _ canvas: inout Canvas) {
        var path = PathText()
        for value in values {
            let along = place(value)
            guard along.isFinite else { continue }
            path.move(to: isX ? Point(along, frame.bottom) : Point(frame.left, along))
            path.line(to: isX ? Point(along, frame.top) : Point(frame.right, along))
        }
        canvas.line(path, grid.stroke)
    }

    // MARK: Ticks

    func drawTicks(on canvas: inout Canvas) {
        let major = ticks
        drawMarks(major.map(\.value), axis.ticks, &canvas)
        drawMarks(minorTicks, axis.minorTicks, &canvas)
        var reach = 0.0
        if axis.ticks.showsLabels { reach = drawLabels(major, isFarSide: false, &canvas) }
        if axis.ticks.showsFarLabels { _ = drawLabels(major, isFarSide: true, &canvas) }
        reach = max(reach, outside(axis.ticks))
        drawEnd(&canvas, reach)
        drawName(&canvas, reach)
    }

    private func outside(_ style: Axis.TickStyle) -> Double {
        guard style.showsTicks else { return 0 }
        return switch style.direction {
        case .outward: style.length
        case .inward: 0
        case .both: style.length / 2
        }
    }

    private func drawMarks(_ values: [Double], _ style: Axis.TickStyle, _ canvas: inout Canvas) {
        guard style.length > 0, style.showsTicks || style.showsFarTicks else { return }
        let (from, to): (Double, Double)
        switch style.direction {
        case .outward: (from, to) = (0, style.length)
        case .inward: (from, to) = (0, -style.length)
        case .both: (from, to) = (-style.length / 2, style.length / 2)
        }
        var path = PathText()
        for value in values {
            let along = place(value)
            guard along.isFinite else { continue }
            for (shown, start, side) in [
                (style.showsTicks, line, outward), (style.showsFarTicks, farLine, -outward),
            ] where shown {
                path.move(to: point(along, start + from * side))
                path.line(to: point(along, start + to * side))
            }
        }
        canvas.line(path, Stroke(style.color, width: style.width))
    }

    /// Writes the labels; gives how far they reach from the line.
    private func drawLabels(_ ticks: [Tick], isFarSide: Bool, _ canvas: inout Canvas) -> Double {
        let style = axis.ticks
        let side = isFarSide ? -outward : outward
        let start = isFarSide ? farLine : line
        let gap = outside(style) + style.pad
        var reach = gap
        for tick in ticks where !tick.label.isEmpty {
            let along = place(tick.value)
            guard along.isFinite else { continue }
            let frame = canvas.text(
                tick.label, at: point(along, start + gap * side), style.text, anchor(side))
            reach = max(reach, gap + (isX ? frame.height : frame.width))
        }
        return reach
    }

    private func anchor(_ side: Double) -> TextAnchor {
        if isX { return TextAnchor(axis.ticks.alignment ?? .center, side > 0 ? .top : .bottom) }
        let vertical: TextAnchor.Vertical =
            axis.ticks.text.rotation == 0 ? .centerBaseline : .center
        return TextAnchor(axis.ticks.alignment ?? (side > 0 ? .left : .right), vertical)
    }

    /// The power of ten or the offset that the labels have in common.
    private func drawEnd(_ canvas: inout Canvas, _ reach: Double) {
        guard axis.ticks.showsLabels else { return }
        let text = axis.endText(in: range, room: room)
        guard !text.isEmpty else { return }
        let style = TextStyle(size: axis.ticks.text.size, color: axis.ticks.text.color)
        if isX {
            let place = Point(frame.right, line + (reach + 3) * outward)
            canvas.text(text, at: place, style, TextAnchor(.right, outward > 0 ? .top : .bottom))
        } else {
            let place = Point(axis.isFar ? frame.right : frame.left, frame.top - 3)
            canvas.text(text, at: place, style, TextAnchor(axis.isFar ? .right : .left, .baseline))
        }
    }

    private func drawName(_ canvas: inout Canvas, _ reach: Double) {
        guard let label = axis.label, !label.text.isEmpty else { return }
        // matplotlib's distance is to the tight box of the labels; ours has a little air already.
        let distance = (reach + (label.pad ?? 4) - 0.5) * outward
        if isX {
            let place = Point(frame.left + frame.width * (label.x ?? 0.5), line + distance)
            let horizontal: TextAnchor.Horizontal =
                label.x == 0 ? .left : label.x == 1 ? .right : .center
            canvas.text(
                label.text, at: place, label.style,
                TextAnchor(horizontal, outward > 0 ? .top : .bottom))
        } else {
            let place = Point(line + distance, frame.bottom - frame.height * (label.y ?? 0.5))
            canvas.text(
                label.text, at: place, label.style,
                TextAnchor(outward > 0 ? .left : .right, .center))
        }
    }
}
