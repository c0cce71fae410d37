/// Draws a legend and finds its place.
struct LegendDrawing {
    let legend: Legend
    /// The rectangle that it belongs into.
    let frame: Frame

    private var size: Double { legend.fontSize }
    private var handle: Double { legend.handleLength * size }
    private var gap: Double { legend.handleTextPad * size }
    /// Text of the usual height stands on 0.7 of its size.
    private static let lineHeight = 0.97

    /// The entries in columns from top to bottom.
    private var columns: [[Legend.Entry]] {
        let count = min(max(legend.columns, 1), max(legend.entries.count, 1))
        let (rows, more) = (legend.entries.count / count, legend.entries.count % count)
        var start = 0
        return (0..<count).map { index in
            let end = start + rows + (index < more ? 1 : 0)
            defer { start = end }
            return Array(legend.entries[start..<end])
        }
    }

    private func height(of entry: Legend.Entry) -> Double {
        let lines = entry.label.split(separator: "\n", omittingEmptySubsequences: false).count
        return (Double(max(lines, 1) - 1) * TextBlock.leading + Self.lineHeight) * size
    }

    private func width(of column: [Legend.Entry]) -> Double {
        handle + gap + (column.map { TextBlock($0.label, size: size).width }.max() ?? 0)
    }

    private func height(of column: [Legend.Entry]) -> Double {
        let gaps = Double(column.count - 1) * legend.labelSpacing * size
        return column.reduce(gaps) { $0 + height(of: $1) }
    }

    private var titleHeight: Double {
        legend.title.map { ($0.style.size + legend.labelSpacing * size) } ?? 0
    }

    private var extent: (width: Double, height: Double) {
        let pad = 2 * legend.borderPad * size
        let columns = columns
        var width = columns.map(self.width).reduce(0, +)
        width += Double(columns.count - 1) * legend.columnSpacing * size
        if let title = legend.title {
            width = max(width, TextBlock(title.text, size: title.style.size).width)
        }
        let height = columns.map(self.height).max() ?? 0
        return (width + pad, height + titleHeight + pad)
    }

    func draw(on canvas: inout Canvas, avoiding obstacles: LegendObstacles) {
        guard !legend.entries.isEmpty || legend.title != nil else { return }
        let box = place(avoiding: obstacles)
        canvas.cover(box)
        if legend.hasFrame {
            canvas.rectangle(
                box, fill: (legend.fill ?? .white).withAlpha(legend.frameOpacity),
                edge: Stroke(legend.edge.withAlpha(legend.frameOpacity), width: 1),
                radius: 0.2 * size, usesPaper: legend.fill == nil)
        }
        var left = box.left + legend.borderPad * size
        let top = box.top + legend.borderPad * size
        if let title = legend.title {
            canvas.text(
                title.text, at: Point(box.left + box.width / 2, top), title.style,
                TextAnchor(.center, .top))
        }
        for column in columns {
            draw(column, at: Point(left, top + titleHeight), on: &canvas)
            left += width(of: column) + legend.columnSpacing * size
        }
    }

    private func draw(_ column: [Legend.Entry], at corner: Point, on canvas: inout Canvas) {
        var top = corner.y
        for entry in column {
            let height = height(of: entry)
            draw(entry.sample, left: corner.x, middle: top + height / 2, on: &canvas)
            canvas.text(
                entry.label, at: Point(corner.x + handle + gap, top + height / 2),
                TextStyle(size: size, color: legend.textColor), TextAnchor(.left, .center))
            top += height + legend.labelSpacing * size
        }
    }

    private func draw(
        _ sample: Legend.Sample, left: Double, middle: Double, on canvas: inout Canvas
    ) {
        let center = Point(left + handle / 2, middle)
        switch sample {
        case .line(let stroke, let marker):
            var path = PathText()
            path.move(to: Point(left, middle))
            path.line(to: Point(left + handle, middle))
            canvas.line(path, stroke)
            if let marker { MarkerDrawing.draw(marker, at: [center], on: &canvas, clip: nil) }
        case .patch(let fill, let edge):
            let height = 0.7 * size
            let patch = Frame(left: left, top: middle - height / 2, width: handle, height: height)
            canvas.rectangle(patch, fill: fill, edge: edge)
        case .point(let marker):
            MarkerDrawing.draw(marker, at: [center], on: &canvas, clip: nil)
        case .empty: break
        }
    }

    // MARK: Place

    private func place(avoiding obstacles: LegendObstacles) -> Frame {
        let (width, height) = extent
        var parent = frame
        if let anchor = legend.anchor, anchor.count >= 2 {
            let size = anchor.count >= 4 ? (anchor[2], anchor[3]) : (0, 0)
            parent = Frame(
                left: frame.left + anchor[0] * frame.width,
                top: frame.bottom - (anchor[1] + size.1) * frame.height,
                width: size.0 * frame.width, height: size.1 * frame.height)
        }
        func box(_ place: Legend.Place) -> Frame {
            let pad = legend.borderAxesPad * size
            let share = place.share
            return Frame(
                left: parent.left + pad + share.x * (parent.width - 2 * pad - width),
                top: parent.top + pad + share.y * (parent.height - 2 * pad - height),
                width: width, height: height)
        }
        guard legend.place == .best, legend.anchor == nil else { return box(legend.place) }
        var best = (frame: box(.upperRight), badness: Int.max)
        for number in 1...10 {
            guard let place = Legend.Place(rawValue: number) else { continue }
            let candidate = box(place)
            let badness = obstacles.badness(of: candidate)
            if badness < best.badness { best = (candidate, badness) }
            if badness == 0 { break }
        }
        return best.frame
    }
}
