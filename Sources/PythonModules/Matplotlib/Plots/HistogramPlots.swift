import Charts
import PythonRuntime

/// `hist` and `hist2d`.
enum HistogramPlots {
    static var functions: [(name: String, body: AxesFunctions.Body)] {
        [
            ("hist", hist), ("hist2d", hist2d),
        ]
    }

    /// More bins than a picture has pixels.
    private static let binLimit = 100_000

    private static func hist(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let data = call.data
        let value = try call.required("x")
        let series = try words(value, axes, data) ?? data.series(value)
        let binsValue = call.next("bins")
        let range = try call.next("range").flatMap { $0.isNone ? nil : try data.numbers($0) }
        let isDensity = try call.next("density").map { try python.isTrue($0) } ?? false
        let weightValue = call.next("weights").flatMap { $0.isNone ? nil : $0 }
        let weights = try weightValue.map { try data.series($0) }
        let cumulative = try call.next("cumulative").map { try Cumulation($0, python) } ?? .none
        let type = try call.text("histtype") ?? "bar"
        let alignment = try call.text("align") ?? "mid"
        let isVertical = try call.text("orientation") != "horizontal"
        let relative = try call.number("rwidth")
        let isLog = try call.truth("log") ?? false
        let isStacked = try call.truth("stacked") ?? false || type == "barstacked"
        let bottom = try call.take("bottom").map { try data.numbers($0).first ?? 0 } ?? 0
        guard ["bar", "barstacked", "step", "stepfilled"].contains(type) else {
            throw python.valueError(
                "'\(type)' is not a valid value for histtype; supported values are 'bar', 'barstacked', 'step', 'stepfilled'"
            )
        }
        let colors = try call.take("color").map { try call.colors.list($0) }
        let labels = try labels(&call)
        let common = try CommonOptions(&call)
        let face = try call.color("facecolor", "fc")
        let edge = try call.color("edgecolor", "ec")
        let width = try call.number("linewidth", "lw")
        let dash = try call.take("linestyle", "ls").map { try LineStyles.dash($0, in: python) }
        call.ignore("hatch", "fill")
        try call.finish("Rectangle.set()")
        let usual = binsValue == nil ? call.settings.values["hist.bins"] : nil
        let edges = try edges(binsValue ?? usual, over: series.flatMap { $0 }, range, python)
        var counts = series.enumerated().map { index, numbers in
            Self.counts(numbers, edges, weights.map { index < $0.count ? $0[index] : [] })
        }
        if isDensity, !isStacked { counts = counts.map { Self.density($0, edges) } }
        counts = counts.map { cumulative.sum($0, edges, isDensity: isDensity) }
        if isStacked {
            for index in counts.indices.dropFirst() {
                counts[index] = zip(counts[index], counts[index - 1]).map(+)
            }
            if isDensity, let top = counts.last {
                let total = zip(top, zip(edges, edges.dropFirst())).reduce(0) {
                    $0 + $1.0 * ($1.1.1 - $1.1.0)
                }
                counts = counts.map { $0.map { total > 0 ? $0 / total : 0 } }
            }
        }
        if isLog {
            if isVertical {
                axes.axes.y.scale = .log(base: 10)
            } else {
                axes.axes.x.scale = .log(base: 10)
            }
        }
        var containers: [Value] = []
        let plan = HistogramBars(
            edges: edges, count: series.count, isStacked: isStacked, isVertical: isVertical,
            alignment: alignment, relative: relative, bottom: bottom)
        for (index, column) in counts.enumerated() {
            let color = colors.map { $0[index % $0.count] } ?? axes.nextFillColor()
            let shade = { (color: Color) in color.withAlpha(common.alpha ?? color.alpha) }
            var mark: Mark
            if type.hasPrefix("step") {
                let isFilled = type == "stepfilled"
                let stroke = Stroke(
                    isFilled ? edge.map(shade) : shade(edge ?? color),
                    width: LineStyles.width(width, usual: 1), dash: dash ?? .solid)
                let area = AreaMark(
                    [plan.outline(column)], fill: isFilled ? shade(face ?? color) : nil,
                    edge: stroke)
                mark = common.mark(.area(area), order: 1)
                let value = Value.list(
                    [.object(axes.add(named(mark, labels, index), call.types.area))], in: python)
                containers.append(value)
                continue
            }
            let below = isStacked && index > 0 ? counts[index - 1] : nil
            var bars = BarsMark(
                plan.bars(column, series: index, over: below), fills: [shade(face ?? color)],
                edges: [
                    Stroke(
                        edge.map(shade), width: LineStyles.width(width, usual: 1),
                        dash: dash ?? .solid)
                ])
            if isVertical { bars.stickyY = [bottom] } else { bars.stickyX = [bottom] }
            mark = common.mark(.bars(bars), order: 1)
            let artist = axes.add(named(mark, labels, index), call.types.patch)
            containers.append(BarPlots.container(artist, column.count, call))
        }
        let arrays = counts.map { ArrayValues.vector($0, in: python) }
        let isSingle = containers.count == 1
        return .tuple(
            [
                isSingle ? arrays[0] : ArrayValues.matrix(counts, in: python),
                ArrayValues.vector(edges, in: python),
                isSingle ? containers[0] : .list(containers, in: python),
            ], in: python)
    }

