import Charts
import PythonRuntime

/// The methods of `matplotlib.figure.Figure`.
enum FigureType {
    typealias Body = (FigureObject, inout PlotCall) throws -> Value

    static func define(_ t: TypeBuilder) {
        for (name, body) in shared { method(t, name, body) }
        axesMakers(t)
        sizes(t)
        t.property("axes") { python, own -> Value in
            .list(((own.object as? FigureObject)?.axes ?? []).map { .object($0) }, in: python)
        }
        t.property("number") { _, own -> Int in (own.object as? FigureObject)?.number ?? 0 }
        t.property("transFigure") { python, _ -> Value in
            .object(TransformObject(.figure, type: PlotTypes.of(python).transform))
        }
        t.property("dpi") { _, own -> Double in (own.object as? FigureObject)?.figure.dpi ?? 100 }
        t.property("canvas") { _, own -> Value in own }
        t.unary(.repr) { _, own -> String in
            (own.object as? FigureObject)?.chart.summary ?? "<Figure>"
        }
        t.unary(.str) { _, own -> String in
            guard let words = (own.object as? FigureObject)?.chart.summary.split(separator: " "),
                words.count > 2
            else { return "Figure" }
            return "Figure(\(words[2]))"
        }
    }

    /// What `plt.NAME` does to the current figure.
    static var shared: [(name: String, body: Body)] {
        [
            ("suptitle", title), ("tight_layout", tightLayout), ("subplots_adjust", adjust),
            ("savefig", save), ("colorbar", ColorBars.colorBar),
            ("figlegend", LegendFunctions.figureLegend), ("figtext", text),
        ]
    }

    private static func method(_ t: TypeBuilder, _ name: String, _ body: @escaping Body) {
        t.raw("\(name)(self, *args, **kwargs)") { python, arguments in
            guard let figure = arguments.positional.first?.object as? FigureObject else {
                throw python.typeError("a Figure was expected")
            }
            var rest = arguments
            rest.positional.removeFirst()
            var call = PlotCall(python, "Figure.\(name)", rest)
            return try body(figure, &call)
        }
    }

    private static func axesMakers(_ t: TypeBuilder) {
        method(t, "add_subplot") { try Subplots.add($0, &$1) }
        method(t, "subplots") { try Subplots.grid($0, &$1) }
        method(t, "add_axes") { figure, call in
            let box = try call.data.numbers(call.required("rect"))
            call.ignore("label", "projection", "frameon", "facecolor")
            guard box.count == 4, box.allSatisfy(\.isFinite) else {
                throw call.python.valueError("a rectangle has four numbers")
            }
            return .object(call.session.addAxes(.free(box[0], box[1], box[2], box[3]), to: figure))
        }
        method(t, "add_gridspec") { figure, call in try GridSpecs.make(&call, figure) }
        method(t, "gca") { figure, call in
            if let axes = figure.current { return .object(axes) }
            return try Subplots.add(figure, &call)
        }
        method(t, "sca") { figure, call in
            let value = try call.required("a")
            if let axes = value.object as? AxesObject { figure.current = axes }
            return value
        }
        method(t, "get_axes") { figure, call in
            .list(figure.axes.map { .object($0) }, in: call.python)
        }
        method(t, "delaxes") { figure, call in
            let value = try call.required("ax")
            figure.axes.removeAll { $0 === value.object }
            if figure.current === value.object { figure.current = figure.axes.last }
            return .none
        }
        method(t, "legend") { try LegendFunctions.figureLegend($0, &$1) }
        method(t, "text") { try text($0, &$1) }
        for name in ["clf", "clear"] {
            method(t, name) { figure, _ in
                figure.clear()
                return .none
            }
        }
        method(t, "show") { figure, call in
            try call.session.show(figure)
            call.session.close(figure)
            return .none
        }
        for name in [
            "draw", "draw_idle", "flush_events", "autofmt_xdate", "align_labels", "align_ylabels",
            "align_xlabels", "set_tight_layout", "set_constrained_layout", "set_layout_engine",
        ] {
            method(t, name) { figure, call in
                if name.hasSuffix("layout") || name == "set_layout_engine" {
                    figure.figure.tightPadding = 1.08
                }
                if name == "autofmt_xdate" { rotateDates(figure) }
                _ = call.takePositional()
                return .none
            }
        }
    }

    private static func rotateDates(_ figure: FigureObject) {
        for axes in figure.axes {
            axes.axes.x.ticks.text.rotation = 30
            axes.axes.x.ticks.alignment = .right
        }
    }

