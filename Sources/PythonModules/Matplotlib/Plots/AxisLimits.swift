import Charts
import PythonRuntime

/// `xlim`, `ylim` and the ticks of an axis.
enum AxisLimits {
    /// Sets ends that are given; the greater one first turns the axis around.
    static func set(_ axis: inout Axis, _ low: Double?, _ high: Double?) {
        if let low, low.isFinite { axis.low = low }
        if let high, high.isFinite { axis.high = high }
        if let low = axis.low, let high = axis.high, low > high {
            (axis.low, axis.high) = (high, low)
            axis.isInverted = true
        } else if low != nil || high != nil {
            axis.isInverted = axis.low != nil && axis.high != nil ? false : axis.isInverted
        }
    }

    /// `xlim(…)`: sets what is given and gives what is shown.
    static func limits(_ axes: AxesObject, _ call: inout PlotCall, isX: Bool) throws -> Value {
        let path: WritableKeyPath<Axes, Axis> = isX ? \.x : \.y
        let python = call.python
        var ends: [Value?] = []
        if let first = call.positional.first, call.positional.count == 1, let object = first.object,
            object is TupleObject || object is ListObject || object is ArrayObject
        {
            _ = call.takePositional()
            let pair = try python.list(first)
            guard pair.count == 2 else {
                throw python.valueError(
                    "not enough values to unpack (expected 2, got \(pair.count))")
            }
            ends = pair
        } else {
            let names =
                isX
                ? (["left", "xmin"], ["right", "xmax"]) : (["bottom", "ymin"], ["top", "ymax"])
            ends = [
                call.next(names.0[0], names.0[1]), call.next(names.1[0], names.1[1]),
            ]
        }
        call.ignore("emit", "auto")
        try call.finish(isX ? "set_xlim()" : "set_ylim()")
        func number(_ value: Value?) throws -> Double? {
            guard let value, !value.isNone else { return nil }
            let number = try call.data.places(value, on: &axes.axes[keyPath: path]).first ?? .nan
            guard number.isFinite else {
                throw python.valueError("Axis limits cannot be NaN or Inf")
            }
            return number
        }
        set(&axes.axes[keyPath: path], try number(ends[0]), try number(ends[1]))
        return shown(axes, isX: isX, python)
    }

    static func shown(_ axes: AxesObject, isX: Bool, _ python: Interpreter) -> Value {
        let range = isX ? axes.ranges.x : axes.ranges.y
        // Set limits are Python's own numbers, found ones NumPy's; both print alike.
        return .tuple(
            [
                python.numPyScalar(.float(range.low), .float64),
                python.numPyScalar(.float(range.high), .float64),
            ],
            in: python)
    }

    // MARK: Ticks

    /// `xticks(ticks, labels, rotation=…)`.
    static func ticks(_ axes: AxesObject, _ call: inout PlotCall, isX: Bool) throws -> Value {
        let path: WritableKeyPath<Axes, Axis> = isX ? \.x : \.y
        let python = call.python
        let places = call.next("ticks").flatMap { $0.isNone ? nil : $0 }
        let labels = call.next("labels").flatMap { $0.isNone ? nil : $0 }
        let isMinor = try call.truth("minor") ?? false
        let look = try labelLook(&call, axes.axes[keyPath: path])
        try call.finish("Text.set()")
        if let places {
            let numbers = try call.data.places(places, on: &axes.axes[keyPath: path])
            if isMinor {
                axes.axes[keyPath: path].minorLocator = .fixed(numbers)
            } else {
                setTicks(numbers, axes, isX: isX)
            }
        }
        if let labels { try setLabels(labels, axes, isX: isX, python) }
        axes.axes[keyPath: path].ticks.text = look.style
        axes.axes[keyPath: path].ticks.alignment = look.alignment
        return .tuple(
            [tickObjects(axes, isX: isX, python), labelObjects(axes, isX: isX, call)], in: python)
    }

