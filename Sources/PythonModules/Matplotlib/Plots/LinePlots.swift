import Charts
import PythonRuntime

/// `plot` and its kin.
enum LinePlots {
    static var functions: [(name: String, body: AxesFunctions.Body)] {
        [
            ("plot", plot), ("step", step),
            ("semilogx", { try logarithmic($0, &$1, x: true, y: false) }),
            ("semilogy", { try logarithmic($0, &$1, x: false, y: true) }),
            ("loglog", { try logarithmic($0, &$1, x: true, y: true) }),
            ("stem", stem), ("stairs", stairs),
        ]
    }

    /// One group of `x, y, fmt`.
    struct Group {
        var x: Value?
        var y: Value
        var format: FormatText?
    }

    static func plot(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        .list(try lines(axes, &call, steps: .none).map { .object($0) }, in: call.python)
    }

    private static func step(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let steps: LineMark.Steps
        switch try call.text("where") ?? "pre" {
        case "post": steps = .after
        case "mid": steps = .middle
        default: steps = .before
        }
        return .list(try lines(axes, &call, steps: steps).map { .object($0) }, in: call.python)
    }

    private static func logarithmic(
        _ axes: AxesObject, _ call: inout PlotCall, x: Bool, y: Bool
    ) throws -> Value {
        let base = try call.number("base", "basex", "basey") ?? 10
        call.ignore("nonpositive", "subs")
        if x { axes.axes.x.scale = try ScaleNames.log(base, call.python) }
        if y { axes.axes.y.scale = try ScaleNames.log(base, call.python) }
        return try plot(axes, &call)
    }

    // MARK: Groups

    private static func groups(_ values: [Value], _ call: PlotCall) throws -> [Group] {
        var rest = values[...]
        var groups: [Group] = []
        while let first = rest.popFirst() {
            if let next = rest.first, next.text == nil || first.text != nil && rest.count > 1 {
                rest = rest.dropFirst()
                groups.append(Group(x: first, y: next, format: try format(&rest, call)))
            } else {
                groups.append(Group(x: nil, y: first, format: try format(&rest, call)))
            }
        }
        return groups
    }

    private static func format(_ rest: inout ArraySlice<Value>, _ call: PlotCall) throws
        -> FormatText?
    {
        guard let text = rest.first?.text else { return nil }
        rest = rest.dropFirst()
        return try FormatText(text, in: call.python)
    }

    private static func lines(
        _ axes: AxesObject, _ call: inout PlotCall, steps: LineMark.Steps
    ) throws -> [ArtistObject] {
        let values = call.takePositional()
        let labels = try labelList(&call)
        let look = try LineLook(&call)
        let drawStyle = try call.text("drawstyle", "ds")
        try call.finish("Line2D.set()")
        var artists: [ArtistObject] = []
        for group in try groups(values, call) {
            for (x, y) in try columns(group, axes, call) {
                var mark = look.line(x, y, group.format, axes)
                mark.steps = drawStyle.map(Self.steps) ?? steps
                var whole = look.common.mark(.line(mark), order: 2)
                if let labels, artists.count < labels.count { whole.label = labels[artists.count] }
                artists.append(axes.add(whole, call.types.line))
            }
        }
        return artists
    }

    private static func steps(_ name: String) -> LineMark.Steps {
        switch name {
        case "steps", "steps-pre": .before
        case "steps-post": .after
        case "steps-mid": .middle
        default: .none
        }
    }

    /// A list of labels, one for each column.
    private static func labelList(_ call: inout PlotCall) throws -> [String]? {
        guard
            let given = call.keywords.first(where: { $0.name == "label" })?.value,
            given.object is ListObject || given.object is TupleObject
        else { return nil }
        _ = call.take("label")
        return try call.python.list(given).map { try call.python.str($0) }
    }

    private static func columns(
        _ group: Group, _ axes: AxesObject, _ call: PlotCall
    ) throws -> [(x: [Double], y: [Double])] {
        let data = call.data
        let y = try yColumns(group.y, axes, data)
        let rows = y.first?.count ?? 0
        guard let value = group.x else {
            return y.map { (x: $0.indices.map(Double.init), y: $0) }
        }
        var x = [try data.places(value, on: &axes.axes.x)]
        if y.count > 1, rows > 0, x[0].count == rows * y.count { x = try data.series(value) }
        return try y.enumerated().map { index, column in
            let places = x[index % x.count]
            guard places.count == column.count else {
                throw call.python.valueError(
                    "x and y must have same first dimension, but have shapes (\(places.count),) and (\(column.count),)"
                )
            }
            return (places, column)
        }
    }

