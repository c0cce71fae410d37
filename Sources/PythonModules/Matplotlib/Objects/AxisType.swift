import Charts
import PythonRuntime

/// The methods of `ax.xaxis`, of spines and of colour bars.
enum AxisType {
    static func define(_ types: PlotTypes, in python: Interpreter) {
        for (type, isX) in [(types.xAxis, true), (types.yAxis, false)] {
            axis(TypeBuilder(type, pythonWording: true, in: python), isX: isX)
        }
        spine(TypeBuilder(types.spine, pythonWording: true, in: python))
        spines(TypeBuilder(types.spines, pythonWording: true, in: python))
        bar(TypeBuilder(types.colorBar, pythonWording: true, in: python))
        legend(TypeBuilder(types.legend, pythonWording: true, in: python))
    }

    private static func method(
        _ t: TypeBuilder, _ name: String,
        _ body: @escaping (AxesPartObject, inout PlotCall) throws -> Value
    ) {
        t.raw("\(name)(self, *args, **kwargs)") { python, arguments in
            guard let part = arguments.positional.first?.object as? AxesPartObject else {
                return .none
            }
            var rest = arguments
            rest.positional.removeFirst()
            var call = PlotCall(python, name, rest)
            return try body(part, &call)
        }
    }

    // MARK: Axis

    private static func axis(_ t: TypeBuilder, isX: Bool) {
        let path: WritableKeyPath<Axes, Axis> = isX ? \.x : \.y
        method(t, "set_major_locator") { part, call in
            try setLocator(
                call.required("locator"), part.axes, isX: isX, isMinor: false, call.python)
            return .none
        }
        method(t, "set_minor_locator") { part, call in
            try setLocator(
                call.required("locator"), part.axes, isX: isX, isMinor: true, call.python)
            return .none
        }
        method(t, "set_major_formatter") { part, call in
            try setFormatter(call.required("formatter"), part.axes, isX: isX, call.python)
            return .none
        }
        method(t, "set_minor_formatter") { _, _ in .none }
        method(t, "set_ticks") { part, call in try AxisLimits.ticks(part.axes, &call, isX: isX) }
        method(t, "set_ticklabels") { part, call in
            try AxisLimits.setLabels(call.required("labels"), part.axes, isX: isX, call.python)
            return .none
        }
        method(t, "set_label_text") { part, call in
            try Decorations.label(part.axes, &call, isX: isX)
        }
        method(t, "grid") { part, call in
            call.add("axis", .string(isX ? "x" : "y", in: call.python))
            guard let grid = Decorations.functions.first(where: { $0.name == "grid" }) else {
                return .none
            }
            return try grid.body(part.axes, &call)
        }
        method(t, "set_tick_params") { part, call in
            call.add("axis", .string(isX ? "x" : "y", in: call.python))
            return try Decorations.tickParameters(part.axes, &call)
        }
        method(t, "set_visible") { part, call in
            part.axes.axes[keyPath: path].isVisible = try call.python.isTrue(call.required("b"))
            return .none
        }
        method(t, "get_ticklabels") { part, call in
            AxisLimits.labelObjects(part.axes, isX: isX, call)
        }
        method(t, "get_majorticklocs") { part, call in
            ArrayValues.vector(AxisLimits.allTicks(part.axes, isX: isX), in: call.python)
        }
        for (name, isFar) in [
            ("tick_top", true), ("tick_bottom", false), ("tick_right", true), ("tick_left", false),
        ] {
            method(t, name) { part, _ in
                part.axes.axes[keyPath: path].isFar = isFar
                return .none
            }
        }
        method(t, "set_ticks_position") { part, call in
            let side = try call.python.str(call.required("position"))
            if side == "none" {
                part.axes.axes[keyPath: path].ticks.showsTicks = false
            } else {
                part.axes.axes[keyPath: path].isFar = side == "top" || side == "right"
            }
            return .none
        }
        method(t, "set_label_position") { part, call in
            let side = try call.python.str(call.required("position"))
            part.axes.axes[keyPath: path].isFar = side == "top" || side == "right"
            return .none
        }
        method(t, "set_inverted") { part, call in
            part.axes.axes[keyPath: path].isInverted = try call.python.isTrue(
                call.required("inverted"))
            return .none
        }
    }

    static func setLocator(
        _ value: Value, _ axes: AxesObject, isX: Bool, isMinor: Bool, _ python: Interpreter
    ) throws {
        guard let locator = (value.object as? LocatorObject)?.locator else {
            throw AxesFunctions.refuse("this locator", python)
        }
        let path: WritableKeyPath<Axes, Axis> = isX ? \.x : \.y
        if isMinor {
            axes.axes[keyPath: path].minorLocator = locator
        } else {
            axes.axes[keyPath: path].locator = locator
        }
    }

    /// A formatter, a format text or a function for the numbers at ticks.
    static func setFormatter(
        _ value: Value, _ axes: AxesObject, isX: Bool, _ python: Interpreter
    ) throws {
        let path: WritableKeyPath<Axes, Axis> = isX ? \.x : \.y
        if let formatter = (value.object as? FormatterObject)?.formatter {
            axes.axes[keyPath: path].formatter = formatter
            return
        }
        let format = (value.object as? FormatterObject)?.format ?? value
        var texts: [Double: String] = [:]
        for (index, place) in AxisLimits.allTicks(axes, isX: isX).enumerated() {
            texts[place] =
                format.text == nil
                ? try python.str(python.call(format, [.float(place), .int(index)]))
                : try NumberFormats.text(place, format, in: python)
        }
        // What a note's own function says is asked once, for the ticks that are there now.
        axes.axes[keyPath: path].formatter = .prepared(texts)
    }

