/// Puts the numbers of axes on paper.
struct Projection {
    let frame: Frame
    let xScale, yScale: Scale
    let x, y: (low: Double, high: Double)
    private let xStart, xLength, yStart, yLength: Double

    init(_ axes: Axes, ranges: AxesRanges, frame: Frame) {
        self.frame = frame
        (xScale, yScale, x, y) = (axes.x.scale, axes.y.scale, ranges.x, ranges.y)
        xStart = xScale.forward(x.low)
        xLength = xScale.forward(x.high) - xStart
        yStart = yScale.forward(y.low)
        yLength = yScale.forward(y.high) - yStart
    }

    func x(_ value: Double, _ space: Space = .data) -> Double {
        let share = space == .frame ? value : (xScale.forward(value) - xStart) / xLength
        return frame.left + share * frame.width
    }

    func y(_ value: Double, _ space: Space = .data) -> Double {
        let share = space == .frame ? value : (yScale.forward(value) - yStart) / yLength
        return frame.bottom - share * frame.height
    }

    func point(_ point: Point, _ xSpace: Space = .data, _ ySpace: Space = .data) -> Point {
        Point(x(point.x, xSpace), y(point.y, ySpace))
    }

    /// Intervals that have room for their labels.
    func xRoom(_ fontSize: Double) -> Int { Self.room(frame.width, 3 * fontSize) }
    func yRoom(_ fontSize: Double) -> Int { Self.room(frame.height, 2 * fontSize) }

    private static func room(_ length: Double, _ need: Double) -> Int {
        guard need > 0, length.isFinite else { return 9 }
        return Int(min(max(length / need, 0), 1000))
    }
}