    private static func named(_ mark: Mark, _ labels: [String]?, _ index: Int) -> Mark {
        guard let labels, index < labels.count else { return mark }
        var mark = mark
        mark.label = labels[index]
        return mark
    }

    private static func labels(_ call: inout PlotCall) throws -> [String]? {
        guard let given = call.keywords.first(where: { $0.name == "label" })?.value,
            given.object is ListObject || given.object is TupleObject
        else { return nil }
        _ = call.take("label")
        return try call.python.list(given).map { try call.python.str($0) }
    }

    private static func words(_ value: Value, _ axes: AxesObject, _ data: PlotData) throws
        -> [[Double]]?
    {
        guard try data.words(value) != nil else { return nil }
        return [try data.places(value, on: &axes.axes.x)]
    }

    // MARK: Counting

    private static func edges(
        _ value: Value?, over numbers: [Double], _ range: [Double]?, _ python: Interpreter
    ) throws -> [Double] {
        if let value, let object = value.object, value.text == nil, value.integer == nil,
            !(object is ScalarObject)
        {
            let edges = try PlotData(python).numbers(value)
            guard edges.count > 1, zip(edges, edges.dropFirst()).allSatisfy({ $0 <= $1 }) else {
                throw python.valueError("`bins` must increase monotonically, when an array")
            }
            return edges
        }
        let finite = numbers.filter(\.isFinite)
        var (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
        if let range, range.count == 2 { (low, high) = (range[0], range[1]) }
        guard low.isFinite, high.isFinite, low <= high else {
            throw python.valueError("max must be larger than min in range parameter.")
        }
        if low == high { (low, high) = (low - 0.5, high + 0.5) }
        let count: Int
        if value?.text != nil {
            count = automaticCount(finite, low, high)
        } else {
            count = try value.map { $0.isNone ? 10 : try python.index($0) } ?? 10
        }
        guard count >= 1, count <= binLimit else {
            throw python.valueError("`bins` must be positive, when an integer")
        }
        return (0...count).map { low + (high - low) * Double($0) / Double(count) }
    }

    /// Freedman's and Diaconis's width or Sturges's, whichever is smaller: `bins='auto'`.
    private static func automaticCount(_ numbers: [Double], _ low: Double, _ high: Double) -> Int {
        guard numbers.count > 1 else { return 1 }
        let sorted = numbers.sorted()
        let quartiles = Quantiles(sorted)
        let spread = quartiles[0.75] - quartiles[0.25]
        let count = Double(numbers.count)
        let sturges = (high - low) / (PlotMath.log10(count) / PlotMath.log10(2) + 1)
        let width = 2 * spread / PlotMath.power(count, 1 / 3)
        let best = width > 0 ? min(width, sturges) : sturges
        guard best > 0 else { return 1 }
        return Int(min(max(((high - low) / best).rounded(.up), 1), Double(binLimit)))
    }

    private static func counts(_ numbers: [Double], _ edges: [Double], _ weights: [Double]?)
        -> [Double]
    {
        var counts = [Double](repeating: 0, count: edges.count - 1)
        for (index, number) in numbers.enumerated() {
            guard let bin = bin(of: number, edges) else { continue }
            counts[bin] += weights.map { index < $0.count ? $0[index] : 0 } ?? 1
        }
        return counts
    }

    /// The bin of a number; the last one has its right end too.
    static func bin(of number: Double, _ edges: [Double]) -> Int? {
        guard let last = edges.last, number >= edges[0], number <= last else { return nil }
        var (low, high) = (0, edges.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if number >= edges[middle] { low = middle } else { high = middle }
        }
        return low
    }

    static func density(_ counts: [Double], _ edges: [Double]) -> [Double] {
        let total = counts.reduce(0, +)
        return zip(counts, zip(edges, edges.dropFirst())).map { count, ends in
            total > 0 && ends.1 > ends.0 ? count / (ends.1 - ends.0) / total : 0
        }
    }

    /// Which way counts are added up.
    private enum Cumulation {
        case none, forward, backward

        init(_ value: Value, _ python: Interpreter) throws {
            let isOn = try python.isTrue(value)
            self = !isOn ? .none : (value.integer ?? 1) < 0 ? .backward : .forward
        }

        func sum(_ counts: [Double], _ edges: [Double], isDensity: Bool) -> [Double] {
            guard self != .none else { return counts }
            let widths = zip(edges, edges.dropFirst()).map { $1 - $0 }
            let parts = isDensity ? zip(counts, widths).map(*) : counts
            var sum = 0.0
            let ordered = self == .forward ? parts : parts.reversed()
            let sums = ordered.map { part -> Double in
                sum += part
                return sum
            }
            return self == .forward ? sums : sums.reversed()
        }
    }

    // MARK: In two directions

    private static func hist2d(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let x = try call.data.numbers(call.required("x"))
        let y = try call.data.numbers(call.required("y"))
        guard x.count == y.count else {
            throw python.valueError("x and y must have the same length.")
        }
        let bins = call.next("bins")
        let pair = try bins.flatMap { value -> [Value]? in
            guard value.object is ListObject || value.object is TupleObject else { return nil }
            let items = try python.list(value)
            return items.count == 2 ? items : nil
        }
        let xEdges = try edges(pair?[0] ?? bins, over: x, nil, python)
        let yEdges = try edges(pair?[1] ?? bins, over: y, nil, python)
        let (columns, rows) = (xEdges.count - 1, yEdges.count - 1)
        guard columns * rows <= 4_000_000 else { throw python.valueError("too many bins") }
        var counts = [Double](repeating: 0, count: columns * rows)
        for (a, b) in zip(x, y) {
            if let column = bin(of: a, xEdges), let row = bin(of: b, yEdges) {
                counts[row * columns + column] += 1
            }
        }
        let scale = try call.colors.scale(&call, over: counts)
        let common = try CommonOptions(&call)
        try call.finish("QuadMesh.set()")
        let flipped = (0..<rows).reversed().flatMap {
            counts[($0 * columns)..<(($0 + 1) * columns)]
        }
        let picture = Picture(
            values: flipped, width: columns, height: rows, scale: scale, alpha: common.alpha)
        var mark = PictureMark(
            picture, left: xEdges[0], right: xEdges[columns], bottom: yEdges[0], top: yEdges[rows])
        mark.scale = scale
        let artist = axes.add(common.mark(.picture(mark), order: 0), call.types.mesh)
        axes.figure?.mappable = artist
        let columnsFirst = (0..<columns).map { column in
            (0..<rows).map { counts[$0 * columns + column] }
        }
        return .tuple(
            [
                ArrayValues.matrix(columnsFirst, in: python),
                ArrayValues.vector(xEdges, in: python),
                ArrayValues.vector(yEdges, in: python), .object(artist),
            ], in: python)
    }
}
