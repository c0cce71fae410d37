import Charts
import PythonRuntime

/// Makes axes in grids: `subplot`, `subplots`, `add_subplot`.
enum Subplots {
    /// More cells than a picture has room for.
    private static let cellLimit = 400

    static func add(_ figure: FigureObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let values = call.takePositional()
        if let projection = try call.text("projection"), projection != "rectilinear" {
            throw AxesFunctions.refuse("the projection '\(projection)'", python)
        }
        if try call.truth("polar") == true {
            throw AxesFunctions.refuse("the projection 'polar'", python)
        }
        let sharedX = call.take("sharex")?.object as? AxesObject
        let sharedY = call.take("sharey")?.object as? AxesObject
        let facecolor = try call.color("facecolor", "fc")
        let title = call.take("title")
        let (xLabel, yLabel) = (call.take("xlabel"), call.take("ylabel"))
        call.ignore("label", "frameon", "aspect", "autoscale_on", "xlim", "ylim")
        try call.finish("Axes.set()")
        let place = try self.place(values, python)
        let axes = call.session.addAxes(.grid(place), to: figure)
        axes.sharedX = sharedX
        axes.sharedY = sharedY
        if let facecolor { axes.axes.background = facecolor }
        for (name, value) in [("set_title", title), ("set_xlabel", xLabel), ("set_ylabel", yLabel)]
        {
            if let value { _ = try python.callMethod(.object(axes), name, [value]) }
        }
        return .object(axes)
    }

    /// `2, 2, 1`, `221`, or a place in a `GridSpec`.
    static func place(_ values: [Value], _ python: Interpreter) throws -> GridPlace {
        if values.isEmpty {
            return GridPlace(rows: 1, columns: 1, rowRange: 0...0, columnRange: 0...0)
        }
        if values.count == 1 {
            if let place = (values[0].object as? GridPlaceObject)?.place { return place }
            let code = try python.index(values[0])
            guard (100...999).contains(code) else {
                throw python.valueError(
                    "Integer subplot specification must be a three-digit number, not \(code)")
            }
            return try place(
                rows: code / 100, columns: code / 10 % 10, index: code % 10...code % 10, python)
        }
        guard values.count == 3 else {
            throw python.typeError(
                "subplot() takes 1 or 3 positional arguments but \(values.count) were given")
        }
        let (rows, columns) = (try python.index(values[0]), try python.index(values[1]))
        if let pair = values[2].object as? TupleObject, pair.count == 2 {
            let (first, last) = (try python.index(pair[0]), try python.index(pair[1]))
            return try place(rows: rows, columns: columns, index: first...max(first, last), python)
        }
        let index = try python.index(values[2])
        return try place(rows: rows, columns: columns, index: index...index, python)
    }

    private static func place(
        rows: Int, columns: Int, index: ClosedRange<Int>, _ python: Interpreter
    ) throws -> GridPlace {
        guard rows > 0, columns > 0, rows <= cellLimit, columns <= cellLimit else {
            throw python.valueError(
                "Number of rows must be a positive integer, not \(rows)")
        }
        guard index.lowerBound >= 1, index.upperBound <= rows * columns else {
            let wrong = index.lowerBound < 1 ? index.lowerBound : index.upperBound
            throw python.valueError(
                "num must be an integer with 1 <= num <= \(rows * columns), not \(wrong)")
        }
        let (first, last) = (index.lowerBound - 1, index.upperBound - 1)
        let across = (first % columns, last % columns)
        return GridPlace(
            rows: rows, columns: columns, rowRange: (first / columns)...(last / columns),
            columnRange: min(across.0, across.1)...max(across.0, across.1))
    }

    /// `plt.subplot`: axes that are there already are chosen again.
    static func choose(_ figure: FigureObject, _ call: inout PlotCall) throws -> Value {
        if call.positional.count == 1, let axes = call.positional[0].object as? AxesObject {
            figure.current = axes
            return .object(axes)
        }
        let place = try self.place(call.positional, call.python)
        for axes in figure.axes {
            if case .grid(let known) = axes.axes.placement, known == place, axes.base == nil {
                figure.current = axes
                _ = call.takePositional()
                return .object(axes)
            }
        }
        return try add(figure, &call)
    }

    // MARK: Many at once

    static func grid(_ figure: FigureObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let rows = try call.next("nrows").map { try python.index($0) } ?? 1
        let columns = try call.next("ncols").map { try python.index($0) } ?? 1
        guard rows > 0, columns > 0, rows <= cellLimit, columns <= cellLimit,
            rows * columns <= cellLimit
        else {
            throw python.valueError("Number of rows must be a positive integer, not \(rows)")
        }
        let sharesX = try sharing(call.take("sharex"), python)
        let sharesY = try sharing(call.take("sharey"), python)
        let squeezes = try call.truth("squeeze") ?? true
        let options = try gridOptions(&call)
        let keywords = call.take("subplot_kw")
        if let keywords, let projection = (keywords.object as? DictionaryObject)?["projection"] {
            throw AxesFunctions.refuse("the projection \(try python.repr(projection))", python)
        }
        call.ignore("label")
        try call.finish("Figure.__init__()")
        var all: [AxesObject] = []
        for row in 0..<rows {
            for column in 0..<columns {
                var place = GridPlace(
                    rows: rows, columns: columns, rowRange: row...row, columnRange: column...column)
                options(&place)
                let axes = call.session.addAxes(.grid(place), to: figure)
                let first = all.first
                let rowFirst = column > 0 ? all[row * columns] : nil
                let columnFirst = row > 0 ? all[column] : nil
                axes.sharedX =
                    sharesX == "all"
                    ? first : sharesX == "row" ? rowFirst : sharesX == "col" ? columnFirst : nil
                axes.sharedY =
                    sharesY == "all"
                    ? first : sharesY == "row" ? rowFirst : sharesY == "col" ? columnFirst : nil
                if sharesX == "all" || sharesX == "col", row < rows - 1 {
                    axes.axes.x.ticks.showsLabels = false
                }
                if sharesY == "all" || sharesY == "row", column > 0 {
                    axes.axes.y.ticks.showsLabels = false
                }
                all.append(axes)
            }
        }
        if squeezes, all.count == 1 { return .object(all[0]) }
        let isFlat = squeezes && (rows == 1 || columns == 1)
        return try ObjectArrays.make(
            all.map { .object($0) }, shape: isFlat ? [all.count] : [rows, columns], in: python)
    }

    private static func sharing(_ value: Value?, _ python: Interpreter) throws -> String {
        guard let value else { return "none" }
        return try value.text ?? (python.isTrue(value) ? "all" : "none")
    }

    private static func gridOptions(_ call: inout PlotCall) throws -> (inout GridPlace) -> Void {
        var entries: [(name: String, value: Value)] = []
        if let options = call.take("gridspec_kw") {
            try call.python.forEachEntry(options) { entries.append(($0.text ?? "", $1)) }
        }
        var inner = PlotCall(call.python, "GridSpec", Arguments([], keywords: entries))
        let widths = try (call.take("width_ratios") ?? inner.take("width_ratios")).map {
            try call.data.numbers($0)
        }
        let heights = try (call.take("height_ratios") ?? inner.take("height_ratios")).map {
            try call.data.numbers($0)
        }
        let (between, above) = (try inner.number("wspace"), try inner.number("hspace"))
        return { place in
            place.widthRatios = widths ?? []
            place.heightRatios = heights ?? []
            (place.between, place.above) = (between, above)
        }
    }
}
