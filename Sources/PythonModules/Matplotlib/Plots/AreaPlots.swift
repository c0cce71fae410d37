import Charts
import PythonRuntime

/// Filled surfaces: `fill_between`, `fill`, `stackplot`.
enum AreaPlots {
    static var functions: [(name: String, body: AxesFunctions.Body)] {
        [
            ("fill_between", { try between($0, &$1, isVertical: true) }),
            ("fill_betweenx", { try between($0, &$1, isVertical: false) }),
            ("fill", fill), ("stackplot", stack),
        ]
    }

    private static func between(
        _ axes: AxesObject, _ call: inout PlotCall, isVertical: Bool
    ) throws -> Value {
        let python = call.python
        let along = isVertical ? \Axes.x : \Axes.y
        let places = try call.data.places(
            isVertical ? call.required("x") : call.required("y"), on: &axes.axes[keyPath: along])
        let first = try call.data.numbers(isVertical ? call.required("y1") : call.required("x1"))
        let second =
            try (isVertical ? call.next("y2") : call.next("x2")).map { try call.data.numbers($0) }
            ?? [0]
        let filter = try call.next("where").flatMap { $0.isNone ? nil : try call.data.numbers($0) }
        call.ignore("interpolate")
        let step = try call.text("step")
        let common = try CommonOptions(&call)
        let look = try FillLook(&call, axes, common)
        try call.finish("PolyCollection.set()")
        let count = places.count
        guard [1, count].contains(first.count), [1, count].contains(second.count),
            filter == nil || filter?.count == count
        else {
            throw python.valueError(
                "operands could not be broadcast together with shapes (\(count),) (\(first.count),) (\(second.count),)"
            )
        }
        var rings: [[Point]] = []
        var upper: [Point] = []
        var lower: [Point] = []
        func close() {
            if upper.count > 1 {
                rings.append(stepped(upper, step) + stepped(lower, step).reversed())
            }
            (upper, lower) = ([], [])
        }
        for index in 0..<count {
            let (a, b) = (first[index % first.count], second[index % second.count])
            let isIn = filter.map { $0[index] != 0 } ?? true
            guard isIn, a.isFinite, b.isFinite, places[index].isFinite else {
                close()
                continue
            }
            upper.append(isVertical ? Point(places[index], a) : Point(a, places[index]))
            lower.append(isVertical ? Point(places[index], b) : Point(b, places[index]))
        }
        close()
        let area = AreaMark(
            rings, fill: look.fills.first ?? nil, edge: look.edges.first ?? Stroke(nil, width: 0))
        return .object(axes.add(common.mark(.area(area), order: 1), call.types.area))
    }

    private static func stepped(_ points: [Point], _ step: String?) -> [Point] {
        guard let step, let first = points.first else { return points }
        var result = [first]
        for (from, to) in zip(points, points.dropFirst()) {
            switch step {
            case "post": result.append(Point(to.x, from.y))
            case "mid":
                let middle = (from.x + to.x) / 2
                result += [Point(middle, from.y), Point(middle, to.y)]
            default: result.append(Point(from.x, to.y))
            }
            result.append(to)
        }
        return result
    }

    private static func fill(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let values = call.takePositional()
        let common = try CommonOptions(&call)
        var polygons: [(x: [Double], y: [Double], color: Color?)] = []
        var index = 0
        while index + 1 < values.count {
            let (x, y) = (
                try call.data.numbers(values[index]), try call.data.numbers(values[index + 1])
            )
            index += 2
            var color: Color?
            if index < values.count, values[index].text != nil {
                color = try FormatText(values[index].text ?? "", in: python).color
                index += 1
            }
            polygons.append((x, y, color))
        }
        let look = try FillLook(&call, axes, common)
        try call.finish("Polygon.set()")
        let patches = polygons.map { polygon -> Value in
            let ring = zip(polygon.x, polygon.y).map { Point($0, $1) }
            let area = AreaMark(
                [ring], fill: polygon.color?.withAlpha(common.alpha) ?? look.fills.first ?? nil,
                edge: look.edges.first ?? Stroke(nil, width: 0))
            return .object(axes.add(common.mark(.area(area), order: 1), call.types.area))
        }
        return .list(patches, in: python)
    }

    private static func stack(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let x = try call.data.places(call.required("x"), on: &axes.axes.x)
        var layers: [[Double]] = []
        for value in call.takePositional() {
            let table = try call.data.table(value)
            if table.shape.count == 2 {
                let columns = table.shape[1]
                for row in 0..<table.shape[0] {
                    layers.append(Array(table.values[(row * columns)..<((row + 1) * columns)]))
                }
            } else {
                layers.append(table.values)
            }
        }
        let labels = try call.take("labels").map { try Decorations.words($0, python) } ?? []
        let colors = try call.take("colors").map { try call.colors.list($0) }
        call.ignore("baseline")
        let common = try CommonOptions(&call)
        try call.finish("PolyCollection.set()")
        var low = [Double](repeating: 0, count: x.count)
        var results: [Value] = []
        for (index, layer) in layers.enumerated() {
            guard layer.count == x.count else {
                throw python.valueError("x and y must have same first dimension")
            }
            let high = zip(low, layer).map(+)
            let ring =
                zip(x, high).map { Point($0, $1) } + zip(x, low).map { Point($0, $1) }.reversed()
            let color = colors.map { $0[index % $0.count] } ?? axes.nextFillColor()
            var mark = common.mark(
                .area(
                    AreaMark(
                        [ring], fill: color.withAlpha(common.alpha ?? color.alpha),
                        edge: Stroke(nil, width: 0))), order: 1)
            if index < labels.count { mark.label = labels[index] }
            results.append(.object(axes.add(mark, call.types.area)))
            low = high
        }
        return .list(results, in: python)
    }
}
