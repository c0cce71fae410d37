import Charts
import PythonRuntime

/// What stands around plots: titles, names of axes, ticks, limits, grids.
enum Decorations {
    static var functions: [(name: String, body: AxesFunctions.Body)] {
        [
            ("grid", grid), ("tick_params", tickParameters), ("axis", axis), ("margins", margins),
            ("locator_params", locatorParameters), ("ticklabel_format", labelFormat),
            (
                "minorticks_on",
                { axes, call in
                    axes.axes.x.minorLocator =
                        axes.axes.x.scale.isLinear ? .nice(count: 40, integer: false) : nil
                    axes.axes.y.minorLocator =
                        axes.axes.y.scale.isLinear ? .nice(count: 40, integer: false) : nil
                    return .none
                }
            ),
            (
                "minorticks_off",
                { axes, call in
                    axes.axes.x.minorLocator = TickLocator.none
                    axes.axes.y.minorLocator = TickLocator.none
                    return .none
                }
            ),
            ("autoscale", autoscale),
        ]
    }

    /// A list of words: each item as text.
    static func words(_ value: Value, _ python: Interpreter) throws -> [String] {
        if let words = try PlotData(python).words(value) { return words }
        return try python.list(value).map { item in
            try (item.object as? ArtistObject)?.words ?? python.str(item)
        }
    }

    // MARK: Names

    static func title(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let settings = call.settings
        let words = try call.python.str(call.required("label", "s"))
        if !call.positional.isEmpty { call = call.named(["fontdict", "loc", "pad"]) }
        let loc = try call.text("loc") ?? "center"
        let pad = try call.number("pad") ?? settings.number("axes.titlepad")
        let y = try call.number("y")
        let x = try call.number("x")
        var usual = TextStyle(
            size: settings.size("axes.titlesize"),
            isBold: settings.text("axes.titleweight") == "bold")
        usual.color = settings.color("axes.titlecolor") ?? settings.color("text.color") ?? .black
        var title = Title(words, style: try TextStyles.style(&call, usual: usual), pad: pad)
        _ = try TextStyles.anchor(&call, usual: TextAnchor())
        call.ignore("bbox", "transform", "zorder", "label", "wrap")
        try call.finish("Text.set()")
        (title.x, title.y) = (x, y)
        switch loc {
        case "left": axes.axes.leftTitle = title
        case "right": axes.axes.rightTitle = title
        case "center": axes.axes.title = title
        default: throw call.python.valueError("'\(loc)' is not a valid location")
        }
        let place = x ?? (loc == "left" ? 0 : loc == "right" ? 1 : 0.5)
        return decoration(words, [.float(place), .float(y ?? 1)], axes, call)
    }

    static func label(_ axes: AxesObject, _ call: inout PlotCall, isX: Bool) throws -> Value {
        let settings = call.settings
        let words = try call.python.str(
            isX ? call.required("xlabel", "s") : call.required("ylabel", "s"))
        if !call.positional.isEmpty { call = call.named(["fontdict", "labelpad"]) }
        let pad = try call.number("labelpad") ?? settings.number("axes.labelpad")
        let loc = try call.text("loc")
        var usual = TextStyle(
            size: settings.size("axes.labelsize"),
            isBold: settings.text("axes.labelweight") == "bold", rotation: isX ? 0 : 90)
        usual.color = settings.color("axes.labelcolor") ?? .black
        var title = Title(words, style: try TextStyles.style(&call, usual: usual), pad: pad)
        _ = try TextStyles.anchor(&call, usual: TextAnchor())
        if isX {
            title.x = try call.number("x") ?? ["left": 0, "right": 1][loc ?? ""]
            call.ignore("y")
        } else {
            title.y = try call.number("y") ?? ["bottom": 0, "top": 1][loc ?? ""]
            call.ignore("x")
        }
        call.ignore("bbox", "zorder", "label")
        try call.finish("Text.set()")
        if isX { axes.axes.x.label = title } else { axes.axes.y.label = title }
        let place: [Value] = isX ? [.float(0.5), .int(0)] : [.int(0), .float(0.5)]
        return decoration(words, place, axes, call)
    }

