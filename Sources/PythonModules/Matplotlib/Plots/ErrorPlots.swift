import Charts
import PythonRuntime

/// How a call wants error bars.
struct ErrorLook {
    private let x, y: [[Double]]?
    private let color: Color?
    private let width: Double?
    private let cap: Double
    private let capWidth: Double?

    /// nil where the call names no errors.
    init?(_ call: inout PlotCall, axis: String) throws {
        let data = call.data
        func errors(_ value: Value?) throws -> [[Double]]? {
            guard let value else { return nil }
            let table = try data.table(value)
            if table.shape.count == 2, table.shape[0] == 2 {
                let columns = table.shape[1]
                return [Array(table.values[..<columns]), Array(table.values[columns...])]
            }
            return [table.values]
        }
        x = try errors(call.take("xerr"))
        y = try errors(call.take("yerr"))
        color = try call.color("ecolor")
        width = try call.number("elinewidth")
        cap = LineStyles.width(try call.number("capsize"), usual: 0)
        capWidth = try call.number("capthick")
        call.ignore("error_kw", "errorevery", "barsabove", "lolims", "uplims", "xlolims", "xuplims")
        if x == nil, y == nil { return nil }
    }

    func add(
        to axes: AxesObject, at points: [Point], usual: Color, _ call: PlotCall
    ) throws -> ArtistObject {
        var bars: [ErrorBarsMark.Bar] = []
        for (index, point) in points.enumerated() {
            if let y, let (low, high) = try ends(y, index, call) {
                bars.append(
                    .init(
                        from: Point(point.x, point.y - low), to: Point(point.x, point.y + high),
                        isVertical: true))
            }
            if let x, let (low, high) = try ends(x, index, call) {
                bars.append(
                    .init(
                        from: Point(point.x - low, point.y), to: Point(point.x + high, point.y),
                        isVertical: false))
            }
        }
        let mark = ErrorBarsMark(
            bars, stroke: Stroke(color ?? usual, width: LineStyles.width(width, usual: 1.5)),
            cap: cap, capWidth: LineStyles.width(capWidth, usual: 1))
        return axes.add(Mark(.errorBars(mark), order: 2), call.types.lines)
    }

    private func ends(_ errors: [[Double]], _ index: Int, _ call: PlotCall) throws -> (
        low: Double, high: Double
    )? {
        func value(_ list: [Double]) -> Double? {
            list.count == 1 ? list[0] : index < list.count ? list[index] : nil
        }
        guard let low = errors.first.flatMap(value), let high = errors.last.flatMap(value) else {
            return nil
        }
        guard !(low < 0), !(high < 0) else {
            throw call.python.valueError("'yerr' must not contain negative values")
        }
        return (low, high)
    }
}

/// `errorbar`.
enum ErrorPlots {
    static var functions: [(name: String, body: AxesFunctions.Body)] { [("errorbar", errorBar)] }

    private static func errorBar(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let x = try call.data.places(call.required("x"), on: &axes.axes.x)
        let y = try call.data.numbers(call.required("y"))
        guard x.count == y.count else {
            throw python.valueError("'x' and 'y' must have the same size")
        }
        if !call.positional.isEmpty { call = call.named(["yerr", "xerr", "fmt"]) }
        let errors = try ErrorLook(&call, axis: "y")
        let formatText = try call.text("fmt") ?? ""
        let format =
            formatText.lowercased() == "none" ? nil : try FormatText(formatText, in: python)
        let look = try LineLook(&call)
        try call.finish("Line2D.set()")
        var line = look.line(x, y, format, axes)
        if formatText.lowercased() == "none" { line.stroke.dash = .none }
        let color = line.stroke.color ?? .black
        var mark = look.common.mark(.line(line), order: 2)
        mark.label = look.common.label
        let data = axes.add(mark, call.types.line)
        var parts: [Value] = [.object(data), .tuple([], in: python)]
        if let errors {
            let bars = try errors.add(
                to: axes, at: zip(x, y).map { Point($0, $1) }, usual: color, call)
            if let order = look.common.order { bars.mark.order = order }
            parts.append(.tuple([.object(bars)], in: python))
        } else {
            parts.append(.tuple([], in: python))
        }
        return .object(TupleObject(parts, type: call.types.errorContainer, in: python))
    }
}
