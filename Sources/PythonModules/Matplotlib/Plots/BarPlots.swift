import Charts
import PythonRuntime

/// `bar`, `barh`, `pie` and `bar_label`.
enum BarPlots {
    static var functions: [(name: String, body: AxesFunctions.Body)] {
        [
            ("bar", { try bar($0, &$1, isVertical: true) }),
            ("barh", { try bar($0, &$1, isVertical: false) }),
            ("bar_label", labels), ("pie", PiePlot.pie),
        ]
    }

    private static func bar(
        _ axes: AxesObject, _ call: inout PlotCall, isVertical: Bool
    ) throws -> Value {
        let python = call.python
        let along = isVertical ? \Axes.x : \Axes.y
        let across = isVertical ? \Axes.y : \Axes.x
        let placeValue = isVertical ? try call.required("x") : try call.required("y")
        var places = try call.data.places(placeValue, on: &axes.axes[keyPath: along])
        let lengths = try call.data.numbers(
            isVertical ? call.required("height") : call.required("width"))
        let widthValue = isVertical ? call.next("width") : call.next("height")
        let widths = try widthValue.map { try call.data.numbers($0) } ?? [0.8]
        let startValue = isVertical ? call.next("bottom") : call.next("left")
        let starts = try startValue.flatMap { $0.isNone ? nil : try call.data.numbers($0) } ?? [0]
        let isEdge = try call.text("align") == "edge"
        if places.count == 1, lengths.count > 1 { places = places.cycled(lengths.count) }
        let count = places.count
        guard lengths.count == count || lengths.count == 1, !widths.isEmpty, !starts.isEmpty,
            [1, count].contains(widths.count), [1, count].contains(starts.count)
        else {
            throw python.valueError(
                "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape (\(count),) and arg 1 with shape (\(lengths.count),)."
            )
        }
        let tickLabels = try call.take("tick_label").map { try Decorations.words($0, python) }
        let errors = try ErrorLook(&call, axis: isVertical ? "y" : "x")
        let isLog = try call.truth("log") ?? false
        let names = try labelList(&call)
        let common = try CommonOptions(&call)
        let look = try FillLook(&call, axes, common)
        try call.finish("Rectangle.set()")
        if isLog { axes.axes[keyPath: across].scale = .log(base: 10) }
        let bars = (0..<count).map { index in
            let width = widths[index % widths.count]
            let low = isEdge ? places[index] : places[index] - width / 2
            let start = starts[index % starts.count]
            let end = start + lengths[index % lengths.count]
            return isVertical
                ? BarsMark.Bar(x0: low, y0: start, x1: low + width, y1: end)
                : BarsMark.Bar(x0: start, y0: low, x1: end, y1: low + width)
        }
        var mark = BarsMark(bars, fills: look.fills, edges: look.edges)
        if isVertical { mark.stickyY = starts } else { mark.stickyX = starts }
        if let tickLabels {
            axes.axes[keyPath: along].locator = .fixed(places)
            axes.axes[keyPath: along].formatter = .fixed(tickLabels)
        }
        var whole = common.mark(.bars(mark), order: 1)
        if names != nil { whole.label = names?.first }
        let artist = axes.add(whole, call.types.patch)
        if let errors {
            let ends = (0..<count).map { index -> Point in
                isVertical
                    ? Point(
                        places[index] + (isEdge ? widths[index % widths.count] / 2 : 0),
                        bars[index].y1)
                    : Point(
                        bars[index].x1,
                        places[index] + (isEdge ? widths[index % widths.count] / 2 : 0))
            }
            _ = try errors.add(to: axes, at: ends, usual: .black, call)
        }
        return container(artist, count, call)
    }

    private static func labelList(_ call: inout PlotCall) throws -> [String]? {
        guard let given = call.keywords.first(where: { $0.name == "label" })?.value,
            given.object is ListObject
        else { return nil }
        _ = call.take("label")
        return try call.python.list(given).map { try call.python.str($0) }
    }

