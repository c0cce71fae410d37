/// Draws a diagram as SVG.
struct DiagramDrawing {
    private let diagram: Diagram
    private let boxes: [DiagramBox]
    private let layout: DiagramLayout

    /// What stays free around the drawing, in points.
    private static let margin = 6.0

    init(_ diagram: Diagram) {
        self.diagram = diagram
        boxes = diagram.boxes.map(DiagramBox.init)
        layout = DiagramLayout(diagram, boxSizes: boxes.map(\.size))
    }

    var svg: String {
        var canvas = Canvas()
        for group in diagram.groups { draw(group, on: &canvas) }
        for way in layout.ways { ArrowDrawing.draw(through: way, diagram.direction, on: &canvas) }
        for (box, frame) in zip(boxes, layout.frames) { box.draw(in: frame, on: &canvas) }
        let bounds = canvas.bounds ?? Frame(left: 0, top: 0, width: 1, height: 1)
        return SVGDocument(
            title: diagram.title, description: diagram.description,
            frame: bounds.widened(by: Self.margin)
        ).text(canvas)
    }

    private func draw(_ group: Diagram.Group, on canvas: inout Canvas) {
        let frames = group.boxes.map { layout.frames[$0] }
        guard let first = frames.first else { return }
        // A frame keeps clear of those inside it.
        let inside = diagram.groups.filter {
            $0 != group && group.boxes.clamped(to: $0.boxes) == $0.boxes
        }
        let nesting = Double(inside.map { depth(of: $0, in: inside) }.max() ?? 0)
        let padding = DiagramLayout.groupPadding * (nesting + 1)
        let title = DiagramLayout.groupTitle * (nesting + 1)
        let bounds = frames.dropFirst().reduce(first) { $0.union($1) }.widened(by: padding)
        let frame = Frame(
            left: bounds.left, top: bounds.top - title, width: bounds.width,
            height: bounds.height + title)
        canvas.rectangle(
            frame, fill: nil, edge: Stroke(.black.withAlpha(0.35), width: 0.8, dash: .dashed),
            radius: 6)
        canvas.cover(frame)
        canvas.text(
            group.title, at: Point(frame.left + 7, frame.top + 4), TextStyle(size: 9),
            TextAnchor(.left, .top))
    }

    private func depth(of group: Diagram.Group, in groups: [Diagram.Group]) -> Int {
        groups.count { $0.boxes.clamped(to: group.boxes) == group.boxes }
    }
}

/// A box with its words.
struct DiagramBox {
    private let box: Diagram.Box
    private let head: [(block: TextBlock, style: TextStyle)]
    private let rows: [(name: TextBlock, text: TextBlock)]

    private static let padding = 7.0
    private static let leading = 1.3
    private static let rowStyle = TextStyle(size: 9)

    init(_ box: Diagram.Box) {
        self.box = box
        head = box.heading.enumerated().map { index, line in
            let style = TextStyle(size: index == 0 ? 10 : 9, isBold: index == 0)
            return (TextBlock(line.withoutFormulas, size: style.size), style)
        }
        rows = box.rows.map {
            (
                TextBlock($0.name.withoutFormulas, size: Self.rowStyle.size),
                TextBlock($0.text.withoutFormulas, size: Self.rowStyle.size)
            )
        }
    }

    private var nameWidth: Double { rows.map(\.name.width).max() ?? 0 }

    var size: (width: Double, height: Double) {
        // Bold letters are a little wider.
        let headWidth = head.map { $0.block.width * ($0.style.isBold ? 1.08 : 1) }.max() ?? 0
        let rowWidth = rows.isEmpty ? 0 : nameWidth + 10 + (rows.map(\.text.width).max() ?? 0)
        return (max(headWidth, rowWidth) + 2 * Self.padding + 4, headHeight + rowsHeight)
    }

    private var headHeight: Double {
        head.reduce(0) { $0 + $1.style.size * Self.leading } + 2 * Self.padding - 2
    }

    private var rowsHeight: Double {
        rows.isEmpty
            ? 0 : Double(rows.count) * Self.rowStyle.size * Self.leading + 2 * Self.padding - 4
    }

    func draw(in frame: Frame, on canvas: inout Canvas) {
        canvas.rectangle(
            frame, fill: tint,
            edge: Stroke(
                .black.withAlpha(0.55), width: 0.9, dash: box.look == .source ? .dashed : .solid),
            radius: 4)
        canvas.cover(frame)
        drawHead(in: frame, on: &canvas)
        if !rows.isEmpty { drawRows(in: frame, on: &canvas) }
    }

    private var tint: Color? {
        box.look == .recurrent ? Color(0x1F, 0x77, 0xB4, alpha: 0.14) : nil
    }

    private func drawHead(in frame: Frame, on canvas: inout Canvas) {
        var y = frame.top + Self.padding - 1
        for (index, line) in head.enumerated() {
            y += line.style.size * Self.leading / 2
            canvas.text(
                box.heading[index].withoutFormulas, at: Point(frame.left + frame.width / 2, y),
                line.style, TextAnchor(.center, .center))
            y += line.style.size * Self.leading / 2
        }
    }

    private func drawRows(in frame: Frame, on canvas: inout Canvas) {
        let top = frame.top + headHeight
        var rule = PathText()
        rule.move(to: Point(frame.left, top))
        rule.line(to: Point(frame.right, top))
        canvas.line(rule, Stroke(.black.withAlpha(0.3), width: 0.7))
        let left = frame.left + Self.padding + 2
        var y = top + Self.padding - 2
        for row in box.rows {
            y += Self.rowStyle.size * Self.leading / 2
            let style = Self.rowStyle
            canvas.text(
                row.name.withoutFormulas, at: Point(left, y), style, TextAnchor(.left, .center))
            canvas.text(
                row.text.withoutFormulas, at: Point(left + nameWidth + 10, y), style,
                TextAnchor(.left, .center))
            y += Self.rowStyle.size * Self.leading / 2
        }
    }
}
