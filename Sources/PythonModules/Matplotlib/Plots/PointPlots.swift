import Charts
import PythonRuntime

/// `scatter`.
enum PointPlots {
    static var functions: [(name: String, body: AxesFunctions.Body)] { [("scatter", scatter)] }

    private static func scatter(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let x = try call.data.places(call.required("x"), on: &axes.axes.x)
        let y = try call.data.places(call.required("y"), on: &axes.axes.y)
        guard x.count == y.count else {
            throw python.valueError("x and y must be the same size")
        }
        let sizes = try call.next("s").flatMap { $0.isNone ? nil : try call.data.numbers($0) }
        let c =
            call.next("c").flatMap { $0.isNone ? nil : $0 }
            ?? call.take("color", "facecolors", "facecolor", "fc")
        let marker = try call.next("marker").flatMap { try LineStyles.symbol($0, in: python) }
        let common = try CommonOptions(&call)
        let shown = try colors(c, count: x.count, axes, &call)
        let (fills, scale) = (
            shown.colors.map { $0.withAlpha(common.alpha ?? $0.alpha) }, shown.scale
        )
        let size = call.settings.number("lines.markersize") ?? 6
        let symbol = marker ?? .circle
        let edges = try edgeColors(&call, fills, common.alpha, symbol)
        let width = try call.number("linewidths", "linewidth", "lw")
        call.ignore("plotnonfinite", "norm", "hatch", "linestyles", "linestyle", "ls")
        try call.finish("PathCollection.set()")
        var mark = PointsMark(
            x: x, y: y, symbol: symbol,
            areas: (sizes ?? [size * size]).map { LineStyles.area($0) }, fills: fills,
            edges: edges, edgeWidth: LineStyles.width(width, usual: 1.5))
        if width == nil, shown.isFace { mark.edgeWidth = 1 }
        mark.scale = scale
        let artist = axes.add(common.mark(.points(mark), order: 1), call.types.points)
        if scale != nil { axes.figure?.mappable = artist }
        return .object(artist)
    }

    private static func colors(
        _ value: Value?, count: Int, _ axes: AxesObject, _ call: inout PlotCall
    ) throws -> (colors: [Color], scale: ColorScale?, isFace: Bool) {
        guard let value else {
            call.ignore("cmap", "vmin", "vmax", "norm")
            return ([axes.nextFillColor()], nil, true)
        }
        if let numbers = try mapped(value, count: count, call.data) {
            let scale = try call.colors.scale(&call, over: numbers)
            return (numbers.map(scale.color), scale, true)
        }
        call.ignore("cmap", "vmin", "vmax", "norm")
        let list = try call.colors.list(value)
        guard list.count == 1 || list.count == count else {
            throw call.python.valueError(
                "'c' argument has \(list.count) elements, which is inconsistent with 'x' and 'y' with size \(count)."
            )
        }
        return (list, nil, true)
    }

    /// Numbers, one a point, that a colour map shows; nil for colours.
    private static func mapped(_ value: Value, count: Int, _ data: PlotData) throws -> [Double]? {
        guard value.object != nil, try data.words(value) == nil,
            let table = try? data.table(value), table.shape.count == 1 || table.shape.last == 1,
            table.values.count == count
        else { return nil }
        return table.values
    }

    private static func edgeColors(
        _ call: inout PlotCall, _ fills: [Color], _ alpha: Double?, _ symbol: MarkerSymbol
    ) throws -> [Color?] {
        guard let value = call.take("edgecolors", "edgecolor", "ec"), value.text != "face" else {
            return fills
        }
        if value.text == "none" || value.text == "None" { return [nil] }
        return try call.colors.list(value).map { $0.withAlpha(alpha ?? $0.alpha) }
    }
}

extension LineStyles {
    /// The area of a point, bounded to what can be drawn.
    static func area(_ number: Double) -> Double {
        number.isFinite ? min(max(number, 0), 1e6) : 0
    }
}