    /// The `Text` that a title or a label prints as.
    static func decoration(
        _ words: String, _ place: [Value], _ axes: AxesObject?, _ call: PlotCall
    ) -> Value {
        let mark = Mark(
            .text(
                TextMark(
                    words, at: .init(Point(0, 0), .frame), style: TextStyle(), anchor: TextAnchor())
            ),
            order: 3)
        let artist = ArtistObject(mark, in: axes, type: call.types.text)
        artist.position = place
        return .object(artist)
    }

    // MARK: Grid and ticks

    private static func grid(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let shown = call.next("visible", "b").flatMap { $0.isNone ? nil : $0 }
        let which = try call.next("which").map { try python.str($0) } ?? "major"
        let direction = try call.next("axis").map { try python.str($0) } ?? "both"
        let color = try call.color("color", "c")
        let alpha = try call.number("alpha")
        let width = try call.number("linewidth", "lw")
        let dash = try call.take("linestyle", "ls", "dashes").map {
            try LineStyles.dash($0, in: python)
        }
        let order = try call.number("zorder")
        call.ignore("clip_on", "label", "antialiased", "snap", "marker")
        try call.finish("Line2D.set()")
        let hasLook = color != nil || alpha != nil || width != nil || dash != nil
        let usual = call.settings.grid.stroke
        let shade = (color ?? usual.color ?? .grid)
        let grid = GridLines(
            Stroke(
                shade.withAlpha(alpha ?? shade.alpha),
                width: LineStyles.width(width, usual: usual.width), dash: dash ?? usual.dash))
        for (name, path) in [("x", \Axes.x), ("y", \Axes.y)]
        where direction == "both" || direction == name {
            let isShown = axes.axes[keyPath: path].grid != nil
            let wanted = try shown.map { try python.isTrue($0) } ?? (hasLook || !isShown)
            if which != "minor" { axes.axes[keyPath: path].grid = wanted ? grid : nil }
            if which != "major" { axes.axes[keyPath: path].minorGrid = wanted ? grid : nil }
        }
        if let order, order > 1.5 { axes.axes.gridOrder = order }
        return .none
    }

    static func tickParameters(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let direction = try call.next("axis").map { try python.str($0) } ?? "both"
        let which = try call.text("which") ?? "major"
        let change = try TickChange(&call)
        try call.finish("tick_params()")
        for (name, isX) in [("x", true), ("y", false)]
        where direction == "both" || direction == name {
            let path: WritableKeyPath<Axes, Axis> = isX ? \.x : \.y
            change.apply(to: &axes.axes[keyPath: path], isX: isX, which)
        }
        return .none
    }

    private static func locatorParameters(_ axes: AxesObject, _ call: inout PlotCall) throws
        -> Value
    {
        let direction = try call.next("axis").map { try call.python.str($0) } ?? "both"
        let count = call.take("nbins")?.integer
        let isInteger = try call.truth("integer") ?? false
        call.ignore("tight", "min_n_ticks", "prune", "steps", "symmetric")
        try call.finish("locator_params()")
        for (name, path) in [("x", \Axes.x), ("y", \Axes.y)]
        where direction == "both" || direction == name {
            axes.axes[keyPath: path].locator = .nice(count: count, integer: isInteger)
        }
        return .none
    }

