import Charts
import PythonRuntime

/// `pie`.
enum PiePlot {
    private struct Slice {
        var from, to: Double
        var shift: Double

        /// The middle's direction.
        var middle: Double { (from + to) / 2 }

        /// The outline, a corner every two degrees.
        func outline(_ center: Point, _ radius: Double, hole: Double) -> [Point] {
            let count = min(max(Int(abs(to - from) / (Double.pi / 90)), 2), 400)
            let angles = (0...count).map { from + (to - from) * Double($0) / Double(count) }
            let start = place(center, shift, middle)
            let arc = angles.map { place(start, radius, $0) }
            let inner = hole > 0 ? angles.reversed().map { place(start, hole, $0) } : [start]
            return inner + arc
        }

        func place(_ center: Point, _ radius: Double, _ angle: Double) -> Point {
            Point(
                center.x + radius * PlotMath.cosine(angle), center.y + radius * PlotMath.sine(angle)
            )
        }
    }

    static func pie(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let sizes = try call.data.numbers(call.required("x"))
        let explode = try call.next("explode").flatMap {
            $0.isNone ? nil : try call.data.numbers($0)
        }
        let labels = try call.next("labels").flatMap {
            $0.isNone ? nil : try Decorations.words($0, python)
        }
        let colors = try call.next("colors").flatMap { $0.isNone ? nil : try call.colors.list($0) }
        let percent = call.next("autopct").flatMap { $0.isNone ? nil : $0 }
        let percentDistance = try call.number("pctdistance") ?? 0.6
        let labelDistance = try call.number("labeldistance") ?? 1.1
        let start = try call.number("startangle") ?? 0
        let radius = try call.number("radius") ?? 1
        let turns = try call.truth("counterclock") ?? true
        let wedge = try call.take("wedgeprops").map { try WedgeLook($0, python) } ?? WedgeLook()
        let style = try textStyle(&call)
        call.ignore("shadow", "center", "frame", "rotatelabels", "normalize", "hatch")
        try call.finish("pie()")
        let total = sizes.reduce(0, +)
        guard total > 0, total.isFinite, sizes.allSatisfy({ $0 >= 0 }) else {
            throw python.valueError("Wedge sizes 'x' must be non negative values")
        }
        let center = Point(0, 0)
        var angle = start * .pi / 180
        var wedges: [Value] = []
        var words: [Value] = []
        var percents: [Value] = []
        for (index, size) in sizes.enumerated() {
            let turn = size / total * 2 * .pi * (turns ? 1 : -1)
            let shift = explode.map { $0.isEmpty ? 0 : $0[index % $0.count] } ?? 0
            let slice = Slice(from: angle, to: angle + turn, shift: shift)
            angle += turn
            let color = colors.map { $0[index % $0.count] } ?? axes.cycle[index]
            let outline = slice.outline(
                center, radius, hole: max(radius - (wedge.width ?? radius), 0))
            var mark = Mark(
                .area(
                    AreaMark(
                        [outline], fill: color.withAlpha(wedge.alpha ?? color.alpha),
                        edge: wedge.edge)),
                order: 1)
            mark.isClipped = false
            mark.label = labels.map { index < $0.count ? $0[index] : "" }
            wedges.append(.object(axes.add(mark, call.types.wedge)))
            let side: TextAnchor.Horizontal = PlotMath.cosine(slice.middle) > 0 ? .left : .right
            let place = slice.place(center, labelDistance * radius + shift, slice.middle)
            let label = labels.map { index < $0.count ? $0[index] : "" } ?? ""
            words.append(text(label, place, style, TextAnchor(side, .center), axes, call))
            if let percent {
                let share = try NumberFormats.text(size / total * 100, percent, in: python)
                let at = slice.place(center, percentDistance * radius + shift, slice.middle)
                percents.append(text(share, at, style, TextAnchor(.center, .center), axes, call))
            }
        }
        axes.axes.aspect = .fixed(1)
        axes.axes.isAxisOn = false
        for path in [\Axes.x, \Axes.y] {
            axes.axes[keyPath: path].low = -1.25 * radius
            axes.axes[keyPath: path].high = 1.25 * radius
        }
        let lists = [wedges, words] + (percent == nil ? [] : [percents])
        return .tuple(lists.map { .list($0, in: python) }, in: python)
    }

    private static func textStyle(_ call: inout PlotCall) throws -> TextStyle {
        let usual = TextStyle(size: call.settings.fontSize)
        guard let given = call.take("textprops") else { return usual }
        var entries: [(name: String, value: Value)] = []
        try call.python.forEachEntry(given) { entries.append(($0.text ?? "", $1)) }
        var inner = PlotCall(call.python, "Text", Arguments([], keywords: entries))
        return try TextStyles.style(&inner, usual: usual)
    }

    private static func text(
        _ words: String, _ place: Point, _ style: TextStyle, _ anchor: TextAnchor,
        _ axes: AxesObject, _ call: PlotCall
    ) -> Value {
        var mark = Mark(
            .text(TextMark(words, at: .init(place), style: style, anchor: anchor)), order: 3)
        mark.isClipped = false
        let artist = axes.add(mark, call.types.text)
        artist.position = [.float(place.x), .float(place.y)]
        return .object(artist)
    }

    private struct WedgeLook {
        var width: Double?
        var alpha: Double?
        var edge = Stroke(nil, width: 0)

        init() {}

        init(_ value: Value, _ python: Interpreter) throws {
            var entries: [(name: String, value: Value)] = []
            try python.forEachEntry(value) { entries.append(($0.text ?? "", $1)) }
            var call = PlotCall(python, "Wedge", Arguments([], keywords: entries))
            width = try call.number("width")
            alpha = try call.number("alpha")
            let color = try call.color("edgecolor", "ec")
            edge = Stroke(
                color, width: LineStyles.width(try call.number("linewidth", "lw"), usual: 1))
            call.ignore("antialiased", "linestyle", "ls")
            try call.finish("Wedge.set()")
        }
    }
}
