import Charts
import PythonRuntime

/// `plt.rcParams`: what figures, axes and lines are like unless a call says otherwise.
final class PlotSettings {
    let values: DictionaryObject
    private unowned let python: Interpreter

    init(in python: Interpreter) {
        self.python = python
        values = DictionaryObject(type: Self.type(in: python), in: python)
        reset()
    }

    /// Everything as matplotlib has it.
    func reset() {
        values.removeAll()
        for (name, number) in Self.numbers { values[name] = .float(number) }
        for (name, truth) in Self.truths { values[name] = .bool(truth) }
        for (name, text) in Self.texts { values[name] = .string(text, in: python) }
        values["figure.figsize"] = .list([.float(6.4), .float(4.8)], in: python)
        values["font.family"] = .list([.string("sans-serif", in: python)], in: python)
        values["font.sans-serif"] = .list([.string("DejaVu Sans", in: python)], in: python)
        values["axes.prop_cycle"] = Value.none
        values["hist.bins"] = .int(10)
    }

    private static let numbers: [(String, Double)] = [
        ("figure.dpi", 100), ("lines.linewidth", 1.5), ("lines.markersize", 6),
        ("lines.markeredgewidth", 1), ("font.size", 10), ("axes.linewidth", 0.8),
        ("axes.titlepad", 6), ("axes.labelpad", 4), ("axes.xmargin", 0.05), ("axes.ymargin", 0.05),
        ("grid.linewidth", 0.8), ("grid.alpha", 1), ("xtick.major.size", 3.5),
        ("ytick.major.size", 3.5), ("xtick.major.width", 0.8), ("ytick.major.width", 0.8),
        ("xtick.major.pad", 3.5), ("ytick.major.pad", 3.5), ("legend.framealpha", 0.8),
        ("patch.linewidth", 1), ("hatch.linewidth", 1),
        ("figure.subplot.left", 0.125), ("figure.subplot.right", 0.9),
        ("figure.subplot.bottom", 0.11), ("figure.subplot.top", 0.88),
        ("figure.subplot.wspace", 0.2), ("figure.subplot.hspace", 0.2),
    ]

    private static let truths: [(String, Bool)] = [
        ("axes.grid", false), ("axes.unicode_minus", true), ("axes.spines.left", true),
        ("axes.spines.right", true), ("axes.spines.top", true), ("axes.spines.bottom", true),
        ("figure.autolayout", false), ("figure.constrained_layout.use", false),
        ("legend.frameon", true), ("text.usetex", false), ("axes.axisbelow", false),
        ("interactive", true), ("xtick.top", false), ("ytick.right", false),
    ]

    private static let texts: [(String, String)] = [
        ("lines.linestyle", "-"), ("lines.marker", "None"), ("axes.titlesize", "large"),
        ("axes.titleweight", "normal"), ("axes.labelsize", "medium"),
        ("axes.labelweight", "normal"), ("axes.facecolor", "white"), ("axes.edgecolor", "black"),
        ("axes.labelcolor", "black"), ("axes.titlecolor", "auto"), ("xtick.labelsize", "medium"),
        ("ytick.labelsize", "medium"), ("xtick.color", "black"), ("ytick.color", "black"),
        ("xtick.direction", "out"), ("ytick.direction", "out"), ("legend.fontsize", "medium"),
        ("legend.loc", "best"), ("figure.titlesize", "large"), ("figure.facecolor", "white"),
        ("grid.color", "#b0b0b0"), ("grid.linestyle", "-"), ("image.cmap", "viridis"),
        ("image.origin", "upper"), ("image.interpolation", "antialiased"),
        ("image.aspect", "equal"),
        ("text.color", "black"), ("font.weight", "normal"), ("savefig.dpi", "figure"),
        ("savefig.bbox", "None"), ("savefig.format", "png"), ("mathtext.fontset", "dejavusans"),
        ("backend", "module://matplotlib_inline.backend_inline"), ("axes.grid.axis", "both"),
    ]

    // MARK: The dictionary

    private static let families: Set<String> = [
        "font", "axes", "figure", "lines", "xtick", "ytick", "legend", "savefig", "image", "text",
        "grid", "patch", "mathtext", "pdf", "ps", "svg", "hist", "boxplot", "scatter", "errorbar",
        "animation", "agg", "path", "date", "contour", "markers", "pcolor", "pcolormesh", "hatch",
        "axes3d", "polaraxes", "keymap", "backend", "interactive", "toolbar", "timezone",
    ]

    private static func type(in python: Interpreter) -> TypeObject {
        let type = TypeObject(
            "RcParams", bases: [python.types.dict], module: "matplotlib",
            metatype: python.types.type, in: python)
        let t = TypeBuilder(type, pythonWording: true, in: python)
        t.ternary(.setitem) { python, own, key, value -> Value in
            try check(key, in: python)
            try (own.object as? DictionaryObject)?.set(key, value, in: python)
            return .none
        }
        t.raw("update(self, *args, **kwargs)") { python, arguments in
            guard let own = arguments.positional.first?.object as? DictionaryObject else {
                return .none
            }
            for mapping in arguments.positional.dropFirst() {
                try python.forEachEntry(mapping) { key, value in
                    try check(key, in: python)
                    try own.set(key, value, in: python)
                }
            }
            for (name, value) in arguments.keywords { own[name] = value }
            return .none
        }
        return type
    }

