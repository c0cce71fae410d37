import Charts
import PythonRuntime

/// Matrices as pictures: `imshow`, `matshow`, `pcolormesh`.
enum PicturePlots {
    static var functions: [(name: String, body: AxesFunctions.Body)] {
        [
            ("imshow", imshow), ("matshow", matshow), ("pcolormesh", mesh), ("pcolor", mesh),
            ("spy", spy),
        ]
    }

    /// A picture with more pixels would not fit a page.
    private static let pixelLimit = 4_000_000

    private static func imshow(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let table = try call.data.table(call.required("X"))
        if !call.positional.isEmpty { call = call.named(["cmap", "norm"]) }
        return try show(table, axes, &call)
    }

    private static func show(
        _ table: PlotData.Table, _ axes: AxesObject, _ call: inout PlotCall
    ) throws -> Value {
        let python = call.python
        let (rows, columns) = try size(table, python)
        let alpha = try call.number("alpha")
        let isPixels = table.shape.count == 3 && table.shape[2] > 1
        let scale = isPixels ? nil : try call.colors.scale(&call, over: table.values)
        if isPixels { call.ignore("cmap", "vmin", "vmax", "norm") }
        let origin = try call.text("origin") ?? call.settings.text("image.origin") ?? "upper"
        let extent = try call.take("extent").map { try call.data.numbers($0) }
        let aspect = call.take("aspect")
        let interpolation = try call.text("interpolation") ?? "antialiased"
        call.ignore("filternorm", "filterrad", "resample", "interpolation_stage")
        let common = try CommonOptions(&call)
        try call.finish("AxesImage.set()")
        let isUpper = origin == "upper"
        let picture: Picture
        if let scale {
            let values = isUpper ? table.values : flipped(table.values, rows, columns)
            picture = Picture(
                values: values, width: columns, height: rows, scale: scale, alpha: alpha)
        } else {
            let pixels = pixels(table, alpha)
            picture = Picture(
                pixels: isUpper ? pixels : flipped(pixels, rows, columns), width: columns,
                height: rows)
        }
        var box = [-0.5, Double(columns) - 0.5, -0.5, Double(rows) - 0.5]
        if isUpper { box = [box[0], box[1], box[3], box[2]] }
        if let extent, extent.count == 4 { box = extent }
        var mark = PictureMark(picture, left: box[0], right: box[1], bottom: box[2], top: box[3])
        mark.scale = scale
        mark.isSmooth = ["bilinear", "bicubic", "lanczos", "spline16", "gaussian", "hanning"]
            .contains(interpolation)
        setLimits(axes, box)
        axes.axes.aspect = try self.aspect(aspect, call)
        let artist = axes.add(common.mark(.picture(mark), order: 0), call.types.image)
        if scale != nil { axes.figure?.mappable = artist }
        return .object(artist)
    }

    private static func size(_ table: PlotData.Table, _ python: Interpreter) throws -> (Int, Int) {
        let isMatrix = table.shape.count == 2
        let isPicture = table.shape.count == 3 && [1, 3, 4].contains(table.shape[2])
        guard isMatrix || isPicture else {
            let shape = table.shape.map(String.init).joined(separator: ", ")
            throw python.typeError(
                "Invalid shape (\(shape)\(table.shape.count == 1 ? "," : "")) for image data")
        }
        guard table.shape[0] * table.shape[1] <= pixelLimit else {
            throw python.valueError(
                "a picture of \(table.shape[0]) × \(table.shape[1]) pixels is too large for a page")
        }
        return (table.shape[0], table.shape[1])
    }

    private static func flipped<Item>(_ items: [Item], _ rows: Int, _ columns: Int) -> [Item] {
        (0..<rows).reversed().flatMap { items[($0 * columns)..<(($0 + 1) * columns)] }
    }

    private static func pixels(_ table: PlotData.Table, _ alpha: Double?) -> [Color] {
        let parts = table.shape[2]
        let unit = table.isBytes ? 255.0 : 1
        return stride(from: 0, to: table.values.count - parts + 1, by: parts).map { start in
            let opacity = parts == 4 ? table.values[start + 3] / unit : 1
            return Color(
                red: table.values[start] / unit, green: table.values[start + 1] / unit,
                blue: table.values[start + 2] / unit, alpha: alpha ?? opacity)
        }
    }

    /// A picture fills its axes, unless limits were set.
    private static func setLimits(_ axes: AxesObject, _ box: [Double]) {
        guard axes.axes.x.low == nil, axes.axes.y.low == nil else { return }
        axes.axes.x.isInverted = box[1] < box[0]
        axes.axes.y.isInverted = box[3] < box[2]
        // A picture takes the limits; what comes after it may widen them again.
        for artist in axes.artists { artist.mark.setsLimits = false }
    }

    private static func aspect(_ value: Value?, _ call: PlotCall) throws -> Axes.Aspect {
        switch value?.text ?? (value == nil ? call.settings.text("image.aspect") : nil) {
        case "auto": return .free
        case "equal": return .fixed(1)
        default:
            guard let value else { return .fixed(1) }
            let ratio = try call.python.double(value)
            return ratio > 0 && ratio.isFinite ? .fixed(ratio) : .fixed(1)
        }
    }

