/// Draws a model unrolled through time as SVG.
struct UnrollingDrawing {
    private let drawing: Unrolling
    private let layout: UnrollingLayout

    private static let margin = 6.0
    private static let tint = Color(0x1F, 0x77, 0xB4, alpha: 0.14)
    private static let small = TextStyle(size: UnrollingLayout.labelSize)

    init(_ drawing: Unrolling) {
        self.drawing = drawing
        layout = UnrollingLayout(drawing)
    }

    var svg: String {
        var canvas = Canvas()
        for row in drawing.rows.indices { draw(row, on: &canvas) }
        inputs(on: &canvas)
        letters(on: &canvas)
        let bounds = canvas.bounds ?? Frame(left: 0, top: 0, width: 1, height: 1)
        return SVGDocument(
            title: "\(drawing.title), unrolled through time", description: drawing.description,
            frame: bounds.widened(by: Self.margin)
        ).text(canvas)
    }

    private var lastPlace: Double { layout.places.last?.x ?? 0 }

    // MARK: Rows

    private func draw(_ row: Int, on canvas: inout Canvas) {
        switch drawing.rows[row].kind {
        case .steps:
            for place in layout.places { box(row, at: place.x, on: &canvas) }
            dots(row, on: &canvas)
        case .recurrent(let passes):
            if passes.count > 1 { pairs(row, on: &canvas) }
            for (index, pass) in passes.enumerated() { draw(row, pass, index, on: &canvas) }
        case .whole, .last:
            box(row, at: lastPlace, on: &canvas)
        }
        name(of: row, on: &canvas)
        outputs(of: row, on: &canvas)
    }

    private func box(_ row: Int, at x: Double, on canvas: inout Canvas) {
        box(layout.box(row, at: x), drawing.rows[row].label, fill: nil, on: &canvas)
    }

    private func box(_ frame: Frame, _ label: String, fill: Color?, on canvas: inout Canvas) {
        canvas.rectangle(
            frame, fill: fill, edge: Stroke(.black.withAlpha(0.55), width: 0.9), radius: 4)
        canvas.cover(frame)
        canvas.text(
            label, at: frame.middle, TextStyle(size: 9), TextAnchor(.center, .center))
    }

    /// Frames around the boxes of steps that are read both ways, which share what goes in and what comes out.
    private func pairs(_ row: Int, on canvas: inout Canvas) {
        for place in layout.places {
            let whole = layout.box(row, at: place.x)
            let margin = UnrollingLayout.pairPadding
            let frame = Frame(
                left: whole.left - margin, top: whole.top, width: whole.width + 2 * margin,
                height: whole.height)
            canvas.rectangle(
                frame, fill: nil, edge: Stroke(.black.withAlpha(0.35), width: 0.8, dash: .dashed),
                radius: 6)
        }
    }

    private func dots(_ row: Int, on canvas: inout Canvas) {
        guard let gap = layout.gap else { return }
        let frame = layout.box(row, at: 0)
        canvas.text(
            "⋯", at: Point(gap, frame.top + frame.height / 2), TextStyle(size: 11),
            TextAnchor(.center, .center))
    }

    private func name(of row: Int, on canvas: inout Canvas) {
        let first = layout.hasSteps(row) ? layout.places.first?.x ?? 0 : lastPlace
        let frame = layout.box(row, at: first)
        var left = frame.left - 8
        if case .recurrent = drawing.rows[row].kind { left -= layout.sideArrow + 2 }
        canvas.text(
            drawing.rows[row].name.withoutFormulas,
            at: Point(left, frame.top + frame.height / 2),
            TextStyle(size: 9, isBold: true), TextAnchor(.right, .center))
    }

    // MARK: States

    private func draw(
        _ row: Int, _ pass: Unrolling.Pass, _ index: Int, on canvas: inout Canvas
    ) {
        let frames = layout.places.map { layout.box(row, at: $0.x, pass: index) }
        let isDouble =
            if case .recurrent(let all) = drawing.rows[row].kind { all.count > 1 } else { false }
        for frame in frames {
            let arrow = isDouble ? (pass.isBackwards ? "← " : "→ ") : ""
            box(frame, arrow + drawing.rows[row].label, fill: Self.tint, on: &canvas)
        }
        let ordered = pass.isBackwards ? Array(frames.reversed()) : frames
        let steps = layout.places.map(\.step)
        let names = pass.isBackwards ? Array(steps.reversed()) : steps
        enter(ordered, pass, on: &canvas)
        for index in ordered.indices.dropLast() {
            states(
                from: ordered[index], to: ordered[index + 1], pass, step: names[index],
                hasShape: index == 0, on: &canvas)
        }
        if pass.returnsState, let last = ordered.last, let step = names.last {
            leave(last, pass, step: step, on: &canvas)
        }
    }

    private func enter(_ frames: [Frame], _ pass: Unrolling.Pass, on canvas: inout Canvas) {
        guard let frame = frames.first else { return }
        let y = frame.top + frame.height / 2
        let side = layout.sideArrow
        let (start, end) =
            pass.isBackwards
            ? (frame.right + side, frame.right) : (frame.left - side, frame.left)
        ArrowDrawing.draw(from: Point(start, y), to: Point(end, y), on: &canvas)
        let text = Unrolling.symbols(pass.states, "0")
        canvas.text(
            text, at: Point((start + end) / 2, y - 3), Self.small, TextAnchor(.center, .bottom))
    }

