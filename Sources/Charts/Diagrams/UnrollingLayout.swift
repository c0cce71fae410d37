/// Where the boxes of an unrolled model stand: steps from left to right, layers from below.
struct UnrollingLayout {
    /// Where something stands over a drawn step.
    struct Place {
        let step: String
        let x: Double
    }

    let places: [Place]
    /// The middle of the steps that are not drawn; nil where all are.
    let gap: Double?
    /// The tops of the rows' boxes.
    private(set) var tops: [Double] = []
    let boxWidth: Double
    private let rows: [Unrolling.Row]

    static let boxHeight = 26.0
    /// Between the two boxes of a step that is read both ways.
    static let passGap = 4.0
    /// What the frame around them keeps free.
    static let pairPadding = 4.0
    /// From row to row: an arrow with two lines beside it.
    static let rise = 38.0
    static let labelSize = 8.0
    /// Where states come in and go out.
    let sideArrow: Double

    init(_ drawing: Unrolling) {
        rows = drawing.rows
        let labels = drawing.rows.map { TextBlock($0.label, size: 9).width }
        boxWidth = max(labels.max() ?? 0, 44) + 16
        let states = drawing.rows.flatMap { row -> [Unrolling.Pass] in
            if case .recurrent(let passes) = row.kind { passes } else { [] }
        }
        func widest(_ texts: [String]) -> Double {
            texts.map { TextBlock($0, size: Self.labelSize).width }.max() ?? 0
        }
        let symbols = widest(states.map { Unrolling.symbols($0.states, "10") })
        sideArrow = max(symbols + 8, 32)
        let between = max(widest(states.flatMap(\.shape.lines)) + 14, symbols + 14, 42)
        var x = boxWidth / 2
        var places: [Place] = []
        var gap: Double?
        for column in drawing.columns {
            switch column {
            case .step(let step):
                places.append(Place(step: step, x: x))
                x += boxWidth + between
            case .gap:
                gap = x - boxWidth / 2 + 9
                x += between - 4
            }
        }
        self.places = places
        self.gap = gap
        var y = 0.0
        tops = drawing.rows.map { row in
            y -= Self.rise + Self.height(of: row)
            return y
        }
    }

    static func height(of row: Unrolling.Row) -> Double {
        guard case .recurrent(let passes) = row.kind, passes.count > 1 else { return boxHeight }
        let count = Double(passes.count)
        return count * boxHeight + (count - 1) * passGap + 2 * pairPadding
    }

    /// The box of a row at a step; the rows are counted from the input.
    func box(_ row: Int, at x: Double) -> Frame {
        let height = Self.height(of: rows[row])
        if rows[row].kind == .whole, let first = places.first, let last = places.last {
            return Frame(
                left: first.x - boxWidth / 2, top: tops[row],
                width: last.x - first.x + boxWidth, height: height)
        }
        return Frame(left: x - boxWidth / 2, top: tops[row], width: boxWidth, height: height)
    }

    /// The box of one of several ways through time, the first one below.
    func box(_ row: Int, at x: Double, pass: Int) -> Frame {
        let whole = box(row, at: x)
        let isAlone = whole.height == Self.boxHeight
        let bottom = whole.bottom - (isAlone ? 0 : Self.pairPadding)
        let top = bottom - Self.boxHeight - Double(pass) * (Self.boxHeight + Self.passGap)
        return Frame(left: whole.left, top: top, width: whole.width, height: Self.boxHeight)
    }

    /// Whether a row has something at every step, or only after the last.
    func hasSteps(_ row: Int) -> Bool {
        switch rows[row].kind {
        case .steps, .recurrent: true
        case .whole, .last: false
        }
    }
}
