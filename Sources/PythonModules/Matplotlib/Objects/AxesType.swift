import Charts
import PythonRuntime

/// The methods of `matplotlib.axes.Axes`.
enum AxesType {
    static func define(_ t: TypeBuilder) {
        for (name, body) in AxesFunctions.shared { method(t, name, body) }
        for name in AxesFunctions.missing {
            t.raw("\(name)(self, *args, **kwargs)") { python, _ in
                throw AxesFunctions.refuse("Axes.\(name)()", python)
            }
        }
        setters(t)
        getters(t)
        parts(t)
        t.unary(.str) { python, own -> String in
            guard let axes = own.object as? AxesObject, let figure = axes.figure?.figure else {
                return "<Axes: >"
            }
            // Where it stands, in parts of the figure: `Axes(0.125,0.11;0.775x0.77)`.
            let (frame, width, height) = (axes.frame, figure.width * 72, figure.height * 72)
            let parts = [
                frame.left / width, 1 - frame.bottom / height, frame.width / width,
                frame.height / height,
            ]
            let texts = try parts.map {
                try python.str(
                    python.binary(.modulo, .string("%g", in: python), .float($0)))
            }
            return "Axes(\(texts[0]),\(texts[1]);\(texts[2])x\(texts[3]))"
        }
        t.unary(.repr) { _, own -> String in (own.object as? AxesObject).map(text) ?? "<Axes: >" }
    }

    private static func method(
        _ t: TypeBuilder, _ name: String, _ body: @escaping AxesFunctions.Body
    ) {
        t.raw("\(name)(self, *args, **kwargs)") { python, arguments in
            let axes = try own(arguments, python)
            var rest = arguments
            rest.positional.removeFirst()
            var call = PlotCall(python, "Axes.\(name)", rest)
            return try body(axes, &call)
        }
    }

    private static func own(_ arguments: Arguments, _ python: Interpreter) throws -> AxesObject {
        guard let axes = arguments.positional.first?.object as? AxesObject else {
            throw python.typeError("an Axes was expected")
        }
        return axes
    }

    /// `<Axes: title={'center': 't'}, xlabel='x'>`.
    static func text(_ axes: AxesObject) -> String {
        var parts: [String] = []
        var titles: [String] = []
        for (name, title) in [
            ("left", axes.axes.leftTitle), ("center", axes.axes.title),
            ("right", axes.axes.rightTitle),
        ] {
            if let title, !title.text.isEmpty { titles.append("'\(name)': \(quoted(title.text))") }
        }
        if !titles.isEmpty { parts.append("title={\(titles.joined(separator: ", "))}") }
        if let label = axes.axes.x.label, !label.text.isEmpty {
            parts.append("xlabel=\(quoted(label.text))")
        }
        if let label = axes.axes.y.label, !label.text.isEmpty {
            parts.append("ylabel=\(quoted(label.text))")
        }
        return "<Axes: \(parts.joined(separator: ", "))>"
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        return escaped.contains("'") && !escaped.contains("\"")
            ? "\"\(escaped)\"" : "'\(escaped.replacing("'", with: "\\'"))'"
    }

    // MARK: Setting

    private static func setters(_ t: TypeBuilder) {
        method(t, "set_title", Decorations.title)
        for (name, isX) in [("x", true), ("y", false)] {
            method(t, "set_\(name)label") { try Decorations.label($0, &$1, isX: isX) }
            method(t, "set_\(name)lim") { try AxisLimits.limits($0, &$1, isX: isX) }
            method(t, "set_\(name)bound") { try AxisLimits.limits($0, &$1, isX: isX) }
            method(t, "set_\(name)scale") { axes, call in
                let scale = try ScaleNames.scale(&call)
                if isX { axes.axes.x.scale = scale } else { axes.axes.y.scale = scale }
                return .none
            }
            method(t, "set_\(name)ticks") { axes, call in
                guard
                    case .object(let pair as TupleObject) = try AxisLimits.ticks(
                        axes, &call, isX: isX)
                else { return .none }
                return pair[0]
            }
            method(t, "set_\(name)ticklabels") { axes, call in
                let python = call.python
                try AxisLimits.setLabels(call.required("labels"), axes, isX: isX, python)
                let path: WritableKeyPath<Axes, Axis> = isX ? \.x : \.y
                let look = try AxisLimits.labelLook(&call, axes.axes[keyPath: path])
                try call.finish("Text.set()")
                axes.axes[keyPath: path].ticks.text = look.style
                axes.axes[keyPath: path].ticks.alignment = look.alignment
                return AxisLimits.labelObjects(axes, isX: isX, call)
            }
            method(t, "set_\(name)margin") { axes, call in
                let margin = try call.python.double(call.required("m"))
                guard margin.isFinite, margin > -0.5 else {
                    throw call.python.valueError("margin must be greater than -0.5")
                }
                if isX { axes.axes.x.margin = margin } else { axes.axes.y.margin = margin }
                return .none
            }
            method(t, "invert_\(name)axis") { axes, _ in
                if isX { axes.axes.x.isInverted.toggle() } else { axes.axes.y.isInverted.toggle() }
                return .none
            }
            method(t, "\(name)axis_inverted") { axes, _ in
                .bool(isX ? axes.axes.x.isInverted : axes.axes.y.isInverted)
            }
        }
        looks(t)
    }