    private func leave(
        _ frame: Frame, _ pass: Unrolling.Pass, step: String, on canvas: inout Canvas
    ) {
        let y = frame.top + frame.height / 2
        let start = pass.isBackwards ? frame.left : frame.right
        let end = start + (pass.isBackwards ? -1 : 1) * layout.sideArrow
        ArrowDrawing.draw(from: Point(start, y), to: Point(end, y), on: &canvas)
        label(
            Unrolling.symbols(pass.states, step), pass.shape, at: Point((start + end) / 2, y),
            on: &canvas)
    }

    private func states(
        from frame: Frame, to next: Frame, _ pass: Unrolling.Pass, step: String, hasShape: Bool,
        on canvas: inout Canvas
    ) {
        let y = frame.top + frame.height / 2
        let (start, end) = pass.isBackwards ? (frame.left, next.right) : (frame.right, next.left)
        let middle = (start + end) / 2
        if let gap = layout.gap, gap > min(start, end), gap < max(start, end) {
            let half = 8.0 * (pass.isBackwards ? -1 : 1)
            ArrowDrawing.draw(from: Point(start, y), to: Point(gap - half, y), on: &canvas)
            canvas.text(
                "⋯", at: Point(gap, y), TextStyle(size: 11), TextAnchor(.center, .center))
            ArrowDrawing.draw(from: Point(gap + half, y), to: Point(end, y), on: &canvas)
            return
        }
        ArrowDrawing.draw(from: Point(start, y), to: Point(end, y), on: &canvas)
        label(
            Unrolling.symbols(pass.states, step), hasShape ? pass.shape : nil, at: Point(middle, y),
            on: &canvas)
    }

    /// The symbol above an arrow, the shape below.
    private func label(
        _ symbol: String, _ shape: Unrolling.Shape?, at place: Point, on canvas: inout Canvas
    ) {
        canvas.text(
            symbol, at: Point(place.x, place.y - 3), Self.small, TextAnchor(.center, .bottom))
        guard let shape else { return }
        canvas.text(
            shape.lines.joined(separator: "\n"), at: Point(place.x, place.y + 3), Self.small,
            TextAnchor(.center, .top))
    }

    // MARK: Ways up

    private func inputs(on canvas: inout Canvas) {
        let isStepwise =
            drawing.rows.isEmpty || layout.hasSteps(0) || drawing.rows[0].kind == .whole
        for (index, place) in layout.places.enumerated() where isStepwise || index == 0 {
            up(from: 0, into: 0, x: place.x, shape: index == 0 ? drawing.input : nil, on: &canvas)
            canvas.text(
                "$x_{\(place.step)}$", at: Point(place.x, 3), TextStyle(size: 10),
                TextAnchor(.center, .top))
        }
    }

    /// An arrow from a height into the boxes of a row.
    private func up(
        from start: Double, into row: Int, x: Double, shape: Unrolling.Shape?,
        on canvas: inout Canvas
    ) {
        guard drawing.rows.indices.contains(row) else { return }
        arrow(from: start, to: layout.box(row, at: x).bottom, x: x, shape: shape, on: &canvas)
    }

    private func arrow(
        from start: Double, to end: Double, x: Double, shape: Unrolling.Shape?,
        on canvas: inout Canvas
    ) {
        ArrowDrawing.draw(from: Point(x, start), to: Point(x, end), on: &canvas)
        canvas.cover(Frame(left: x, top: end, width: 0, height: start - end))
        guard let shape else { return }
        canvas.text(
            shape.lines.joined(separator: "\n"), at: Point(x + 5, (start + end) / 2), Self.small,
            TextAnchor(.left, .center))
    }

    private func outputs(of row: Int, on canvas: inout Canvas) {
        let shape = drawing.rows[row].output
        let isTop = row == drawing.rows.count - 1
        let places =
            layout.hasSteps(row) && drawing.rows[row].givesSteps
            ? layout.places : layout.places.suffix(1)
        for (index, place) in places.enumerated() {
            let start = layout.box(row, at: place.x).top
            let label = index == 0 ? shape : nil
            if isTop {
                arrow(from: start, to: start - 30, x: place.x, shape: label, on: &canvas)
            } else {
                up(from: start, into: row + 1, x: place.x, shape: label, on: &canvas)
            }
        }
    }

    // MARK: Letters

    private func letters(on canvas: inout Canvas) {
        guard !drawing.letters.isEmpty else { return }
        let left = canvas.bounds?.left ?? 0
        canvas.text(
            drawing.letters.map(\.text).joined(separator: " · ").withoutFormulas,
            at: Point(left, 24), TextStyle(size: 9), TextAnchor(.left, .top))
    }
}

extension Frame {
    fileprivate var middle: Point { Point(left + width / 2, top + height / 2) }
}

extension String {
    /// The text where no dollar begins a formula.
    var withoutFormulas: String {
        split(separator: "$", omittingEmptySubsequences: false).joined(separator: "\\$")
    }
}