    private static func sizes(_ t: TypeBuilder) {
        method(t, "set_size_inches") { figure, call in
            var size = try call.data.numbers(call.required("w"))
            if size.count == 1 { size.append(try call.python.double(call.required("h"))) }
            call.ignore("forward")
            if size.count == 2 {
                (figure.figure.width, figure.figure.height) = PlotSettings.size(size[0], size[1])
            }
            return .none
        }
        method(t, "get_size_inches") { figure, call in
            ArrayValues.vector([figure.figure.width, figure.figure.height], in: call.python)
        }
        for (name, path) in [("width", \Figure.width), ("height", \Figure.height)] {
            method(t, "set_fig\(name)") { figure, call in
                let length = try call.python.double(call.required("val"))
                figure.figure[keyPath: path] = PlotSettings.size(length, length).0
                return .none
            }
            method(t, "get_fig\(name)") { figure, _ in .float(figure.figure[keyPath: path]) }
        }
        method(t, "set_facecolor") { figure, call in
            figure.figure.background = try call.colors.color(call.required("color"))
            return .none
        }
        method(t, "set_dpi") { figure, call in
            figure.figure.dpi = try call.python.double(call.required("val"))
            return .none
        }
    }

    // MARK: Words and room

    private static func title(_ figure: FigureObject, _ call: inout PlotCall) throws -> Value {
        let words = try call.python.str(call.required("t"))
        let (x, y) = (try call.number("x"), try call.number("y"))
        var style = TextStyle(size: call.settings.size("figure.titlesize"))
        style = try TextStyles.style(&call, usual: style)
        _ = try TextStyles.anchor(&call, usual: TextAnchor())
        try call.finish("Text.set()")
        var title = Title(words, style: style)
        (title.x, title.y) = (x, y)
        figure.figure.title = title
        return Decorations.decoration(words, [.float(x ?? 0.5), .float(y ?? 0.98)], nil, call)
    }

    private static func text(_ figure: FigureObject, _ call: inout PlotCall) throws -> Value {
        let (x, y) = (try call.required("x"), try call.required("y"))
        let words = try call.python.str(call.required("s"))
        let style = try TextStyles.style(&call, usual: TextStyle(size: call.settings.fontSize))
        let anchor = try TextStyles.anchor(&call, usual: TextAnchor(.left, .baseline))
        call.ignore("transform")
        let common = try CommonOptions(&call)
        try call.finish("Text.set()")
        let at = Point(try call.python.double(x), try call.python.double(y))
        let mark = TextMark(words, at: .init(at, .figure), style: style, anchor: anchor)
        figure.figure.texts.append(common.mark(.text(mark), order: 3))
        return Decorations.decoration(words, [x, y], nil, call)
    }

    private static func tightLayout(_ figure: FigureObject, _ call: inout PlotCall) throws -> Value
    {
        let pad = try call.next("pad").map { try call.python.double($0) } ?? 1.08
        call.ignore("h_pad", "w_pad", "rect")
        try call.finish("tight_layout()")
        figure.figure.tightPadding = LineStyles.width(pad, usual: 1.08)
        return .none
    }

    private static func adjust(_ figure: FigureObject, _ call: inout PlotCall) throws -> Value {
        for (name, path) in [
            ("left", \Spacing.left), ("bottom", \Spacing.bottom), ("right", \Spacing.right),
            ("top", \Spacing.top), ("wspace", \Spacing.between), ("hspace", \Spacing.above),
        ] {
            let value = try call.next(name).flatMap { $0.isNone ? nil : try call.python.double($0) }
            if let value, value.isFinite {
                figure.figure.spacing[keyPath: path] = min(max(value, -10), 100)
            }
        }
        try call.finish("subplots_adjust()")
        let spacing = figure.figure.spacing
        guard spacing.left < spacing.right, spacing.bottom < spacing.top else {
            throw call.python.valueError("left cannot be >= right and bottom cannot be >= top")
        }
        figure.figure.tightPadding = nil
        return .none
    }

    /// Writes the picture as a drawing.
    private static func save(_ figure: FigureObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let file = try call.required("fname")
        let format = try call.text("format")
        let bytes = { Array(FigureDrawing(figure.chart).svg.utf8) }
        if file.text == nil, let object = file.object, object.type.lookUp("write") != nil {
            return try python.callMethod(file, "write", [.object(BytesObject(bytes(), in: python))])
        }
        let path = try PathArgument.from(file, in: python).text
        let svg = FigureDrawing(figure.chart).svg
        try PictureFile.save(svg, to: path, format: format, in: python)
        return .none
    }
}
