/// A rectangle on paper, in points from the upper left corner.
package struct Frame: Equatable, Sendable {
    package var left, top, width, height: Double

    package init(left: Double, top: Double, width: Double, height: Double) {
        (self.left, self.top, self.width, self.height) = (left, top, width, height)
    }

    package var right: Double { left + width }
    package var bottom: Double { top + height }

    func union(_ other: Frame) -> Frame {
        let (left, top) = (min(left, other.left), min(top, other.top))
        return Frame(
            left: left, top: top, width: max(right, other.right) - left,
            height: max(bottom, other.bottom) - top)
    }

    func contains(_ point: Point) -> Bool {
        point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
    }
}

/// Where each of a figure's axes stands on paper.
package struct FigureLayout {
    /// The frames by the axes' numbers.
    package private(set) var frames: [Frame]

    private let figure: Figure
    private let spacing: Spacing
    /// Points an inch.
    static let inch = 72.0

    package init(_ figure: Figure, spacing: Spacing? = nil) {
        self.figure = figure
        self.spacing = spacing ?? figure.spacing
        frames = figure.axes.map { _ in Frame(left: 0, top: 0, width: 0, height: 0) }
        for index in figure.axes.indices { frames[index] = place(figure.axes[index].placement) }
        takeRoomForColorBars()
        for (index, axes) in figure.axes.enumerated() {
            if case .over(let base) = axes.placement, frames.indices.contains(base) {
                frames[index] = frames[base]
            }
        }
        for index in figure.axes.indices { frames[index] = withAspect(index) }
    }

    private var width: Double { figure.width * Self.inch }
    private var height: Double { figure.height * Self.inch }

    private func place(_ placement: Placement) -> Frame {
        switch placement {
        case .grid(let place): return cell(place)
        case .free(let left, let bottom, let w, let h):
            return Frame(
                left: left * width, top: (1 - bottom - h) * height, width: w * width,
                height: h * height)
        case .colorBar, .over: return Frame(left: 0, top: 0, width: 0, height: 0)
        }
    }

    /// The rectangle of cells of a grid.
    func cell(_ place: GridPlace) -> Frame {
        let across = Self.spans(
            place.columns, from: spacing.left, to: spacing.right,
            gap: place.between ?? spacing.between, ratios: place.widthRatios)
        let down = Self.spans(
            place.rows, from: 1 - spacing.top, to: 1 - spacing.bottom,
            gap: place.above ?? spacing.above, ratios: place.heightRatios)
        let left = across[place.columnRange.lowerBound].low
        let right = across[place.columnRange.upperBound].high
        let top = down[place.rowRange.lowerBound].low
        let bottom = down[place.rowRange.upperBound].high
        return Frame(
            left: left * width, top: top * height, width: (right - left) * width,
            height: (bottom - top) * height)
    }

    private static func spans(
        _ count: Int, from low: Double, to high: Double, gap: Double, ratios: [Double]
    ) -> [(low: Double, high: Double)] {
        let cell = (high - low) / (Double(count) + gap * Double(count - 1))
        let sum = ratios.reduce(0, +)
        let usable = ratios.count == count && sum > 0 && ratios.allSatisfy { $0 > 0 }
        var place = low
        return (0..<count).map { index in
            let length = usable ? cell * Double(count) * ratios[index] / sum : cell
            defer { place += length + gap * cell }
            return (place, place + length)
        }
    }

    // MARK: Colour bars

    private mutating func takeRoomForColorBars() {
        for (index, axes) in figure.axes.enumerated() {
            guard case .colorBar(let place) = axes.placement else { continue }
            let parents = place.parents.filter(frames.indices.contains)
            guard let first = parents.first else { continue }
            let whole = parents.dropFirst().reduce(frames[first]) { $0.union(frames[$1]) }
            let pad = place.pad ?? (place.isVertical ? 0.05 : 0.15)
            let kept = max(1 - place.fraction - pad, 0.05)
            for parent in parents { shrink(parent, in: whole, to: kept, place.isVertical) }
            frames[index] = Self.bar(place, in: whole, after: kept + pad)
        }
    }

    private mutating func shrink(_ index: Int, in whole: Frame, to kept: Double, _ isVertical: Bool)
    {
        var frame = frames[index]
        if isVertical {
            frame.left = whole.left + (frame.left - whole.left) * kept
            frame.width *= kept
        } else {
            frame.top = whole.top + (frame.top - whole.top) * kept
            frame.height *= kept
        }
        frames[index] = frame
    }

    private static func bar(_ place: ColorBarPlace, in whole: Frame, after start: Double) -> Frame {
        let aspect = max(place.aspect, 0.1)
        if place.isVertical {
            let length = whole.height * place.shrink
            return Frame(
                left: whole.left + whole.width * start,
                top: whole.top + (whole.height - length) / 2,
                width: min(whole.width * place.fraction, length / aspect), height: length)
        }
        let length = whole.width * place.shrink
        return Frame(
            left: whole.left + (whole.width - length) / 2, top: whole.top + whole.height * start,
            width: length, height: min(whole.height * place.fraction, length / aspect))
    }

    // MARK: Aspect

    private func withAspect(_ index: Int) -> Frame {
        let axes = figure.axes[index]
        var frame = frames[index]
        let ratio: Double
        switch axes.aspect {
        case .free, .fixedByLimits: return frame
        case .box(let box): ratio = box
        case .fixed(let aspect):
            let ranges = AxesRanges(axes, at: index, in: figure)
            let x = abs(axes.x.scale.forward(ranges.x.high) - axes.x.scale.forward(ranges.x.low))
            let y = abs(axes.y.scale.forward(ranges.y.high) - axes.y.scale.forward(ranges.y.low))
            ratio = y / x * aspect
        }
        guard ratio.isFinite, ratio > 0, frame.width > 0, frame.height > 0 else { return frame }
        if frame.height / frame.width > ratio {
            let height = frame.width * ratio
            frame.top += (frame.height - height) / 2
            frame.height = height
        } else {
            let width = frame.height / ratio
            frame.left += (frame.width - width) / 2
            frame.width = width
        }
        return frame
    }
}

/// The ranges of axes, their shared data included.
package struct AxesRanges {
    package let x, y: (low: Double, high: Double)

    package init(_ axes: Axes, at index: Int, in figure: Figure) {
        let group = { (shared: (Axes) -> Int?) -> (first: Axes, others: [Axes]) in
            let root = shared(axes) ?? index
            let others = figure.axes.enumerated().filter { number, other in
                number != index && (number == root || shared(other) == root)
            }.map(\.element)
            let first = figure.axes.indices.contains(root) ? figure.axes[root] : axes
            return (root == index ? axes : first, others)
        }
        let (xRoot, xOthers) = group(\.sharedX)
        let (yRoot, yOthers) = group(\.sharedY)
        var xAxes = axes
        xAxes.x = Self.merged(axes.x, xRoot.x, xOthers.map(\.x))
        var yAxes = axes
        yAxes.y = Self.merged(axes.y, yRoot.y, yOthers.map(\.y))
        x = xAxes.xRange(dataOf: xOthers)
        y = yAxes.yRange(dataOf: yOthers)
    }

    /// Set limits of any of the sharing axes hold for all.
    private static func merged(_ own: Axis, _ root: Axis, _ others: [Axis]) -> Axis {
        var axis = own
        for other in [root] + others {
            axis.low = axis.low ?? other.low
            axis.high = axis.high ?? other.high
            axis.isInverted = axis.isInverted || other.isInverted
        }
        return axis
    }
}
