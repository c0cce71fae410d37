import Charts
import PythonRuntime

/// `contour` and `contourf`.
enum ContourPlots {
    static var functions: [(name: String, body: AxesFunctions.Body)] {
        [
            ("contour", { try contour($0, &$1, isFilled: false) }),
            ("contourf", { try contour($0, &$1, isFilled: true) }),
            (
                "clabel",
                { axes, call in
                    _ = call.takePositional()
                    return .list([], in: call.python)
                }
            ),
        ]
    }

    private static func contour(
        _ axes: AxesObject, _ call: inout PlotCall, isFilled: Bool
    ) throws -> Value {
        let python = call.python
        let values = call.takePositional()
        let hasPlaces = values.count >= 3
        guard let first = values.first else {
            throw python.typeError(
                "contour() takes from 1 to 4 positional arguments but 0 were given")
        }
        let table = try call.data.table(hasPlaces ? values[2] : first)
        guard table.shape.count == 2, table.shape[0] > 1, table.shape[1] > 1 else {
            throw python.typeError("Input z must be at least a (2, 2) shaped array")
        }
        let (rows, columns) = (table.shape[0], table.shape[1])
        let x =
            hasPlaces
            ? try places(values[0], columns, isColumns: true, call.data)
            : (0..<columns).map(Double.init)
        let y =
            hasPlaces
            ? try places(values[1], rows, isColumns: false, call.data) : (0..<rows).map(Double.init)
        let levelValue = call.take("levels") ?? values.dropFirst(hasPlaces ? 3 : 1).first
        let levels = try levels(levelValue, over: table.values, isFilled: isFilled, call.data)
        var scale = try call.colors.scale(&call, over: levels)
        if isFilled, levels.count > 1 {
            scale = ColorScale(scale.map, low: scale.low, high: scale.high)
        }
        let colors = try call.take("colors").map { try call.colors.list($0) }
        let width = try call.take("linewidths", "linewidth").map { try call.data.numbers($0).first }
        let dash = try call.take("linestyles").flatMap {
            $0.text == nil ? nil : try LineStyles.dash($0, in: python)
        }
        call.ignore("extend", "origin", "extent", "locator", "corner_mask", "nchunk", "hatches")
        let common = try CommonOptions(&call)
        try call.finish("QuadContourSet.set()")
        let field = ContourField(x: x, y: y, values: table.values)
        var marks: [Mark] = []
        if isFilled {
            for (index, (low, high)) in zip(levels, levels.dropFirst()).enumerated() {
                let color = colors.map { $0[index % $0.count] } ?? scale.color((low + high) / 2)
                let shade = color.withAlpha(common.alpha ?? color.alpha)
                let isLast = index == levels.count - 2
                // A thin edge of the same colour closes the seams between neighbours.
                let edge = Stroke(shade.alpha < 1 ? nil : shade, width: 0.4)
                let rings = field.band(low, high, includesHigh: isLast)
                marks.append(common.mark(.area(AreaMark(rings, fill: shade, edge: edge)), order: 1))
            }
        } else {
            for (index, level) in levels.enumerated() {
                let color = colors.map { $0[index % $0.count] } ?? scale.color(level)
                let usual: Dash = colors?.count == 1 && level < 0 ? .dashed : .solid
                let stroke = Stroke(
                    color.withAlpha(common.alpha ?? color.alpha),
                    width: LineStyles.width(width ?? nil, usual: 1.5), dash: dash ?? usual)
                let lines = field.lines(level)
                marks.append(
                    common.mark(.segments(SegmentsMark(lines, strokes: [stroke])), order: 2))
            }
        }
        for mark in marks { axes.add(mark, call.types.contour) }
        // The whole set carries the scale, for a colour bar, and the extent of the data.
        var holder = SegmentsMark(
            [[Point(x.min() ?? 0, y.min() ?? 0), Point(x.max() ?? 1, y.max() ?? 1)]],
            strokes: [Stroke(nil, width: 0)])
        holder.scale = scale
        let set = axes.add(Mark(.segments(holder), order: 1), call.types.contour)
        axes.axes.x.margin = 0
        axes.axes.y.margin = 0
        axes.figure?.mappable = set
        return .object(set)
    }

    private static func places(_ value: Value, _ count: Int, isColumns: Bool, _ data: PlotData)
        throws
        -> [Double]
    {
        let table = try data.table(value)
        var places = table.values
        if table.shape.count == 2 {
            let columns = max(table.shape[1], 1)
            places =
                isColumns
                ? Array(places.prefix(columns))
                : stride(from: 0, to: places.count, by: columns).map { places[$0] }
        }
        guard places.count == count else {
            throw data.python.typeError(
                "Length of \(isColumns ? "x" : "y") (\(places.count)) must match number of \(isColumns ? "columns" : "rows") in z (\(count))"
            )
        }
        return places
    }

    private static func levels(
        _ value: Value?, over values: [Double], isFilled: Bool, _ data: PlotData
    ) throws -> [Double] {
        var count = 7
        if let value {
            if let number = value.integer {
                count = min(max(number, 1), 200)
            } else {
                return try data.numbers(value)
            }
        }
        let range = DataRange(values)
        guard !range.isEmpty else { return [0, 1] }
        let ticks = TickLocator.nice(count: count + 1, integer: false)
            .ticks(range.low, range.high, room: count + 1)
        let below = ticks.lastIndex { $0 < range.low } ?? 0
        let above = ticks.firstIndex { $0 > range.high } ?? ticks.count - 1
        guard below <= above else { return ticks }
        let around = Array(ticks[below...above])
        return isFilled ? around : around.filter { $0 > range.low && $0 < range.high }
    }
}
