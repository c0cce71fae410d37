/// A coordinate system with what is drawn in it.
package struct Axes: Sendable {
    package var placement: Placement
    package var x = Axis()
    package var y = Axis()
    package var marks: [Mark] = []
    package var title: Title?
    package var leftTitle: Title?
    package var rightTitle: Title?
    package var legend: Legend?
    package var background: Color?
    package var isFrameOn = true
    /// Whether anything around the marks is drawn.
    package var isAxisOn = true
    package var spines = Spines()
    package var aspect = Aspect.free
    /// Whether the grid lies over the marks.
    package var gridOrder = 0.5
    package var colorBar: ColorBar?
    /// The number of the axes whose x (or y) range it shares.
    package var sharedX: Int?
    package var sharedY: Int?
    /// Whether tick labels are left to the outermost of shared axes.
    package var isVisible = true

    package init(_ placement: Placement) { self.placement = placement }

    package enum Aspect: Equatable, Sendable {
        case free
        /// Height of a unit of y against the width of a unit of x; the frame shrinks to fit.
        case fixed(Double)
        /// The same, but the limits widen to fit.
        case fixedByLimits(Double)
        /// Height of the frame against its width.
        case box(Double)
    }

    /// The four lines around.
    package struct Spines: Equatable, Sendable {
        package struct Spine: Equatable, Sendable {
            package var isVisible = true
            package var color = Color.black
            package var width = 0.8
            /// Where it stands; nil for the edge of the frame.
            package var position: Position?

            package enum Position: Equatable, Sendable {
                case data(Double), frame(Double), outward(Double)
            }
        }

        package var left = Spine()
        package var right = Spine()
        package var bottom = Spine()
        package var top = Spine()
    }

    /// Colours and their numbers, drawn as the content of the axes.
    package struct ColorBar: Sendable {
        package var scale: ColorScale
        package var isVertical: Bool
        package var alpha: Double?

        package init(_ scale: ColorScale, isVertical: Bool) {
            (self.scale, self.isVertical) = (scale, isVertical)
        }
    }

    // MARK: Limits

    /// The range that is shown, from left to right or from bottom to top.
    package func xRange(dataOf others: [Axes] = []) -> (low: Double, high: Double) {
        range(x, marks: [self] + others) {
            $0.xData
        } sticky: {
            $0.stickyX
        }
    }

    package func yRange(dataOf others: [Axes] = []) -> (low: Double, high: Double) {
        range(y, marks: [self] + others) {
            $0.yData
        } sticky: {
            $0.stickyY
        }
    }

    private func range(
        _ axis: Axis, marks group: [Axes], data: (Mark) -> DataRange, sticky: (Mark) -> [Double]
    ) -> (low: Double, high: Double) {
        var (low, high) = (axis.low ?? 0, axis.high ?? 1)
        if axis.low == nil || axis.high == nil {
            let automatic = automaticRange(axis, group, data, sticky)
            low = axis.low ?? automatic.low
            high = axis.high ?? automatic.high
        }
        if low == high { (low, high) = Limits.apart(low, high, by: 0.05) }
        return axis.isInverted ? (high, low) : (low, high)
    }

    private func automaticRange(
        _ axis: Axis, _ group: [Axes], _ data: (Mark) -> DataRange, _ sticky: (Mark) -> [Double]
    ) -> (low: Double, high: Double) {
        let marks = group.flatMap(\.marks).filter(\.setsLimits)
        guard !marks.isEmpty else { return axis.scale.isLogarithmic ? (0.1, 1) : (0, 1) }
        var range = DataRange()
        var edges: [Double] = []
        for mark in marks {
            range.add(data(mark))
            edges += sticky(mark)
        }
        return Limits.around(range, sticky: edges, margin: axis.margin, scale: axis.scale)
    }
}

extension Mark {
    /// The numbers that the x axis must show.
    var xData: DataRange { data(\.x, \.xSpace, \.xSpace, \.xSpace, \.xSpace) }

    var yData: DataRange { data(\.y, \.ySpace, \.ySpace, \.ySpace, \.ySpace) }

    private func data(
        _ part: KeyPath<Point, Double>, _ line: KeyPath<LineMark, Space>,
        _ bars: KeyPath<BarsMark, Space>, _ area: KeyPath<AreaMark, Space>,
        _ segments: KeyPath<SegmentsMark, Space>
    ) -> DataRange {
        let isX = part == \Point.x
        switch shape {
        case .line(let mark):
            guard mark[keyPath: line] == .data else { return DataRange() }
            return Self.paired(mark.x, mark.y, isX: isX)
        case .points(let mark): return Self.paired(mark.x, mark.y, isX: isX)
        case .bars(let mark):
            guard mark[keyPath: bars] == .data else { return DataRange() }
            return DataRange(mark.bars.flatMap { isX ? [$0.x0, $0.x1] : [$0.y0, $0.y1] })
        case .area(let mark):
            guard mark[keyPath: area] == .data else { return DataRange() }
            return DataRange(mark.rings.lazy.joined().map { $0[keyPath: part] })
        case .segments(let mark):
            guard mark[keyPath: segments] == .data else { return DataRange() }
            return DataRange(mark.paths.lazy.joined().map { $0[keyPath: part] })
        case .picture(let mark):
            return DataRange(isX ? [mark.left, mark.right] : [mark.bottom, mark.top])
        case .errorBars(let mark):
            return DataRange(
                mark.bars.flatMap { [$0.from[keyPath: part], $0.to[keyPath: part]] })
        case .text: return DataRange()
        }
    }

    /// Points count only where both of their numbers are finite.
    private static func paired(_ x: [Double], _ y: [Double], isX: Bool) -> DataRange {
        var range = DataRange()
        for index in 0..<min(x.count, y.count) where x[index].isFinite && y[index].isFinite {
            range.add(isX ? x[index] : y[index])
        }
        return range
    }

    var stickyX: [Double] {
        switch shape {
        case .bars(let mark): mark.stickyX
        case .picture(let mark): [mark.left, mark.right]
        default: []
        }
    }

    var stickyY: [Double] {
        switch shape {
        case .bars(let mark): mark.stickyY
        case .picture(let mark): [mark.bottom, mark.top]
        default: []
        }
    }
}
