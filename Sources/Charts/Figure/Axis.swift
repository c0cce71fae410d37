/// One direction of axes: its range, its scale, its ticks and its name.
package struct Axis: Sendable {
    package var scale = Scale.linear
    /// Set ends; nil where the data decide.
    package var low: Double?
    package var high: Double?
    package var margin = 0.05
    package var isInverted = false
    /// Numbers that limits do not move away from, beside those of the marks.
    package var locator: TickLocator?
    package var minorLocator: TickLocator?
    package var formatter: TickFormatter?
    package var label: Title?
    package var ticks = TickStyle()
    package var minorTicks = TickStyle(length: 2, width: 0.6)
    package var grid: GridLines?
    package var minorGrid: GridLines?
    package var isVisible = true
    /// Whether ticks and labels are on the far side: on top, at the right.
    package var isFar = false
    /// Words that stand for 0, 1, 2, …
    package var categories: [String] = []

    package init() {}

    /// How ticks and their labels look.
    package struct TickStyle: Equatable, Sendable {
        package enum Direction: Sendable { case outward, inward, both }

        package var length: Double
        package var width: Double
        package var direction = Direction.outward
        package var pad = 3.5
        package var color = Color.black
        package var text = TextStyle()
        package var showsTicks = true
        package var showsLabels = true
        package var showsFarTicks = false
        package var showsFarLabels = false
        package var alignment: TextAnchor.Horizontal?

        package init(length: Double = 3.5, width: Double = 0.8) {
            (self.length, self.width) = (length, width)
        }
    }

    /// The locator that counts: the axis's own, its categories, or the usual one of its scale.
    var effectiveLocator: TickLocator {
        if let locator { return locator }
        if !categories.isEmpty { return .fixed(categories.indices.map(Double.init)) }
        return switch scale {
        case .linear: .nice(count: nil, integer: false)
        case .log(let base): .log(base: base)
        case .symlog(let base, let threshold): .symlog(base: base, threshold: threshold)
        }
    }

    var effectiveFormatter: TickFormatter {
        if let formatter { return formatter }
        if !categories.isEmpty { return .fixed(categories) }
        return switch scale {
        case .linear: .scalar(.init())
        case .log(let base), .symlog(let base, _): .power(base: base)
        }
    }

    /// The ticks in a range, for an axis with room for so many intervals.
    package func ticks(in range: (low: Double, high: Double), room: Int) -> [Tick] {
        let locator = effectiveLocator
        let places = locator.ticks(range.low, range.high, room: room)
        let labels = effectiveFormatter.labels(places, range.low, range.high)
        let (low, high) = (min(range.low, range.high), max(range.low, range.high))
        let slack = (scale.forward(high) - scale.forward(low)) * 1e-9
        return zip(places, labels.texts).filter { place, _ in
            let at = scale.forward(place)
            return at >= scale.forward(low) - slack && at <= scale.forward(high) + slack
        }.map(Tick.init)
    }

    /// What stands at the end of the axis: `1e6`.
    package func endText(in range: (low: Double, high: Double), room: Int) -> String {
        let places = effectiveLocator.ticks(range.low, range.high, room: room)
        return effectiveFormatter.labels(places, range.low, range.high).end
    }
}

/// A tick and its label.
package struct Tick: Equatable, Sendable {
    package let value: Double
    package let label: String
}

/// Lines through the ticks.
package struct GridLines: Equatable, Sendable {
    package var stroke: Stroke

    package init(_ stroke: Stroke = Stroke(.grid, width: 0.8)) { self.stroke = stroke }
}

extension Axis {
    /// The places of the ticks, those just outside of a range too.
    package func tickPlaces(in range: (low: Double, high: Double), room: Int) -> [Double] {
        effectiveLocator.ticks(range.low, range.high, room: room)
    }

    /// What is written at ticks.
    package func tickTexts(in range: (low: Double, high: Double), at places: [Double]) -> [String] {
        effectiveFormatter.labels(places, range.low, range.high).texts
    }

    /// Whether a note has said where the ticks are.
    package var hasSetTicks: Bool {
        if case .fixed? = locator { true } else { !categories.isEmpty }
    }
}
