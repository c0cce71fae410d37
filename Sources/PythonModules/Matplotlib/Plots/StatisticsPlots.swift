import Charts
import PythonRuntime

/// `boxplot`, `violinplot` and `eventplot`.
enum StatisticsPlots {
    static var functions: [(name: String, body: AxesFunctions.Body)] {
        [
            ("boxplot", boxes), ("violinplot", violins), ("eventplot", events),
        ]
    }

    /// What a box shows of numbers.
    private struct Summary {
        let first, middle, third, low, high, mean: Double
        let outliers: [Double]

        init?(_ numbers: [Double], reach: Double) {
            let sorted = numbers.filter(\.isFinite).sorted()
            guard !sorted.isEmpty else { return nil }
            let quantiles = Quantiles(sorted)
            (first, middle, third) = (quantiles[0.25], quantiles[0.5], quantiles[0.75])
            let span = reach * (third - first)
            let (bottom, top) = (first - span, third + span)
            low = sorted.first { $0 >= bottom } ?? first
            high = sorted.last { $0 <= top } ?? third
            outliers = sorted.filter { $0 < bottom || $0 > top }
            mean = sorted.reduce(0, +) / Double(sorted.count)
        }
    }

    private static func boxes(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let series = try call.data.series(call.required("x"))
        let isVertical = try call.truth("vert") ?? true
        let positions =
            try call.take("positions").map { try call.data.numbers($0) }
            ?? (1...max(series.count, 1)).map(Double.init)
        let labels = try call.take("labels", "tick_labels").map {
            try Decorations.words($0, python)
        }
        let showsOutliers = try call.truth("showfliers") ?? true
        let showsMeans = try call.truth("showmeans") ?? false
        let isFilled = try call.truth("patch_artist") ?? false
        let reach = try call.number("whis") ?? 1.5
        let width = try call.take("widths").map { try call.data.numbers($0).first ?? 0.5 }
        call.ignore(
            "notch", "sym", "bootstrap", "medianprops", "boxprops", "whiskerprops", "capprops",
            "flierprops", "meanprops", "meanline", "showcaps", "showbox", "manage_ticks",
            "autorange", "usermedians", "conf_intervals", "zorder")
        try call.finish("boxplot()")
        guard positions.count == series.count else {
            throw python.valueError(
                "List of boxplot statistics and `positions` values must have same the length")
        }
        let count = Double(series.count)
        let extent = (positions.max() ?? 1) - (positions.min() ?? 1)
        let size = width ?? min(max(0.15 * (count > 1 ? extent : 0), 0.15), 0.5)
        var parts: [String: [Value]] = [:]
        func point(_ along: Double, _ across: Double) -> Point {
            isVertical ? Point(along, across) : Point(across, along)
        }
        func lines(_ name: String, _ paths: [[Point]], _ color: Color) {
            let mark = SegmentsMark(paths, strokes: [Stroke(color, width: 1)])
            let artist = axes.add(Mark(.segments(mark), order: 2), call.types.line)
            parts[name, default: []].append(.object(artist))
        }
        for (place, numbers) in zip(positions, series) {
            guard let box = Summary(numbers, reach: reach) else { continue }
            let (left, right) = (place - size / 2, place + size / 2)
            let outline = [
                point(left, box.first), point(right, box.first), point(right, box.third),
                point(left, box.third),
            ]
            let area = AreaMark(
                [outline], fill: isFilled ? ColorReader.cycle[0] : nil,
                edge: Stroke(.black, width: 1))
            parts["boxes", default: []].append(
                .object(
                    axes.add(
                        Mark(.area(area), order: 2),
                        isFilled ? call.types.patch : call.types.line)))
            lines("whiskers", [[point(place, box.first), point(place, box.low)]], .black)
            lines("whiskers", [[point(place, box.third), point(place, box.high)]], .black)
            for end in [box.low, box.high] {
                lines(
                    "caps", [[point(place - size / 4, end), point(place + size / 4, end)]], .black)
            }
            lines(
                "medians", [[point(left, box.middle), point(right, box.middle)]],
                ColorReader.cycle[1])
            if showsOutliers {
                parts["fliers", default: []].append(
                    .object(
                        points(
                            box.outliers.map { point(place, $0) }, .circle, nil, .black, axes, call)
                    ))
            }
            if showsMeans {
                let green = ColorReader.cycle[2]
                parts["means", default: []].append(
                    .object(points([point(place, box.mean)], .upward, green, green, axes, call)))
            }
        }
        let along = isVertical ? \Axes.x : \Axes.y
        axes.axes[keyPath: along].locator = .fixed(positions)
        axes.axes[keyPath: along].formatter = .fixed(
            labels ?? positions.map { $0 == $0.rounded() && abs($0) < 1e9 ? "\(Int($0))" : "\($0)" }
        )
        axes.axes[keyPath: along].low = (positions.min() ?? 1) - 0.5
        axes.axes[keyPath: along].high = (positions.max() ?? 1) + 0.5
        return dictionary(
            ["whiskers", "caps", "boxes", "medians", "fliers", "means"].map {
                ($0, parts[$0] ?? [])
            },
            python)
    }

