import Charts
import PythonRuntime

/// How a call wants its lines: `color`, `lw`, `ls`, `marker`, …
struct LineLook {
    let common: CommonOptions
    let color: Color?
    let width: Double?
    private let dash: Dash?
    /// nil where the call says nothing about markers.
    private let symbol: MarkerSymbol??
    private let size: Double?
    private let face: Color?
    private let edge: Color?
    private let edgeWidth: Double?
    private let every: Int
    private let settings: PlotSettings
    private let usualSymbol: MarkerSymbol?

    init(_ call: inout PlotCall) throws {
        let python = call.python
        settings = call.settings
        common = try CommonOptions(&call)
        color = try call.color("color", "c")
        width = try call.number("linewidth", "lw").map { LineStyles.width($0, usual: 1.5) }
        dash = try call.take("linestyle", "ls").map { try LineStyles.dash($0, in: python) }
        symbol = try call.take("marker").map { try LineStyles.symbol($0, in: python) }
        size = try call.number("markersize", "ms").map { LineStyles.width($0, usual: 6) }
        face = try call.color("markerfacecolor", "mfc")
        edge = try call.color("markeredgecolor", "mec")
        edgeWidth = try call.number("markeredgewidth", "mew")
        every = call.take("markevery")?.integer ?? 1
        usualSymbol = settings.text("lines.marker").flatMap { MarkerSymbol(rawValue: $0) }
        if let dashes = call.take("dashes") { _ = dashes }
        call.ignore(
            "solid_capstyle", "solid_joinstyle", "dash_capstyle", "dash_joinstyle", "fillstyle",
            "markerfacecoloralt", "gapcolor", "pickradius", "path_effects")
    }

    func line(_ x: [Double], _ y: [Double], _ format: FormatText?, _ axes: AxesObject) -> LineMark {
        let base = color ?? format?.color ?? axes.nextLineColor()
        let shade = base.withAlpha(common.alpha ?? base.alpha)
        // A marker without a line style means points without a line.
        let hasOnlyMarker = format?.symbol != nil && format?.dash == nil
        let usual = settings.text("lines.linestyle").flatMap(LineStyles.dash) ?? .solid
        let stroke = Stroke(
            shade, width: width ?? settings.number("lines.linewidth") ?? 1.5,
            dash: dash ?? format?.dash ?? (hasOnlyMarker ? .none : usual))
        var line = LineMark(x: x, y: y, stroke: stroke)
        let picture: MarkerSymbol? = symbol ?? (format?.symbol ?? usualSymbol)
        if let picture {
            let own = { (color: Color) in color.withAlpha(common.alpha ?? color.alpha) }
            line.marker = Marker(
                picture, size: size ?? settings.number("lines.markersize") ?? 6,
                fill: face.map(own) ?? shade,
                edge: Stroke(
                    edge.map(own) ?? shade,
                    width: LineStyles.width(edgeWidth, usual: picture == .pixel ? 0 : 1)))
        }
        line.markEvery = max(every, 1)
        return line
    }
}

/// The names of scales.
enum ScaleNames {
    static func log(_ base: Double, _ python: Interpreter) throws -> Scale {
        guard base > 1, base.isFinite else {
            throw python.valueError("The log base cannot be <= 0 or == 1")
        }
        return .log(base: base)
    }

    static func scale(_ call: inout PlotCall) throws -> Scale {
        let name = try call.python.str(call.required("value"))
        let base = try call.number("base", "basex", "basey") ?? 10
        let threshold = try call.number("linthresh", "linthreshx", "linthreshy") ?? 2
        call.ignore("nonpositive", "subs", "linscale", "clip")
        switch name {
        case "linear": return .linear
        case "log": return try log(base, call.python)
        case "symlog":
            guard threshold > 0, threshold.isFinite, base > 1 else {
                throw call.python.valueError("'linthresh' must be positive")
            }
            return .symlog(base: base, threshold: threshold)
        case "logit", "asinh", "function":
            throw AxesFunctions.refuse("the scale '\(name)'", call.python)
        default:
            throw call.python.valueError(
                "'\(name)' is not a valid value for scale; supported values are 'asinh', 'function', 'functionlog', 'linear', 'log', 'logit', 'symlog'"
            )
        }
    }
}
