/// Draws a figure as SVG.
package struct FigureDrawing {
    private let figure: Figure

    /// What stays free around a picture in a note, in points.
    private static let margin = 7.2

    package init(_ figure: Figure) { self.figure = figure }

    private var paper: Frame {
        Frame(
            left: 0, top: 0, width: figure.width * FigureLayout.inch,
            height: figure.height * FigureLayout.inch)
    }

    /// The figure as an SVG document, cut to what is drawn in it as notes show figures; empty where there is
    /// nothing to draw.
    package var svg: String {
        guard !figure.axes.isEmpty || !figure.texts.isEmpty || figure.title != nil else {
            return ""
        }
        var canvas = Canvas()
        canvas.followsPage = figure.background == nil
        draw(on: &canvas, spacing)
        let shown = canvas.bounds.map { bounds in
            Frame(
                left: bounds.left - Self.margin, top: bounds.top - Self.margin,
                width: bounds.width + 2 * Self.margin, height: bounds.height + 2 * Self.margin)
        }
        return document(canvas, shown ?? paper)
    }

    private func draw(on canvas: inout Canvas, _ spacing: Spacing) {
        let layout = FigureLayout(figure, spacing: spacing)
        for (index, axes) in figure.axes.enumerated() {
            drawing(of: axes, at: index, layout).draw(on: &canvas)
        }
        let words = TextDrawing(projection: nil, paper: paper)
        for mark in figure.texts {
            if case .text(let text) = mark.shape, mark.isVisible { words.draw(text, on: &canvas) }
        }
        for legend in figure.legends {
            LegendDrawing(legend: legend, frame: paper).draw(
                on: &canvas, avoiding: LegendObstacles())
        }
        if let title = figure.title, !title.text.isEmpty {
            let place = Point(
                paper.width * (title.x ?? 0.5), paper.height * (1 - (title.y ?? 0.98)))
            canvas.text(title.text, at: place, title.style, TextAnchor(.center, .top))
        }
    }

    private func drawing(of axes: Axes, at index: Int, _ layout: FigureLayout) -> AxesDrawing {
        var axes = axes
        let frame = layout.frames[index]
        var ranges = AxesRanges(axes, at: index, in: figure)
        if case .fixedByLimits(let aspect) = axes.aspect, axes.x.scale.isLinear,
            axes.y.scale.isLinear
        {
            widen(&axes, ranges, frame, aspect)
            ranges = AxesRanges(axes, at: index, in: figure)
        }
        let projection = Projection(axes, ranges: ranges, frame: frame)
        return AxesDrawing(axes: axes, projection: projection, paper: paper)
    }

    /// Widens limits until units of both axes are as long as they should be.
    private func widen(_ axes: inout Axes, _ ranges: AxesRanges, _ frame: Frame, _ aspect: Double) {
        let (x, y) = (ranges.x, ranges.y)
        let wanted = abs(y.high - y.low) * aspect * frame.width / frame.height
        let width = abs(x.high - x.low)
        guard wanted.isFinite, width > 0, wanted > 0 else { return }
        func stretch(_ range: (low: Double, high: Double), by factor: Double, _ axis: inout Axis) {
            let middle = (range.low + range.high) / 2
            let half = (range.high - range.low) / 2 * factor
            (axis.low, axis.high) = (middle - half, middle + half)
            axis.isInverted = false
        }
        if width < wanted {
            stretch(x, by: wanted / width, &axes.x)
        } else {
            stretch(y, by: width / wanted, &axes.y)
        }
    }

    // MARK: Tight layout

    private var spacing: Spacing {
        guard let padding = figure.tightPadding else { return figure.spacing }
        return TightLayout(figure, padding: padding * 10) { index, layout in
            var canvas = Canvas()
            var axes = figure.axes[index]
            // What is cut at the frame needs no room.
            axes.marks.removeAll { if case .text = $0.shape { $0.isClipped } else { false } }
            drawing(of: axes, at: index, layout).draw(on: &canvas)
            return canvas.bounds
        }.spacing
    }

    // MARK: Document

    private func document(_ canvas: Canvas, _ shown: Frame) -> String {
        let description = FigureDescription(figure)
        return SVGDocument(
            title: description.title, description: description.text, frame: shown,
            background: figure.background
        ).text(canvas)
    }
}
