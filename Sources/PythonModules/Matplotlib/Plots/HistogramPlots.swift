import Charts
import PythonRuntime

/// `hist` and `hist2d`.
enum HistogramPlots {
    static var functions: [(name: String, body: AxesFunctions.Body)] {
        [
            ("hist", hist), ("hist2d", hist2d),
        ]
    }

    private static func hist(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let data = call.data
        let value = try call.required("x")
        let series = try words(value, axes, data) ?? data.series(value)
        let counting = try HistogramCounting(series, &call)
        let look = try HistogramLook(&call)
        try call.finish("Rectangle.set()")
        if look.isLogarithmic {
            let path: WritableKeyPath<Axes, Axis> = look.isVertical ? \.y : \.x
            axes.axes[keyPath: path].scale = .log(base: 10)
        }
        let counts = counting.counts(of: series, isStacked: look.isStacked)
        let plan = HistogramBars(
            edges: counting.edges, count: series.count, isStacked: look.isStacked,
            isVertical: look.isVertical, alignment: look.alignment, relative: look.relative,
            bottom: look.bottom)
        let containers = counts.indices.map { index in
            look.add(counts, series: index, plan, to: axes, call)
        }
        return result(counts, counting.edges, containers, call.python)
    }

    /// The counts, the edges and the bars, as `hist` gives them.
    private static func result(
        _ counts: [[Double]], _ edges: [Double], _ containers: [Value], _ python: Interpreter
    ) -> Value {
        let isSingle = containers.count == 1
        return .tuple(
            [
                isSingle
                    ? ArrayValues.vector(counts[0], in: python)
                    : ArrayValues.matrix(counts, in: python),
                ArrayValues.vector(edges, in: python),
                isSingle ? containers[0] : .list(containers, in: python),
            ], in: python)
    }

    private static func words(_ value: Value, _ axes: AxesObject, _ data: PlotData) throws
        -> [[Double]]?
    {
        guard try data.words(value) != nil else { return nil }
        return [try data.places(value, on: &axes.axes.x)]
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
        let xEdges = try HistogramCounting.edges(pair?[0] ?? bins, over: x, nil, python)
        let yEdges = try HistogramCounting.edges(pair?[1] ?? bins, over: y, nil, python)
        let (columns, rows) = (xEdges.count - 1, yEdges.count - 1)
        guard columns * rows <= 4_000_000 else { throw python.valueError("too many bins") }
        var counts = [Double](repeating: 0, count: columns * rows)
        for (a, b) in zip(x, y) {
            if let column = HistogramCounting.bin(of: a, xEdges),
                let row = HistogramCounting.bin(of: b, yEdges)
            {
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
