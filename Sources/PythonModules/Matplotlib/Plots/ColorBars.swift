import Charts
import PythonRuntime

/// `colorbar`.
enum ColorBars {
    static func colorBar(_ figure: FigureObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let given = call.next("mappable").flatMap { $0.isNone ? nil : $0 }
        guard
            let source = (given?.object as? ArtistObject) ?? (given == nil ? figure.mappable : nil),
            let scale = source.scale
        else {
            throw python.error(
                "RuntimeError",
                "No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf)."
            )
        }
        if !call.positional.isEmpty { call = call.named(["cax", "ax"]) }
        let target = call.take("cax")?.object as? AxesObject
        let parents =
            try parents(call.take("ax"), python) ?? [source.axes ?? call.session.currentAxes]
        let isVertical = try call.text("orientation") != "horizontal"
        var place = ColorBarPlace(parents: [])
        place.isVertical = isVertical
        place.fraction = try call.number("fraction") ?? 0.15
        place.pad = try call.number("pad")
        place.shrink = try call.number("shrink") ?? 1
        place.aspect = try call.number("aspect") ?? 20
        let label = call.take("label")
        let ticks = call.take("ticks")
        let format = call.take("format")
        call.ignore(
            "extend", "spacing", "location", "drawedges", "alpha", "use_gridspec", "panchor",
            "anchor")
        try call.finish("Colorbar.__init__()")
        guard place.fraction > 0, place.fraction < 1, place.shrink > 0, place.shrink <= 10 else {
            throw python.valueError("fraction must be between 0 and 1")
        }
        let current = figure.current
        let axes = target ?? call.session.addAxes(.colorBar(place), to: figure)
        if target == nil { figure.current = current }
        axes.barParents = parents
        axes.barSource = source
        axes.axes.colorBar = Axes.ColorBar(scale, isVertical: isVertical)
        axes.axes.y.isFar = isVertical
        axes.axes.x.isVisible = !isVertical
        axes.axes.y.isVisible = isVertical
        let bar = AxesPartObject(axes, isVertical ? "y" : "x", type: call.types.colorBar)
        if let label { _ = try python.callMethod(.object(bar), "set_label", [label]) }
        if let ticks { _ = try python.callMethod(.object(bar), "set_ticks", [ticks]) }
        if let format { try AxisType.setFormatter(format, axes, isX: !isVertical, python) }
        return .object(bar)
    }

    private static func parents(_ value: Value?, _ python: Interpreter) throws -> [AxesObject]? {
        guard let value else { return nil }
        if let axes = value.object as? AxesObject { return [axes] }
        if let array = value.object as? ObjectArrayObject {
            return array.items.compactMap { $0.object as? AxesObject }
        }
        return try python.list(value).compactMap { $0.object as? AxesObject }
    }
}
