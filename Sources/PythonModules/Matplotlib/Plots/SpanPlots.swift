import Charts
import PythonRuntime

/// Lines and bands across axes: `axhline`, `axvspan`, `hlines`, …
enum SpanPlots {
    static var functions: [(name: String, body: AxesFunctions.Body)] {
        [
            ("axhline", { try line($0, &$1, isHorizontal: true) }),
            ("axvline", { try line($0, &$1, isHorizontal: false) }),
            ("axhspan", { try span($0, &$1, isHorizontal: true) }),
            ("axvspan", { try span($0, &$1, isHorizontal: false) }),
            ("hlines", { try lines($0, &$1, isHorizontal: true) }),
            ("vlines", { try lines($0, &$1, isHorizontal: false) }), ("axline", axline),
        ]
    }

    private static func line(
        _ axes: AxesObject, _ call: inout PlotCall, isHorizontal: Bool
    ) throws -> Value {
        let at =
            try (isHorizontal ? call.next("y") : call.next("x")).map { try call.python.double($0) }
            ?? 0
        let from =
            try (isHorizontal ? call.next("xmin") : call.next("ymin")).map {
                try call.python.double($0)
            } ?? 0
        let to =
            try (isHorizontal ? call.next("xmax") : call.next("ymax")).map {
                try call.python.double($0)
            } ?? 1
        if !call.positional.isEmpty { _ = call.takePositional() }
        let look = try LineLook(&call)
        try call.finish("Line2D.set()")
        // These lines are blue unless told otherwise; they take no colour from the cycle.
        let counter = axes.lineColor
        var mark = look.line(
            isHorizontal ? [from, to] : [at, at], isHorizontal ? [at, at] : [from, to], nil, axes)
        axes.lineColor = counter
        if look.color == nil {
            mark.stroke.color = axes.cycle[0].withAlpha(look.common.alpha)
        }
        if isHorizontal { mark.xSpace = .frame } else { mark.ySpace = .frame }
        return .object(axes.add(look.common.mark(.line(mark), order: 2), call.types.line))
    }

    private static func span(
        _ axes: AxesObject, _ call: inout PlotCall, isHorizontal: Bool
    ) throws -> Value {
        let python = call.python
        let low = try python.double(isHorizontal ? call.required("ymin") : call.required("xmin"))
        let high = try python.double(isHorizontal ? call.required("ymax") : call.required("xmax"))
        let from =
            try (isHorizontal ? call.next("xmin") : call.next("ymin")).map { try python.double($0) }
            ?? 0
        let to =
            try (isHorizontal ? call.next("xmax") : call.next("ymax")).map { try python.double($0) }
            ?? 1
        let common = try CommonOptions(&call)
        let counter = axes.fillColor
        let look = try FillLook(&call, axes, common)
        axes.fillColor = counter
        try call.finish("Polygon.set()")
        let bar =
            isHorizontal
            ? BarsMark.Bar(x0: from, y0: low, x1: to, y1: high)
            : BarsMark.Bar(x0: low, y0: from, x1: high, y1: to)
        var mark = BarsMark([bar], fills: look.fills, edges: look.edges)
        if isHorizontal { mark.xSpace = .frame } else { mark.ySpace = .frame }
        return .object(axes.add(common.mark(.bars(mark), order: 1), call.types.patch))
    }

    private static func lines(
        _ axes: AxesObject, _ call: inout PlotCall, isHorizontal: Bool
    ) throws -> Value {
        let python = call.python
        let data = call.data
        let places = try data.numbers(isHorizontal ? call.required("y") : call.required("x"))
        let low = try data.numbers(isHorizontal ? call.required("xmin") : call.required("ymin"))
        let high = try data.numbers(isHorizontal ? call.required("xmax") : call.required("ymax"))
        let colors = try call.next("colors").flatMap { $0.isNone ? nil : try call.colors.list($0) }
        let other = try call.take("color").map { try call.colors.list($0) }
        let styles = try call.next("linestyles").map { try LineStyles.dash($0, in: python) }
        let dash = try call.take("linestyle", "ls").map { try LineStyles.dash($0, in: python) }
        let width = try call.take("linewidths", "linewidth", "lw").map { try data.numbers($0) }
        if !call.positional.isEmpty { call = call.named(["label"]) }
        let common = try CommonOptions(&call)
        try call.finish("LineCollection.set()")
        let count = max(places.count, low.count, high.count)
        guard !places.isEmpty, !low.isEmpty, !high.isEmpty else {
            return .object(
                axes.add(
                    common.mark(.segments(SegmentsMark([], strokes: [])), order: 2),
                    call.types.lines))
        }
        let paths = (0..<count).map { index -> [Point] in
            let (place, a, b) = (
                places[index % places.count], low[index % low.count], high[index % high.count]
            )
            return isHorizontal
                ? [Point(a, place), Point(b, place)] : [Point(place, a), Point(place, b)]
        }
        let shades = (other ?? colors ?? [axes.cycle[0]]).map {
            $0.withAlpha(common.alpha ?? $0.alpha)
        }
        let strokes = shades.map {
            Stroke(
                $0, width: LineStyles.width(width?.first, usual: 1.5),
                dash: dash ?? styles ?? .solid)
        }
        let mark = SegmentsMark(paths, strokes: strokes)
        return .object(axes.add(common.mark(.segments(mark), order: 2), call.types.lines))
    }

    /// A line through two points or with a slope, as far as the axes reach.
    private static func axline(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let first = try call.data.numbers(call.required("xy1"))
        let second = try call.next("xy2").flatMap { $0.isNone ? nil : try call.data.numbers($0) }
        let slope = try call.number("slope")
        let look = try LineLook(&call)
        try call.finish("Line2D.set()")
        guard first.count == 2, second?.count == 2 || slope != nil else {
            throw call.python.typeError("Exactly one of 'xy2' and 'slope' must be given")
        }
        let dx = second.map { $0[0] - first[0] } ?? 1
        let dy = second.map { $0[1] - first[1] } ?? slope ?? 0
        let far = 1e4
        var mark = look.line(
            [first[0] - far * dx, first[0] + far * dx], [first[1] - far * dy, first[1] + far * dy],
            nil, axes)
        mark.marker = nil
        var whole = look.common.mark(.line(mark), order: 2)
        whole.setsLimits = false
        return .object(axes.add(whole, call.types.line))
    }
}