    private static func points(
        _ places: [Point], _ symbol: MarkerSymbol, _ fill: Color?, _ edge: Color,
        _ axes: AxesObject, _ call: PlotCall
    ) -> ArtistObject {
        var line = LineMark(
            x: places.map(\.x), y: places.map(\.y), stroke: Stroke(nil, width: 0, dash: .none))
        line.marker = Marker(symbol, fill: fill, edge: Stroke(edge, width: 1))
        return axes.add(Mark(.line(line), order: 2), call.types.line)
    }

    private static func dictionary(_ parts: [(String, [Value])], _ python: Interpreter) -> Value {
        let dictionary = DictionaryObject(in: python)
        for (name, values) in parts { dictionary[name] = .list(values, in: python) }
        return .object(dictionary)
    }

    // MARK: Violins

    private static func violins(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let series = try call.data.series(call.required("dataset"))
        let positions =
            try call.next("positions").flatMap { $0.isNone ? nil : try call.data.numbers($0) }
            ?? (1...max(series.count, 1)).map(Double.init)
        let width = try call.number("widths") ?? 0.5
        let showsMeans = try call.truth("showmeans") ?? false
        let showsMedians = try call.truth("showmedians") ?? false
        let showsEnds = try call.truth("showextrema") ?? true
        call.ignore("vert", "points", "bw_method", "quantiles")
        try call.finish("violinplot()")
        let color = axes.nextFillColor()
        var bodies: [Value] = []
        var paths: [[Point]] = []
        for (place, numbers) in zip(positions, series) {
            let sorted = numbers.filter(\.isFinite).sorted()
            guard let low = sorted.first, let high = sorted.last else { continue }
            let outline = density(sorted, low, high)
            let most = outline.map(\.1).max() ?? 1
            let right = outline.map { Point(place + $0.1 / most * width / 2, $0.0) }
            let left = outline.reversed().map { Point(place - $0.1 / most * width / 2, $0.0) }
            let area = AreaMark(
                [right + left], fill: color.withAlpha(0.3), edge: Stroke(nil, width: 0))
            bodies.append(.object(axes.add(Mark(.area(area), order: 1), call.types.area)))
            func bar(_ value: Double) -> [Point] {
                [Point(place - width / 4, value), Point(place + width / 4, value)]
            }
            if showsEnds {
                paths += [bar(low), bar(high), [Point(place, low), Point(place, high)]]
            }
            if showsMedians { paths.append(bar(Quantiles(sorted)[0.5])) }
            if showsMeans { paths.append(bar(sorted.reduce(0, +) / Double(sorted.count))) }
        }
        axes.add(
            Mark(.segments(SegmentsMark(paths, strokes: [Stroke(color)])), order: 2),
            call.types.lines)
        return dictionary([("bodies", bodies)], python)
    }

    /// A smooth density by Gaussian bells of Scott's width, at a hundred places.
    private static func density(_ sorted: [Double], _ low: Double, _ high: Double) -> [(
        Double, Double
    )] {
        let count = Double(sorted.count)
        let mean = sorted.reduce(0, +) / count
        let variance = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(count - 1, 1)
        let bell = max(variance.squareRoot() * PlotMath.power(count, -0.2), 1e-12)
        // A bell for each of at most a thousand numbers is smooth enough.
        let step = max(sorted.count / 1000, 1)
        let sample = stride(from: 0, to: sorted.count, by: step).map { sorted[$0] }
        return (0..<100).map { index in
            let place = low + (high - low) * Double(index) / 99
            let height = sample.reduce(0) { sum, number in
                let distance = (place - number) / bell
                return sum + PlotMath.exponential(-distance * distance / 2)
            }
            return (place, height)
        }
    }

    private static func events(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let series = try call.data.series(call.required("positions"))
        let given = try call.take("lineoffsets").map { try call.data.numbers($0) } ?? []
        let offsets = given.isEmpty ? [1] : given
        let length = try call.number("linelengths") ?? 1
        let colors =
            try call.take("colors", "color").map { try call.colors.list($0) } ?? [
                ColorReader.cycle[0]
            ]
        let width = try call.number("linewidths", "linewidth", "lw")
        call.ignore("orientation", "linestyles")
        let common = try CommonOptions(&call)
        try call.finish("EventCollection.set()")
        let results = series.enumerated().map { index, places -> Value in
            let middle =
                offsets.count == 1 ? offsets[0] + Double(index) : offsets[index % offsets.count]
            let paths = places.map {
                [Point($0, middle - length / 2), Point($0, middle + length / 2)]
            }
            let stroke = Stroke(
                colors[index % colors.count].withAlpha(common.alpha),
                width: LineStyles.width(width, usual: 1.5))
            return .object(
                axes.add(
                    common.mark(.segments(SegmentsMark(paths, strokes: [stroke])), order: 2),
                    call.types.lines))
        }
        return .list(results, in: python)
    }
}