    private static func looks(_ t: TypeBuilder) {
        method(t, "set_aspect") { axes, call in
            let value = try call.required("aspect")
            let isLimits = try call.text("adjustable") == "datalim"
            call.ignore("anchor", "share")
            let ratio =
                value.text == "equal"
                ? 1 : value.text == "auto" ? nil : try call.python.double(value)
            axes.axes.aspect =
                ratio.map {
                    $0 > 0 && $0.isFinite ? (isLimits ? .fixedByLimits($0) : .fixed($0)) : .free
                } ?? .free
            return .none
        }
        method(t, "set_box_aspect") { axes, call in
            let ratio = try call.python.double(call.required("aspect"))
            axes.axes.aspect = ratio > 0 && ratio.isFinite ? .box(ratio) : .free
            return .none
        }
        method(t, "set_facecolor") { axes, call in
            axes.axes.background = try call.colors.color(call.required("color"))
            return .none
        }
        method(t, "set_axis_off") { axes, _ in
            axes.axes.isAxisOn = false
            return .none
        }
        method(t, "set_axis_on") { axes, _ in
            axes.axes.isAxisOn = true
            return .none
        }
        method(t, "set_frame_on") { axes, call in
            axes.axes.isFrameOn = try call.python.isTrue(call.required("b"))
            return .none
        }
        method(t, "set_visible") { axes, call in
            axes.axes.isVisible = try call.python.isTrue(call.required("b"))
            return .none
        }
        method(t, "set_axisbelow") { axes, call in
            axes.axes.gridOrder = try call.python.isTrue(call.required("b")) ? 0.5 : 2.5
            return .none
        }
        method(t, "set_prop_cycle") { axes, call in
            if let colors = call.take("color") ?? call.next("cycler"), !colors.isNone {
                let source = colors.text == "color" ? try call.required("values") : colors
                axes.cycle = ColorCycle(colors: try call.colors.cycle(source))
            }
            (axes.lineColor, axes.fillColor) = (0, 0)
            return .none
        }
        method(t, "set_position") { axes, call in
            let box = try call.data.numbers(call.required("pos"))
            if box.count == 4, box.allSatisfy(\.isFinite) {
                axes.axes.placement = .free(box[0], box[1], box[2], box[3])
            }
            return .none
        }
        method(t, "set") { axes, call in
            let python = call.python
            for (name, value) in call.keywords {
                _ = try python.callMethod(.object(axes), "set_\(name)", [value])
            }
            return .none
        }
        method(t, "label_outer") { axes, _ in
            Sharing.keepOuterLabels(of: axes)
            return .none
        }
        for name in ["cla", "clear"] {
            method(t, name) { axes, call in
                clear(axes, call.session)
                return .none
            }
        }
        method(t, "remove") { axes, _ in
            axes.figure?.axes.removeAll { $0 === axes }
            if axes.figure?.current === axes { axes.figure?.current = axes.figure?.axes.last }
            return .none
        }
    }

    static func clear(_ axes: AxesObject, _ session: PlotSession) {
        var fresh = Axes(axes.axes.placement)
        session.settings.apply(to: &fresh)
        axes.axes = fresh
        axes.artists = []
        (axes.lineColor, axes.fillColor) = (0, 0)
    }

    // MARK: Getting

    private static func getters(_ t: TypeBuilder) {
        for (name, isX) in [("x", true), ("y", false)] {
            method(t, "get_\(name)lim") { axes, call in
                AxisLimits.shown(axes, isX: isX, call.python)
            }
            method(t, "get_\(name)bound") { axes, call in
                AxisLimits.shown(axes, isX: isX, call.python)
            }
            method(t, "get_\(name)label") { axes, call in
                .string((isX ? axes.axes.x.label : axes.axes.y.label)?.text ?? "", in: call.python)
            }
            method(t, "get_\(name)ticks") { axes, call in
                ArrayValues.vector(AxisLimits.allTicks(axes, isX: isX), in: call.python)
            }
            method(t, "get_\(name)ticklabels") { axes, call in
                AxisLimits.labelObjects(axes, isX: isX, call)
            }
            method(t, "get_\(name)scale") { axes, call in
                let text: String
                switch isX ? axes.axes.x.scale : axes.axes.y.scale {
                case .linear: text = "linear"
                case .log: text = "log"
                case .symlog: text = "symlog"
                }
                return .string(text, in: call.python)
            }
            method(t, "get_\(name)axis") { axes, call in
                .object(AxesPartObject(axes, name, type: isX ? call.types.xAxis : call.types.yAxis))
            }
        }
        method(t, "get_title") { axes, call in .string(axes.axes.title?.text ?? "", in: call.python)
        }
        method(t, "get_figure") { axes, _ in axes.figure.map { .object($0) } ?? .none }
        method(t, "get_legend") { axes, call in
            axes.axes.legend == nil
                ? .none : .object(AxesPartObject(axes, "legend", type: call.types.legend))
        }
        method(t, "get_lines") { axes, call in artists(axes, call.types.line, call.python) }
        method(t, "has_data") { axes, _ in .bool(!axes.artists.isEmpty) }
        method(t, "get_legend_handles_labels") { axes, call in
            let named = axes.artists.filter(\.mark.isNamed)
            return .tuple(
                [
                    .list(named.map { .object($0) }, in: call.python),
                    .list(
                        named.map { .string($0.mark.label ?? "", in: call.python) }, in: call.python
                    ),
                ], in: call.python)
        }
    }

