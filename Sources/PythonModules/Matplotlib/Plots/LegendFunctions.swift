import Charts
import PythonRuntime

/// `legend`.
enum LegendFunctions {
    static var functions: [(name: String, body: AxesFunctions.Body)] { [("legend", legend)] }

    private static func legend(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let entries = try entries(&call, artists: axes.artists)
        let usual = call.settings.text("legend.loc") ?? "best"
        let legend = try look(Legend(entries), usual: usual, &call)
        axes.axes.legend = legend
        return .object(AxesPartObject(axes, "legend", type: call.types.legend))
    }

    /// A legend of a whole figure.
    static func figureLegend(_ figure: FigureObject, _ call: inout PlotCall) throws -> Value {
        let entries = try entries(&call, artists: figure.axes.flatMap(\.artists))
        figure.figure.legends.append(try look(Legend(entries), usual: "upper right", &call))
        guard let axes = figure.current ?? figure.axes.first else { return .none }
        return .object(AxesPartObject(axes, "legend", type: call.types.legend))
    }

    /// Handles and labels as they are given, or every artist with a label.
    private static func entries(_ call: inout PlotCall, artists: [ArtistObject]) throws
        -> [Legend.Entry]
    {
        let python = call.python
        let positional = call.takePositional()
        let named = artists.filter(\.mark.isNamed)
        var handles = call.take("handles")
        var labels = call.take("labels")
        if positional.count == 1 { labels = positional[0] }
        if positional.count >= 2 { (handles, labels) = (positional[0], positional[1]) }
        let samples = try handles.map { try python.list($0).map { sample($0, python) } }
        guard let labels else {
            if let samples {
                return samples.map { Legend.Entry(label: $0.label, sample: $0.sample) }
            }
            if named.isEmpty {
                python.output.stderr(
                    "No artists with labels found to put in legend.  Note that artists whose label start with an underscore are ignored when legend() is called with no argument.\n"
                )
            }
            return named.map { Legend.Entry(label: $0.mark.label ?? "", sample: $0.mark.sample) }
        }
        let words = try Decorations.words(labels, python)
        let shown =
            samples?.map(\.sample)
            ?? artists.filter { $0.mark.isLegendCandidate }.map(\.mark.sample)
        return zip(shown, words).map { Legend.Entry(label: $1, sample: $0) }
    }

    private static func sample(_ handle: Value, _ python: Interpreter) -> (
        label: String, sample: Legend.Sample
    ) {
        switch handle.object {
        case let artist as ArtistObject: return (artist.mark.label ?? "", artist.mark.sample)
        case let patch as PatchObject:
            return (patch.artist.mark.label ?? "", patch.artist.mark.sample)
        case let list as ListObject:
            return list.items.first.map { sample($0, python) } ?? ("", .empty)
        case let tuple as TupleObject:
            return tuple.items.first.map { sample($0, python) } ?? ("", .empty)
        default: return ("", .empty)
        }
    }

    private static func look(
        _ plain: Legend, usual: String, _ call: inout PlotCall
    ) throws -> Legend {
        var legend = plain
        let python = call.python
        let settings = call.settings
        legend.place = try place(call.take("loc") ?? .string(usual, in: python), python)
        let size = call.take("fontsize") ?? settings.values["legend.fontsize"]
        legend.fontSize =
            size.flatMap { FontSize.points($0, base: settings.fontSize, in: python) } ?? 10
        if let prop = call.take("prop"), let dictionary = prop.object as? DictionaryObject,
            let size = dictionary["size"],
            let points = FontSize.points(size, base: settings.fontSize, in: python)
        {
            legend.fontSize = points
        }
        if let columns = call.take("ncol", "ncols")?.integer {
            legend.columns = min(max(columns, 1), 100)
        }
        legend.hasFrame = try call.truth("frameon") ?? settings.truth("legend.frameon")
        legend.frameOpacity =
            try call.number("framealpha") ?? settings.number("legend.framealpha") ?? 0.8
        legend.fill = try call.color("facecolor")
        legend.edge = try call.color("edgecolor") ?? legend.edge
        if let color = call.take("labelcolor"), color.text != "linecolor" {
            legend.textColor = try call.colors.color(color)
        }
        if let title = try call.text("title") {
            let points = call.take("title_fontsize").flatMap {
                FontSize.points($0, base: settings.fontSize, in: python)
            }
            legend.title = Title(title, style: TextStyle(size: points ?? legend.fontSize))
        }
        if let anchor = call.take("bbox_to_anchor") {
            legend.anchor = try call.data.numbers(anchor).filter(\.isFinite)
            if legend.place == .best { legend.place = .upperRight }
        }
        func length(_ name: String, _ usual: Double) throws -> Double {
            LineStyles.width(try call.number(name), usual: usual)
        }
        legend.handleLength = try length("handlelength", 2)
        legend.labelSpacing = try length("labelspacing", 0.5)
        legend.columnSpacing = try length("columnspacing", 2)
        legend.borderPad = try length("borderpad", 0.4)
        legend.borderAxesPad = try length("borderaxespad", 0.5)
        legend.handleTextPad = try length("handletextpad", 0.8)
        call.ignore(
            "shadow", "fancybox", "markerscale", "numpoints", "scatterpoints", "mode",
            "bbox_transform", "handler_map", "markerfirst", "alignment", "reverse",
            "scatteryoffsets",
            "handleheight", "draggable", "title_fontproperties")
        try call.finish("Legend.__init__()")
        return legend
    }

    private static func place(_ value: Value, _ python: Interpreter) throws -> Legend.Place {
        if let number = value.integer, let place = Legend.Place(rawValue: number) { return place }
        if let name = value.text, let place = Legend.Place(named: name) { return place }
        if value.object is TupleObject || value.object is ListObject { return .lowerLeft }
        throw python.valueError(
            "\(try python.repr(value)) is not a valid value for loc; supported values are 'best', 'upper right', 'upper left', 'lower left', 'lower right', 'right', 'center left', 'center right', 'lower center', 'upper center', 'center'"
        )
    }
}

extension Mark {
    /// Whether a legend with labels alone counts it.
    fileprivate var isLegendCandidate: Bool {
        guard isVisible, !(label?.hasPrefix("_") ?? false) else { return false }
        switch shape {
        case .line, .points, .bars, .area: return true
        default: return false
        }
    }
}