    private static func matshow(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let table = try call.data.table(call.required("A"))
        call.ignore("fignum")
        let image = try show(table, axes, &call)
        axes.axes.x.isFar = true
        axes.axes.x.ticks.showsFarTicks = true
        for path in [\Axes.x, \Axes.y] {
            axes.axes[keyPath: path].locator = .nice(count: 9, integer: true)
        }
        return image
    }

    private static func spy(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let table = try call.data.table(call.required("Z"))
        call.ignore("precision", "markersize", "marker")
        let marks = PlotData.Table(
            shape: table.shape, values: table.values.map { $0 == 0 ? 0 : 1 }, isBytes: false)
        call.add("cmap", .string("binary", in: call.python))
        return try show(marks, axes, &call)
    }

    // MARK: Meshes

    private static func mesh(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let values = call.takePositional()
        guard let last = values.last, values.count == 1 || values.count == 3 else {
            throw python.typeError("pcolormesh() takes 1 or 3 positional arguments")
        }
        let table = try call.data.table(last)
        let (rows, columns) = try size(table, python)
        let scale = try call.colors.scale(&call, over: table.values)
        let common = try CommonOptions(&call)
        let edge = try call.color("edgecolors", "edgecolor", "ec")
        let width = try call.number("linewidth", "linewidths", "lw")
        call.ignore("shading")
        try call.finish("QuadMesh.set()")
        var xEdges = (0...columns).map(Double.init)
        var yEdges = (0...rows).map(Double.init)
        if values.count == 3 {
            xEdges = try edges(values[0], columns, isColumns: true, call.data)
            yEdges = try edges(values[1], rows, isColumns: false, call.data)
        }
        let shape: Mark.Shape
        if isEven(xEdges), isEven(yEdges), edge == nil {
            let picture = Picture(
                values: flipped(table.values, rows, columns), width: columns, height: rows,
                scale: scale, alpha: common.alpha)
            var mark = PictureMark(
                picture, left: xEdges[0], right: xEdges[columns], bottom: yEdges[0],
                top: yEdges[rows])
            mark.scale = scale
            shape = .picture(mark)
        } else {
            var bars = BarsMark(
                [], fills: [], edges: [Stroke(edge, width: LineStyles.width(width, usual: 1))])
            for row in 0..<rows {
                for column in 0..<columns {
                    bars.bars.append(
                        BarsMark.Bar(
                            x0: xEdges[column], y0: yEdges[row], x1: xEdges[column + 1],
                            y1: yEdges[row + 1]))
                    let color = scale.color(table.values[row * columns + column])
                    bars.fills.append(color.withAlpha(common.alpha ?? color.alpha))
                }
            }
            bars.stickyX = [xEdges[0], xEdges[columns]]
            bars.stickyY = [yEdges[0], yEdges[rows]]
            bars.scale = scale
            shape = .bars(bars)
        }
        let artist = axes.add(common.mark(shape, order: 0), call.types.mesh)
        axes.figure?.mappable = artist
        return .object(artist)
    }

    /// The borders of cells, from borders or from middles.
    private static func edges(_ value: Value, _ count: Int, isColumns: Bool, _ data: PlotData)
        throws
        -> [Double]
    {
        let table = try data.table(value)
        var places = table.values
        if table.shape.count == 2 {
            let columns = table.shape[1]
            places =
                isColumns
                ? Array(places.prefix(columns))
                : stride(from: 0, to: places.count, by: max(columns, 1)).map { places[$0] }
        }
        if places.count == count + 1 { return places }
        guard places.count == count, count > 0 else {
            throw data.python.typeError(
                "Dimensions of C are incompatible with X and/or Y: \(places.count) places for \(count) cells"
            )
        }
        guard count > 1 else { return [places[0] - 0.5, places[0] + 0.5] }
        let middles = zip(places, places.dropFirst()).map { ($0 + $1) / 2 }
        let first = places[0] - (middles[0] - places[0])
        let last = places[count - 1] + (places[count - 1] - middles[count - 2])
        return [first] + middles + [last]
    }

    private static func isEven(_ edges: [Double]) -> Bool {
        let step = (edges[edges.count - 1] - edges[0]) / Double(max(edges.count - 1, 1))
        return zip(edges, edges.dropFirst()).allSatisfy { abs($1 - $0 - step) <= abs(step) * 1e-6 }
    }
}

extension PlotCall {
    /// The call with its positional arguments under names.
    func named(_ names: [String]) -> PlotCall {
        let pairs = zip(names, positional).map { (name: $0, value: $1) }
        return PlotCall(
            python, name,
            Arguments(Array(positional.dropFirst(names.count)), keywords: pairs + keywords))
    }

    /// Adds an argument unless it is there.
    mutating func add(_ name: String, _ value: Value) {
        guard !keywords.contains(where: { $0.name == name }) else { return }
        self = PlotCall(
            python, self.name, Arguments(positional, keywords: keywords + [(name, value)]))
    }
}
