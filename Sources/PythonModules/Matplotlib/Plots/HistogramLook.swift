import Charts
import PythonRuntime

/// How a call wants its histogram drawn.
struct HistogramLook {
    let isVertical, isStacked, isLogarithmic: Bool
    let alignment: String
    let relative: Double?
    let bottom: Double
    private let type: String
    private let colors: [Color]?
    private let labels: [String]?
    private let common: CommonOptions
    private let face, edge: Color?
    private let width: Double
    private let dash: Dash

    init(_ call: inout PlotCall) throws {
        let python = call.python
        type = try call.text("histtype") ?? "bar"
        guard ["bar", "barstacked", "step", "stepfilled"].contains(type) else {
            throw python.valueError(
                "'\(type)' is not a valid value for histtype; supported values are 'bar', 'barstacked', 'step', 'stepfilled'"
            )
        }
        alignment = try call.text("align") ?? "mid"
        isVertical = try call.text("orientation") != "horizontal"
        relative = try call.number("rwidth")
        isLogarithmic = try call.truth("log") ?? false
        let stacks = try call.truth("stacked") ?? false
        isStacked = stacks || type == "barstacked"
        bottom = try call.take("bottom").flatMap { try PlotData(python).numbers($0).first } ?? 0
        colors = try call.take("color").map { try PlotColors(python).list($0) }
        labels = try Self.labels(&call)
        common = try CommonOptions(&call)
        face = try call.color("facecolor", "fc")
        edge = try call.color("edgecolor", "ec")
        width = LineStyles.width(try call.number("linewidth", "lw"), usual: 1)
        dash =
            try call.take("linestyle", "ls").map { try LineStyles.dash($0, in: python) } ?? .solid
        call.ignore("hatch", "fill")
    }

    /// A list of labels, one for each series.
    private static func labels(_ call: inout PlotCall) throws -> [String]? {
        guard let given = call.keywords.first(where: { $0.name == "label" })?.value,
            given.object is ListObject || given.object is TupleObject
        else { return nil }
        _ = call.take("label")
        return try call.python.list(given).map { try call.python.str($0) }
    }

    private func shade(_ color: Color) -> Color { color.withAlpha(common.alpha ?? color.alpha) }

    /// Draws one series and gives what `hist` gives for it.
    func add(
        _ counts: [[Double]], series index: Int, _ plan: HistogramBars, to axes: AxesObject,
        _ call: PlotCall
    ) -> Value {
        let color = colors.map { $0[index % $0.count] } ?? axes.nextLineColor()
        if type.hasPrefix("step") {
            let mark = named(.area(outline(plan.outline(counts[index]), color)), index)
            return .list([.object(axes.add(mark, call.types.area))], in: call.python)
        }
        let below = isStacked && index > 0 ? counts[index - 1] : nil
        var bars = BarsMark(
            plan.bars(counts[index], series: index, over: below),
            fills: [shade(face ?? color)],
            edges: [Stroke(edge.map(shade), width: width, dash: dash)])
        if isVertical { bars.stickyY = [bottom] } else { bars.stickyX = [bottom] }
        let artist = axes.add(named(.bars(bars), index), call.types.patch)
        return BarPlots.container(artist, counts[index].count, call)
    }

    private func outline(_ ring: [Point], _ color: Color) -> AreaMark {
        let isFilled = type == "stepfilled"
        let line = isFilled ? edge.map(shade) : shade(edge ?? color)
        return AreaMark(
            [ring], fill: isFilled ? shade(face ?? color) : nil,
            edge: Stroke(line, width: width, dash: dash))
    }

    private func named(_ shape: Mark.Shape, _ index: Int) -> Mark {
        var mark = common.mark(shape, order: 1)
        if let labels, index < labels.count { mark.label = labels[index] }
        return mark
    }
}
