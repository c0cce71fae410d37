import Charts
import PythonRuntime

/// `matplotlib.pyplot`.
enum PyplotModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("matplotlib.pyplot", pythonWording: true, in: python)
        for (name, body) in AxesFunctions.shared where name != "matshow" { axes(m, name, body) }
        for name in AxesFunctions.missing {
            m.raw("\(name)(*args, **kwargs)") { python, _ in
                throw AxesFunctions.refuse("plt.\(name)()", python)
            }
        }
        for (name, body) in FigureType.shared { figure(m, name, body) }
        names(m)
        figures(m)
        axesChoosing(m)
        showing(m)
        try values(m)
        return m.module
    }

    // MARK: Functions of the current axes

    private static func axes(
        _ m: ModuleBuilder, _ name: String, _ body: @escaping AxesFunctions.Body
    ) {
        m.raw("\(name)(*args, **kwargs)") { python, arguments in
            var call = PlotCall(python, name, arguments)
            return try body(PlotSession.of(python).currentAxes, &call)
        }
    }

    private static func figure(
        _ m: ModuleBuilder, _ name: String, _ body: @escaping FigureType.Body
    ) {
        m.raw("\(name)(*args, **kwargs)") { python, arguments in
            var call = PlotCall(python, name, arguments)
            return try body(PlotSession.of(python).currentFigure, &call)
        }
    }

    private static func names(_ m: ModuleBuilder) {
        axes(m, "title", Decorations.title)
        for (name, isX) in [("x", true), ("y", false)] {
            axes(m, "\(name)label") { try Decorations.label($0, &$1, isX: isX) }
            axes(m, "\(name)lim") { try AxisLimits.limits($0, &$1, isX: isX) }
            axes(m, "\(name)ticks") { try AxisLimits.ticks($0, &$1, isX: isX) }
            axes(m, "\(name)scale") { axes, call in
                let scale = try ScaleNames.scale(&call)
                if isX { axes.axes.x.scale = scale } else { axes.axes.y.scale = scale }
                return .none
            }
        }
        axes(m, "box") { axes, call in
            let isOn = try call.next("on").map { try call.python.isTrue($0) }
            axes.axes.isFrameOn = isOn ?? !axes.axes.isFrameOn
            return .none
        }
        axes(m, "twinx") { axes, call in Sharing.twin(axes, call, sharesX: true) }
        axes(m, "twiny") { axes, call in Sharing.twin(axes, call, sharesX: false) }
        axes(m, "cla") { axes, call in
            AxesType.clear(axes, call.session)
            return .none
        }
        m.raw("matshow(A, fignum=None, **kwargs)") { python, arguments in
            let session = PlotSession.of(python)
            let figure = session.makeFigure()
            (figure.figure.width, figure.figure.height) = (4.8, 4.8)
            var call = PlotCall(python, "matshow", arguments)
            guard let matshow = PicturePlots.functions.first(where: { $0.name == "matshow" }) else {
                return .none
            }
            return try matshow.body(session.currentAxes, &call)
        }
    }

    // MARK: Figures

    private static func figures(_ m: ModuleBuilder) {
        m.raw("figure(num=None, figsize=None, dpi=None, *, facecolor=None, **kwargs)") {
            python, arguments in
            var call = PlotCall(python, "figure", arguments)
            return .object(try makeFigure(&call))
        }
        m.raw("subplots(nrows=1, ncols=1, **kwargs)") { python, arguments in
            var call = PlotCall(python, "subplots", arguments)
            let counts = call.takePositional()
            let figure = try makeFigure(&call, endsCall: false)
            var rest = PlotCall(python, "subplots", Arguments(counts, keywords: call.keywords))
            return try python.pair(figure, Subplots.grid(figure, &rest))
        }
        m.raw("gcf()") { python, _ in .object(PlotSession.of(python).currentFigure) }
        m.raw("get_fignums()") { python, _ in
            .list(PlotSession.of(python).figures.map { .int($0.number) }, in: python)
        }
        m.raw("fignum_exists(num)") { python, arguments in
            let number = try arguments.positional.first.map { try python.index($0) } ?? 0
            return .bool(PlotSession.of(python).figure(number: number) != nil)
        }
        figure(m, "clf") { figure, _ in
            figure.clear()
            return .none
        }
        m.raw("close(fig=None)") { python, arguments in
            let session = PlotSession.of(python)
            let value = arguments.positional.first ?? .none
            if value.text == "all" {
                session.closeAll()
            } else if let figure = value.object as? FigureObject {
                session.close(figure)
            } else if let number = value.integer {
                if let figure = session.figure(number: number) { session.close(figure) }
            } else if let figure = session.current {
                session.close(figure)
            }
            return .none
        }
    }

    private static func makeFigure(_ call: inout PlotCall, endsCall: Bool = true) throws
        -> FigureObject
    {
        let python = call.python
        let number = call.next("num")
        let size = try call.next("figsize").flatMap { $0.isNone ? nil : try call.data.numbers($0) }
        let dpi = try call.next("dpi").flatMap { $0.isNone ? nil : try python.double($0) }
        let facecolor = try call.color("facecolor")
        let isTight = try call.truth("tight_layout") ?? false
        let isConstrained = try call.truth("constrained_layout") ?? false
        let layout = try call.text("layout")
        let clears = try call.truth("clear") ?? false
        call.ignore("edgecolor", "frameon", "FigureClass", "linewidth")
        if endsCall { try call.finish("Figure.__init__()") }
        let session = call.session
        if let known = number?.object as? FigureObject {
            session.select(known)
            return known
        }
        if let wanted = number?.integer, let known = session.figure(number: wanted) {
            session.select(known)
            if clears { known.clear() }
            return known
        }
        let figure = session.makeFigure(number: number?.integer)
        if let size, size.count == 2 {
            guard size.allSatisfy({ $0.isFinite && $0 > 0 }) else {
                throw python.valueError(
                    "figure size must be positive finite not (\(size[0]), \(size[1]))")
            }
            (figure.figure.width, figure.figure.height) = PlotSettings.size(size[0], size[1])
        }
        if let dpi, dpi.isFinite, dpi > 0 { figure.figure.dpi = dpi }
        if let facecolor { figure.figure.background = facecolor == .white ? nil : facecolor }
        if isTight || isConstrained || layout == "tight" || layout == "constrained" {
            figure.figure.tightPadding = 1.08
        }
        return figure
    }

    // MARK: Choosing axes

    private static func axesChoosing(_ m: ModuleBuilder) {
        figure(m, "subplot") { try Subplots.choose($0, &$1) }
        m.raw("gca()") { python, _ in .object(PlotSession.of(python).currentAxes) }
        m.raw("sca(ax)") { python, arguments in
            if let axes = arguments.positional.first?.object as? AxesObject,
                let figure = axes.figure
            {
                PlotSession.of(python).select(figure)
                figure.current = axes
            }
            return .none
        }
        m.raw("axes(arg=None, **kwargs)") { python, arguments in
            let session = PlotSession.of(python)
            var call = PlotCall(python, "axes", arguments)
            guard let box = call.next("arg"), !box.isNone else {
                return try Subplots.add(session.currentFigure, &call)
            }
            return try python.callMethod(.object(session.currentFigure), "add_axes", [box])
        }
        m.raw("delaxes(ax=None)") { python, arguments in
            let session = PlotSession.of(python)
            let axes = arguments.positional.first ?? .object(session.currentAxes)
            return try python.callMethod(.object(session.currentFigure), "delaxes", [axes])
        }
        m.raw("subplot2grid(shape, loc, rowspan=1, colspan=1, fig=None, **kwargs)") {
            python, arguments in
            var call = PlotCall(python, "subplot2grid", arguments)
            let shape = try call.python.list(call.required("shape")).map { try python.index($0) }
            let start = try call.python.list(call.required("loc")).map { try python.index($0) }
            let rows = try call.next("rowspan").map { try python.index($0) } ?? 1
            let columns = try call.next("colspan").map { try python.index($0) } ?? 1
            guard shape.count == 2, start.count == 2, shape.allSatisfy({ (1...400).contains($0) }),
                (0..<shape[0]).contains(start[0]), (0..<shape[1]).contains(start[1]),
                (1...(shape[0] - start[0])).contains(rows),
                (1...(shape[1] - start[1])).contains(columns)
            else {
                throw python.error(
                    "IndexError", "GridSpec slice would result in no space allocated for subplot")
            }
            let place = GridPlace(
                rows: shape[0], columns: shape[1], rowRange: start[0]...(start[0] + rows - 1),
                columnRange: start[1]...(start[1] + columns - 1))
            let session = PlotSession.of(python)
            return .object(session.addAxes(.grid(place), to: session.currentFigure))
        }
    }

    // MARK: Showing

    private static func showing(_ m: ModuleBuilder) {
        m.raw("show(*args, **kwargs)") { python, _ in
            try PlotSession.of(python).showAll()
            return .none
        }
        for name in [
            "ion", "ioff", "draw", "pause", "draw_if_interactive", "switch_backend", "set_loglevel",
            "connect", "disconnect",
        ] {
            m.raw("\(name)(*args, **kwargs)") { _, _ in .none }
        }
        m.raw("isinteractive()") { _, _ in .bool(true) }
        m.raw("sci(im)") { python, arguments in
            if let artist = arguments.positional.first?.object as? ArtistObject {
                PlotSession.of(python).currentFigure.mappable = artist
            }
            return .none
        }
        m.raw("gci()") { python, _ in
            PlotSession.of(python).current?.mappable.map { .object($0) } ?? .none
        }
        m.raw("setp(obj, *args, **kwargs)") { python, arguments in
            guard let target = arguments.positional.first else { return .none }
            let items =
                target.object is ListObject || target.object is TupleObject
                ? try python.list(target) : [target]
            for item in items {
                for (name, value) in arguments.keywords {
                    _ = try python.callMethod(item, "set_\(name)", [value])
                }
            }
            if let rotation = arguments.keywords.first(where: { $0.name == "rotation" })?.value {
                try rotateLabels(items, rotation, python)
            }
            return .none
        }
        m.raw("cycler(*args, **kwargs)") { python, arguments in
            MatplotlibModules.cycle(arguments, python)
        }
    }

    /// `plt.setp(ax.get_xticklabels(), rotation=45)` turns the labels of the axis.
    private static func rotateLabels(_ items: [Value], _ rotation: Value, _ python: Interpreter)
        throws
    {
        guard let label = items.first?.object as? ArtistObject, let axes = label.axes,
            label.position.count == 2
        else { return }
        let angle = try TextStyles.angle(rotation, python)
        if label.position[1].integer == 0 {
            axes.axes.x.ticks.text.rotation = angle
        } else {
            axes.axes.y.ticks.text.rotation = angle
        }
    }

    private static func values(_ m: ModuleBuilder) throws {
        let python = m.python
        try MatplotlibModules.settings(m)
        let types = PlotTypes.of(python)
        try m.set("Figure", Value.object(types.figure))
        try m.set("Axes", Value.object(types.axes))
        try m.set("Line2D", Value.object(types.line))
        for (name, path) in [
            ("cm", "matplotlib.cm"), ("style", "matplotlib.style"), ("colors", "matplotlib.colors"),
        ] {
            if let module = try python.modules.find(path, in: python) {
                try m.set(name, Value.object(module))
            }
        }
        TickerModule.define(m)
        PatchesModule.define(m)
        m.raw("get_cmap(name=None, lut=None)") { python, arguments in
            try ColorMaps.get(arguments, python)
        }
        m.raw("set_cmap(cmap)") { python, arguments in
            let map = try PlotColors(python).map(arguments.positional.first, usual: "viridis")
            PlotSession.of(python).settings.values["image.cmap"] = .string(map.name, in: python)
            return .none
        }
        ColorModules.addMaps(to: m)
    }
}