    /// Ticks at given places; an automatic range reaches out to them.
    static func setTicks(_ places: [Double], _ axes: AxesObject, isX: Bool) {
        let path: WritableKeyPath<Axes, Axis> = isX ? \.x : \.y
        var axis = axes.axes[keyPath: path]
        axis.locator = places.isEmpty ? TickLocator.none : .fixed(places)
        if !axis.categories.isEmpty, axis.formatter == nil {
            let names = axis.categories
            axis.formatter = .fixed(
                places.map { $0 >= 0 && $0 < Double(names.count) ? names[Int($0)] : "" })
        }
        let finite = places.filter(\.isFinite)
        if let low = finite.min(), let high = finite.max() {
            let range = isX ? axes.ranges.x : axes.ranges.y
            if low < min(range.low, range.high) { axis.low = low }
            if high > max(range.low, range.high) { axis.high = high }
        }
        axes.axes[keyPath: path] = axis
    }

    static func setLabels(_ value: Value, _ axes: AxesObject, isX: Bool, _ python: Interpreter)
        throws
    {
        let path: WritableKeyPath<Axes, Axis> = isX ? \.x : \.y
        let words = try Decorations.words(value, python)
        if case .fixed(let places)? = axes.axes[keyPath: path].locator, !words.isEmpty,
            places.count != words.count
        {
            throw python.valueError(
                "The number of FixedLocator locations (\(places.count)), usually from a call to set_ticks, does not match the number of labels (\(words.count))."
            )
        }
        if axes.axes[keyPath: path].locator == nil {
            axes.axes[keyPath: path].locator = .fixed(allTicks(axes, isX: isX))
        }
        axes.axes[keyPath: path].formatter = words.isEmpty ? TickFormatter.none : .fixed(words)
    }

    static func labelLook(_ call: inout PlotCall, _ axis: Axis) throws -> (
        style: TextStyle, alignment: TextAnchor.Horizontal?
    ) {
        let hasSide = call.keywords.contains { $0.name == "ha" || $0.name == "horizontalalignment" }
        let style = try TextStyles.style(&call, usual: axis.ticks.text)
        let anchor = try TextStyles.anchor(&call, usual: TextAnchor())
        call.ignore("backgroundcolor", "bbox", "minor")
        return (style, hasSide ? anchor.horizontal : axis.ticks.alignment)
    }

    // MARK: Looking

    private static func room(_ axes: AxesObject, isX: Bool) -> Int {
        let frame = axes.frame
        let size = isX ? axes.axes.x.ticks.text.size : axes.axes.y.ticks.text.size
        let count = isX ? frame.width / (3 * size) : frame.height / (2 * size)
        return count.isFinite ? Int(min(max(count, 0), 1000)) : 9
    }

    /// The places of all ticks, those just outside too, as matplotlib gives them.
    static func allTicks(_ axes: AxesObject, isX: Bool) -> [Double] {
        let axis = isX ? axes.axes.x : axes.axes.y
        let range = isX ? axes.ranges.x : axes.ranges.y
        return axis.tickPlaces(in: range, room: room(axes, isX: isX))
    }

    private static func tickObjects(_ axes: AxesObject, isX: Bool, _ python: Interpreter) -> Value {
        let types = PlotTypes.of(python)
        let axis = isX ? axes.axes.x : axes.axes.y
        guard axis.hasSetTicks else {
            return ArrayValues.vector(allTicks(axes, isX: isX), in: python)
        }
        let type = isX ? types.xTick : types.yTick
        return .list(
            allTicks(axes, isX: isX).map { _ in
                .object(AxesPartObject(axes, isX ? "x" : "y", type: type))
            },
            in: python)
    }

    static func labelObjects(_ axes: AxesObject, isX: Bool, _ call: PlotCall) -> Value {
        let axis = isX ? axes.axes.x : axes.axes.y
        let places = allTicks(axes, isX: isX)
        let texts = axis.tickTexts(in: isX ? axes.ranges.x : axes.ranges.y, at: places)
        let labels = zip(places, texts).map { place, text -> Value in
            let value = call.python.numPyScalar(.float(place), .float64)
            let number: Value =
                axis.hasSetTicks && place == place.rounded() && abs(place) < 1e15
                ? .int(Int(place)) : value
            return Decorations.decoration(
                text, isX ? [number, .int(0)] : [.int(0), number], axes, call)
        }
        return .list(labels, in: call.python)
    }
}