    private static func check(_ key: Value, in python: Interpreter) throws {
        let name = key.text ?? ""
        guard families.contains(String(name.prefix { $0 != "." })) else {
            throw python.keyError(
                .string(
                    "\(name) is not a valid rc parameter (see rcParams.keys() for a list of valid parameters)",
                    in: python))
        }
    }

    // MARK: Reading

    func number(_ name: String) -> Double? { values[name].flatMap { try? python.double($0) } }
    func truth(_ name: String) -> Bool { values[name].flatMap { try? python.isTrue($0) } ?? false }
    func text(_ name: String) -> String? { values[name]?.text }

    /// A font size: a number, or a word against the usual size.
    func size(_ name: String) -> Double {
        values[name].flatMap { FontSize.points($0, base: fontSize, in: python) } ?? fontSize
    }

    var fontSize: Double { values["font.size"].flatMap { try? python.double($0) } ?? 10 }

    func color(_ name: String) -> Color? {
        values[name].flatMap { try? PlotColors(python).color($0) }
    }

    var cycle: ColorCycle {
        guard let value = values["axes.prop_cycle"], !value.isNone,
            let colors = try? PlotColors(python).cycle(value), !colors.isEmpty
        else { return ColorCycle(colors: ColorReader.cycle) }
        return ColorCycle(colors: colors)
    }

    // MARK: Applying

    func apply(to figure: inout Figure) {
        let size = values["figure.figsize"].flatMap { try? python.list($0) } ?? []
        let lengths = size.compactMap { try? python.double($0) }
        if lengths.count == 2 { (figure.width, figure.height) = Self.size(lengths[0], lengths[1]) }
        figure.dpi = number("figure.dpi") ?? 100
        let ground = color("figure.facecolor")
        figure.background = ground == .white ? nil : ground
        figure.spacing.left = number("figure.subplot.left") ?? 0.125
        figure.spacing.right = number("figure.subplot.right") ?? 0.9
        figure.spacing.bottom = number("figure.subplot.bottom") ?? 0.11
        figure.spacing.top = number("figure.subplot.top") ?? 0.88
        figure.spacing.between = number("figure.subplot.wspace") ?? 0.2
        figure.spacing.above = number("figure.subplot.hspace") ?? 0.2
        if truth("figure.autolayout") || truth("figure.constrained_layout.use") {
            figure.tightPadding = 1.08
        }
    }

    /// A figure's size as a page can hold it.
    static func size(_ width: Double, _ height: Double) -> (Double, Double) {
        func bounded(_ length: Double, _ usual: Double) -> Double {
            length.isFinite && length > 0 ? min(length, 1000) : usual
        }
        return (bounded(width, 6.4), bounded(height, 4.8))
    }

    func apply(to axes: inout Axes) {
        let ground = color("axes.facecolor")
        axes.background = ground == .white ? nil : ground
        let edge = color("axes.edgecolor") ?? .black
        let width = number("axes.linewidth") ?? 0.8
        for (path, name) in [
            (\Axes.Spines.left, "left"), (\.right, "right"), (\.top, "top"), (\.bottom, "bottom"),
        ] {
            axes.spines[keyPath: path].color = edge
            axes.spines[keyPath: path].width = width
            axes.spines[keyPath: path].isVisible = truth("axes.spines.\(name)")
        }
        apply(to: &axes.x, "x")
        apply(to: &axes.y, "y")
        if truth("axes.grid") {
            let grid = self.grid
            let wanted = text("axes.grid.axis") ?? "both"
            if wanted != "y" { axes.x.grid = grid }
            if wanted != "x" { axes.y.grid = grid }
        }
    }

    var grid: GridLines {
        let color = (color("grid.color") ?? .grid).withAlpha(number("grid.alpha"))
        let dash = text("grid.linestyle").flatMap(LineStyles.dash) ?? .solid
        return GridLines(Stroke(color, width: number("grid.linewidth") ?? 0.8, dash: dash))
    }

    private func apply(to axis: inout Axis, _ name: String) {
        axis.margin = number("axes.\(name)margin") ?? 0.05
        axis.ticks.length = number("\(name)tick.major.size") ?? 3.5
        axis.ticks.width = number("\(name)tick.major.width") ?? 0.8
        axis.ticks.pad = number("\(name)tick.major.pad") ?? 3.5
        axis.ticks.color = color("\(name)tick.color") ?? .black
        axis.ticks.text.color = axis.ticks.color
        axis.ticks.text.size = size("\(name)tick.labelsize")
        switch text("\(name)tick.direction") {
        case "in": axis.ticks.direction = .inward
        case "inout": axis.ticks.direction = .both
        default: break
        }
        axis.minorTicks.direction = axis.ticks.direction
    }
}