    private static func labelFormat(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let direction = try call.text("axis") ?? "both"
        let style = try call.text("style")
        let limits = try call.take("scilimits").map { try call.data.numbers($0) }
        let usesOffset = try call.truth("useOffset")
        call.ignore("useLocale", "useMathText")
        try call.finish("ticklabel_format()")
        for (name, path) in [("x", \Axes.x), ("y", \Axes.y)]
        where direction == "both" || direction == name {
            var plan = TickFormatter.ScalarStyle()
            if case .scalar(let known)? = axes.axes[keyPath: path].formatter { plan = known }
            if let style { plan.isScientific = style.hasPrefix("sci") }
            if let usesOffset { plan.usesOffset = usesOffset }
            if let limits, limits.count == 2, limits.allSatisfy({ abs($0) < 400 }) {
                (plan.lowPower, plan.highPower) = (Int(limits[0]), Int(limits[1]))
            }
            axes.axes[keyPath: path].formatter = .scalar(plan)
        }
        return .none
    }

    // MARK: Ranges

    private static func margins(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let given = try call.takePositional().map { try call.python.double($0) }
        let x = try call.number("x") ?? given.first
        let y = try call.number("y") ?? given.last
        call.ignore("tight")
        try call.finish("margins()")
        if let x, x.isFinite, x > -0.5 { axes.axes.x.margin = x }
        if let y, y.isFinite, y > -0.5 { axes.axes.y.margin = y }
        guard x == nil, y == nil else { return .none }
        return try call.python.pair(axes.axes.x.margin, axes.axes.y.margin)
    }

    private static func autoscale(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let isOn = try call.next("enable").map { try call.python.isTrue($0) } ?? true
        let direction = try call.next("axis").map { try call.python.str($0) } ?? "both"
        let isTight = try call.truth("tight") ?? false
        try call.finish("autoscale()")
        let ranges = axes.ranges
        for (name, path, range) in [("x", \Axes.x, ranges.x), ("y", \Axes.y, ranges.y)]
        where direction == "both" || direction == name {
            axes.axes[keyPath: path].low = isOn ? nil : range.low
            axes.axes[keyPath: path].high = isOn ? nil : range.high
            if isTight { axes.axes[keyPath: path].margin = 0 }
        }
        return .none
    }

    private static func axis(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let value = call.next("arg")
        call.ignore("emit")
        if let words = value?.text {
            try style(words, axes, python)
        } else if let value, case .bool(let isOn) = value {
            axes.axes.isAxisOn = isOn
        } else if let value, !value.isNone {
            let limits = try call.data.numbers(value)
            guard limits.count == 4 else {
                throw python.typeError(
                    "The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]"
                )
            }
            AxisLimits.set(&axes.axes.x, limits[0], limits[1])
            AxisLimits.set(&axes.axes.y, limits[2], limits[3])
        }
        for (low, high, path) in [("xmin", "xmax", \Axes.x), ("ymin", "ymax", \Axes.y)] {
            AxisLimits.set(&axes.axes[keyPath: path], try call.number(low), try call.number(high))
        }
        try call.finish("axis()")
        let ranges = axes.ranges
        return .tuple(
            [ranges.x.low, ranges.x.high, ranges.y.low, ranges.y.high].map {
                python.numPyScalar(.float($0), .float64)
            }, in: python)
    }

    private static func style(_ name: String, _ axes: AxesObject, _ python: Interpreter) throws {
        switch name {
        case "off": axes.axes.isAxisOn = false
        case "on": axes.axes.isAxisOn = true
        case "equal": axes.axes.aspect = .fixedByLimits(1)
        case "scaled", "image": axes.axes.aspect = .fixed(1)
        case "square":
            axes.axes.aspect = .box(1)
        case "tight":
            axes.axes.x.margin = 0
            axes.axes.y.margin = 0
        case "auto": axes.axes.aspect = .free
        default:
            throw python.valueError(
                "Unrecognized string '\(name)' to axis; try 'on' or 'off'")
        }
        if name == "image" {
            axes.axes.x.margin = 0
            axes.axes.y.margin = 0
        }
    }
}

extension ArtistObject {
    /// The words of a text; nil for other artists.
    var words: String? {
        if case .text(let text) = mark.shape { text.text } else { nil }
    }
}