    /// `<BarContainer object of 3 artists>` over the bars of one artist.
    static func container(_ artist: ArtistObject, _ count: Int, _ call: PlotCall) -> Value {
        let patches = (0..<count).map {
            Value.object(PatchObject(artist, $0, type: call.types.patch))
        }
        return .object(TupleObject(patches, type: call.types.barContainer, in: call.python))
    }

    /// Writes the lengths of bars at their ends.
    private static func labels(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let container = try call.required("container")
        let given = try call.next("labels").flatMap {
            $0.isNone ? nil : try Decorations.words($0, python)
        }
        let format = call.take("fmt")
        let isCentered = try call.text("label_type") == "center"
        let padding = try call.number("padding") ?? 0
        let style = try TextStyles.style(
            &call, usual: TextStyle(size: call.settings.fontSize))
        try call.finish("Annotation.set()")
        var texts: [Value] = []
        for (index, item) in try python.list(container).enumerated() {
            guard let patch = item.object as? PatchObject,
                case .bars(let mark) = patch.artist.mark.shape,
                mark.bars.indices.contains(patch.index)
            else { continue }
            let bar = mark.bars[patch.index]
            let isVertical = mark.stickyX.isEmpty
            let length = isVertical ? bar.y1 - bar.y0 : bar.x1 - bar.x0
            let text =
                try given.map { index < $0.count ? $0[index] : "" }
                ?? NumberFormats.text(length, format ?? .string("%g", in: python), in: python)
            let middle = Point((bar.x0 + bar.x1) / 2, (bar.y0 + bar.y1) / 2)
            let place =
                isCentered ? middle : isVertical ? Point(middle.x, bar.y1) : Point(bar.x1, middle.y)
            let anchor =
                isCentered
                ? TextAnchor(.center, .center)
                : isVertical
                    ? TextAnchor(.center, length < 0 ? .top : .bottom)
                    : TextAnchor(length < 0 ? .right : .left, .center)
            var words = TextMark(text, at: .init(place), style: style, anchor: anchor)
            if !isCentered {
                let distance = length < 0 ? -padding : padding
                words.shift = isVertical ? Point(0, distance) : Point(distance, 0)
            }
            let artist = axes.add(Mark(.text(words), order: 3), call.types.text)
            artist.mark.isClipped = false
            artist.position = [.float(place.x), .float(place.y)]
            texts.append(.object(artist))
        }
        return .list(texts, in: python)
    }
}

extension Array {
    /// The items again and again, so many.
    func cycled(_ count: Int) -> [Element] {
        isEmpty ? [] : (0..<Swift.max(count, 0)).map { self[$0 % self.count] }
    }
}

/// How a call wants filled shapes: `color`, `edgecolor`, `linewidth`, …
struct FillLook {
    let fills: [Color?]
    let edges: [Stroke]

    init(_ call: inout PlotCall, _ axes: AxesObject, _ common: CommonOptions) throws {
        let python = call.python
        let both = try call.take("color").map { try call.colors.list($0) }
        let face = try call.take("facecolor", "fc", "facecolors").map { try call.colors.list($0) }
        let edge = try call.take("edgecolor", "ec", "edgecolors").map { try call.colors.list($0) }
        let widths = try call.take("linewidth", "lw", "linewidths").map {
            try call.data.numbers($0)
        }
        let dash = try call.take("linestyle", "ls").map { try LineStyles.dash($0, in: python) }
        let isFilled = try call.truth("fill") ?? true
        call.ignore("hatch", "capstyle", "joinstyle", "path_effects")
        let shade = { (color: Color) in color.withAlpha(common.alpha ?? color.alpha) }
        let main = face ?? both ?? [axes.nextFillColor()]
        fills = isFilled ? main.map(shade) : [nil]
        let width = widths?.first
        let strokes = edge ?? (isFilled ? [] : both ?? [.black])
        edges =
            strokes.isEmpty
            ? [Stroke(nil, width: 0)]
            : strokes.map {
                Stroke(
                    shade($0), width: LineStyles.width(width, usual: 1), dash: dash ?? .solid)
            }
    }
}