    private static func yColumns(_ value: Value, _ axes: AxesObject, _ data: PlotData) throws
        -> [[Double]]
    {
        if try data.words(value) != nil { return [try data.places(value, on: &axes.axes.y)] }
        if let list = value.object as? ListObject, list.items.allSatisfy({ $0.object == nil }) {
            return [try data.numbers(value)]
        }
        let table = try data.table(value)
        guard table.shape.count == 2 else {
            guard table.shape.count < 2 else {
                throw data.python.valueError("x and y can be no greater than 2D")
            }
            return [table.values]
        }
        let (rows, columns) = (table.shape[0], table.shape[1])
        return (0..<columns).map { column in
            (0..<rows).map { table.values[$0 * columns + column] }
        }
    }

    // MARK: Stems and stairs

    private static func stem(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        var values = call.takePositional()
        var formats: [String?] = [
            try call.text("linefmt"), try call.text("markerfmt"), try call.text("basefmt"),
        ]
        var texts = values.filter { $0.text != nil }.compactMap(\.text)
        values.removeAll { $0.text != nil }
        for index in formats.indices where formats[index] == nil && !texts.isEmpty {
            formats[index] = texts.removeFirst()
        }
        let bottom = try call.number("bottom") ?? 0
        call.ignore("use_line_collection", "orientation")
        let common = try CommonOptions(&call)
        try call.finish("stem()")
        guard let last = values.last else {
            throw python.typeError("stem expected between 1 or 3 positional arguments, got []")
        }
        let y = try call.data.numbers(last)
        let x =
            values.count > 1
            ? try call.data.places(values[0], on: &axes.axes.x) : y.indices.map(Double.init)
        let line = try formats[0].map { try FormatText($0, in: python) }
        let head = try formats[1].map { try FormatText($0, in: python) }
        let foot = try formats[2].map { try FormatText($0, in: python) }
        let color = line?.color ?? ColorReader.cycle[0]
        let paths = zip(x, y).map { [Point($0, bottom), Point($0, $1)] }
        let stems = axes.add(
            Mark(
                .segments(
                    SegmentsMark(paths, strokes: [Stroke(color, dash: line?.dash ?? .solid)])),
                order: 2),
            call.types.lines)
        let markerColor = head?.color ?? color
        var heads = LineMark(x: x, y: y, stroke: Stroke(markerColor, dash: head?.dash ?? .none))
        heads.marker = Marker(
            head?.symbol ?? .circle, fill: markerColor, edge: Stroke(markerColor, width: 1))
        let markers = axes.add(common.mark(.line(heads), order: 2), call.types.line)
        let ends = [x.min() ?? 0, x.max() ?? 0]
        let base = axes.add(
            Mark(
                .line(
                    LineMark(
                        x: ends, y: [bottom, bottom],
                        stroke: Stroke(
                            foot?.color ?? ColorReader.cycle[3], dash: foot?.dash ?? .solid))),
                order: 2),
            call.types.line)
        return .object(
            TupleObject(
                [.object(markers), .object(stems), .object(base)], type: call.types.stemContainer,
                in: python))
    }

    private static func stairs(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let values = try call.data.numbers(call.required("values"))
        let edges =
            try call.next("edges").map { try call.data.numbers($0) }
            ?? (0...values.count).map(Double.init)
        let fills = try call.truth("fill") ?? false
        let look = try LineLook(&call)
        try call.finish("StepPatch.set()")
        guard edges.count == values.count + 1 else {
            throw call.python.valueError("Size mismatch between \"values\" and \"edges\"")
        }
        var outline = [Point(edges[0], 0)]
        for (index, value) in values.enumerated() {
            outline += [Point(edges[index], value), Point(edges[index + 1], value)]
        }
        outline.append(Point(edges[edges.count - 1], 0))
        let color = look.color ?? axes.nextFillColor()
        let area = AreaMark(
            [outline], fill: fills ? color : nil,
            edge: Stroke(fills ? nil : color, width: look.width ?? 1))
        return .object(axes.add(look.common.mark(.area(area), order: 1), call.types.area))
    }
}