    // MARK: Spines

    private static func path(_ name: String) -> WritableKeyPath<Axes.Spines, Axes.Spines.Spine>? {
        switch name {
        case "left": \.left
        case "right": \.right
        case "bottom": \.bottom
        case "top": \.top
        default: nil
        }
    }

    private static func change(_ part: AxesPartObject, _ change: (inout Axes.Spines.Spine) -> Void)
    {
        guard let path = path(part.name) else { return }
        change(&part.axes.axes.spines[keyPath: path])
    }

    private static func spine(_ t: TypeBuilder) {
        method(t, "set_visible") { part, call in
            let isVisible = try call.python.isTrue(call.required("b"))
            change(part) { $0.isVisible = isVisible }
            return .none
        }
        for name in ["set_color", "set_edgecolor"] {
            method(t, name) { part, call in
                let color = try call.colors.color(call.required("c"))
                change(part) {
                    $0.color = color
                    $0.isVisible = color.alpha > 0
                }
                return .none
            }
        }
        for name in ["set_linewidth", "set_lw"] {
            method(t, name) { part, call in
                let width = LineStyles.width(try call.python.double(call.required("w")), usual: 0.8)
                change(part) { $0.width = width }
                return .none
            }
        }
        method(t, "set_position") { part, call in
            let value = try call.required("position")
            let position: Axes.Spines.Spine.Position
            switch value.text {
            case "zero": position = .data(0)
            case "center": position = .frame(0.5)
            default:
                let pair = try call.python.list(value)
                guard pair.count == 2 else {
                    throw call.python.valueError("position must be a pair")
                }
                let number = try call.python.double(pair[1])
                switch pair[0].text {
                case "data": position = .data(number)
                case "axes": position = .frame(number)
                default: position = .outward(number)
                }
            }
            change(part) { $0.position = position }
            return .none
        }
    }

    /// `ax.spines[['top', 'right']].set_visible(False)` and `ax.spines.top`.
    private static func spines(_ t: TypeBuilder) {
        for name in ["left", "right", "bottom", "top"] {
            t.property(name) { _, own -> Value in (own.object as? DictionaryObject)?[name] ?? .none
            }
        }
        t.binary(.getitem) { python, own, key -> Value in
            guard let all = own.object as? DictionaryObject else { return .none }
            if let name = key.text {
                guard let spine = all[name] else { throw python.keyError(key) }
                return spine
            }
            let chosen = DictionaryObject(type: all.type, in: python)
            let names = key.object is SliceObject ? all.keys : try python.list(key)
            for name in names { if let text = name.text { chosen[text] = all[text] } }
            return .object(chosen)
        }
        for name in ["set_visible", "set_color", "set_linewidth"] {
            t.raw("\(name)(self, value)") { python, arguments in
                guard let all = arguments.positional.first?.object as? DictionaryObject else {
                    return .none
                }
                for spine in all.values {
                    _ = try python.callMethod(spine, name, Array(arguments.positional.dropFirst()))
                }
                return .none
            }
        }
    }

    // MARK: Colour bars and legends

    private static func bar(_ t: TypeBuilder) {
        method(t, "set_label") { part, call in
            var label = call
            let size = call.take("size")
            if size == nil {
                _ = try Decorations.label(part.axes, &call, isX: part.isX)
            } else {
                label.ignore("size")
                _ = try Decorations.label(part.axes, &label, isX: part.isX)
            }
            return .none
        }
        method(t, "set_ticks") { part, call in
            let numbers = try call.data.numbers(call.required("ticks"))
            let labels = call.take("labels")
            if part.isX {
                part.axes.axes.x.locator = .fixed(numbers)
            } else {
                part.axes.axes.y.locator = .fixed(numbers)
            }
            if let labels {
                try AxisLimits.setLabels(labels, part.axes, isX: part.isX, call.python)
            }
            return .none
        }
        for name in ["set_ticklabels", "set_yticklabels"] {
            method(t, name) { part, call in
                try AxisLimits.setLabels(
                    call.required("ticklabels"), part.axes, isX: part.isX, call.python)
                return .none
            }
        }
        method(t, "minorticks_on") { _, _ in .none }
        method(t, "remove") { part, _ in
            part.axes.figure?.axes.removeAll { $0 === part.axes }
            return .none
        }
        t.property("ax") { _, own -> Value in
            (own.object as? AxesPartObject).map { .object($0.axes) } ?? .none
        }
    }

    private static func legend(_ t: TypeBuilder) {
        method(t, "set_title") { part, call in
            let words = try call.python.str(call.required("title"))
            let size = part.axes.axes.legend?.fontSize ?? 10
            part.axes.axes.legend?.title = Title(words, style: TextStyle(size: size))
            return .none
        }
        method(t, "remove") { part, _ in
            part.axes.axes.legend = nil
            return .none
        }
        method(t, "set_visible") { part, call in
            if try !call.python.isTrue(call.required("b")) { part.axes.axes.legend = nil }
            return .none
        }
    }
}