    private static func artists(_ axes: AxesObject, _ type: TypeObject, _ python: Interpreter)
        -> Value
    {
        .list(axes.artists.filter { $0.type === type }.map { .object($0) }, in: python)
    }

    // MARK: Parts

    private static func parts(_ t: TypeBuilder) {
        func property(_ name: String, _ get: @escaping (AxesObject, Interpreter) -> Value) {
            t.property(name) { python, own -> Value in
                (own.object as? AxesObject).map { get($0, python) } ?? .none
            }
        }
        property("figure") { axes, _ in axes.figure.map { .object($0) } ?? .none }
        property("lines") { artists($0, PlotTypes.of($1).line, $1) }
        property("texts") { artists($0, PlotTypes.of($1).text, $1) }
        property("images") { artists($0, PlotTypes.of($1).image, $1) }
        property("collections") { artists($0, PlotTypes.of($1).points, $1) }
        property("patches") { axes, python in
            let type = PlotTypes.of(python).patch
            let bars = axes.artists.flatMap { artist -> [Value] in
                guard case .bars(let mark) = artist.mark.shape else { return [] }
                return mark.bars.indices.map { .object(PatchObject(artist, $0, type: type)) }
            }
            return .list(bars, in: python)
        }
        property("xaxis") { .object(AxesPartObject($0, "x", type: PlotTypes.of($1).xAxis)) }
        property("yaxis") { .object(AxesPartObject($0, "y", type: PlotTypes.of($1).yAxis)) }
        property("transAxes") { .object(TransformObject(.frame, type: PlotTypes.of($1).transform)) }
        property("transData") { .object(TransformObject(.data, type: PlotTypes.of($1).transform)) }
        property("spines") { axes, python in
            let dictionary = DictionaryObject(type: PlotTypes.of(python).spines, in: python)
            for name in ["left", "right", "bottom", "top"] {
                dictionary[name] = .object(
                    AxesPartObject(axes, name, type: PlotTypes.of(python).spine))
            }
            return .object(dictionary)
        }
        for (name, isX) in [("twinx", true), ("twiny", false)] {
            method(t, name) { axes, call in Sharing.twin(axes, call, sharesX: isX) }
        }
        for name in ["add_patch", "add_line", "add_artist", "add_collection"] {
            t.raw("\(name)(self, p)") { python, arguments in
                let axes = try own(arguments, python)
                guard arguments.positional.count > 1,
                    let artist = arguments.positional[1].object as? ArtistObject
                else { throw AxesFunctions.refuse("this artist", python) }
                artist.axes = axes
                axes.artists.append(artist)
                return arguments.positional[1]
            }
        }
    }
}

/// Axes that share a range or a place with others.
enum Sharing {
    /// Axes over others with one axis in common and the other at the far side.
    static func twin(_ axes: AxesObject, _ call: PlotCall, sharesX: Bool) -> Value {
        guard let figure = axes.figure else { return .none }
        let twin = call.session.addAxes(axes.axes.placement, to: figure)
        twin.base = axes
        twin.axes.background = nil
        if sharesX {
            twin.sharedX = axes.sharedX ?? axes
            twin.axes.y.isFar = true
            twin.axes.x.isVisible = false
            twin.axes.x.scale = axes.axes.x.scale
            twin.axes.x.categories = axes.axes.x.categories
        } else {
            twin.sharedY = axes.sharedY ?? axes
            twin.axes.x.isFar = true
            twin.axes.y.isVisible = false
            twin.axes.y.scale = axes.axes.y.scale
        }
        (twin.axes.x.grid, twin.axes.y.grid) = (nil, nil)
        return .object(twin)
    }

    /// Labels only at the left column and the bottom row of a grid.
    static func keepOuterLabels(of axes: AxesObject) {
        guard case .grid(let place) = axes.axes.placement else { return }
        if place.rowRange.upperBound < place.rows - 1 {
            axes.axes.x.ticks.showsLabels = false
            axes.axes.x.label = nil
        }
        if place.columnRange.lowerBound > 0 {
            axes.axes.y.ticks.showsLabels = false
            axes.axes.y.label = nil
        }
    }
}
