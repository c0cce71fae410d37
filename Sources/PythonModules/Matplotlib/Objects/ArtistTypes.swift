import Charts
import PythonRuntime

/// The methods of what is drawn: lines, texts, bars.
enum ArtistTypes {
    static func define(_ artist: TypeObject, _ types: PlotTypes, in python: Interpreter) {
        let t = TypeBuilder(artist, pythonWording: true, in: python)
        common(t)
        looks(t)
        let line = TypeBuilder(types.line, pythonWording: true, in: python)
        lines(line)
        let text = TypeBuilder(types.text, pythonWording: true, in: python)
        texts(text)
        bars(TypeBuilder(types.patch, pythonWording: true, in: python))
        pictures(t)
        for (type, name) in [
            (types.barContainer, "BarContainer"), (types.errorContainer, "ErrorbarContainer"),
            (types.stemContainer, "StemContainer"),
        ] {
            TypeBuilder(type, in: python).unary(.repr) { python, own -> String in
                "<\(name) object of \(try python.length(own)) artists>"
            }
            TypeBuilder(type, in: python).property("patches") { python, own -> Value in
                .list(try python.list(own), in: python)
            }
        }
    }

    /// Defines a method over artists; other objects have nothing to change.
    private static func method(
        _ t: TypeBuilder, _ name: String,
        _ body: @escaping (ArtistObject, inout PlotCall) throws -> Value
    ) {
        t.raw("\(name)(self, *args, **kwargs)") { python, arguments in
            let artist: ArtistObject
            switch arguments.positional.first?.object {
            case let own as ArtistObject: artist = own
            case let patch as PatchObject: artist = patch.artist
            default: return .none
            }
            var rest = arguments
            rest.positional.removeFirst()
            var call = PlotCall(python, name, rest)
            return try body(artist, &call)
        }
    }

    private static func common(_ t: TypeBuilder) {
        method(t, "set_label") { artist, call in
            artist.mark.label = try call.python.str(call.required("s"))
            return .none
        }
        method(t, "get_label") { artist, call in
            .string(artist.mark.label ?? "", in: call.python)
        }
        method(t, "set_visible") { artist, call in
            artist.mark.isVisible = try call.python.isTrue(call.required("b"))
            return .none
        }
        method(t, "set_zorder") { artist, call in
            artist.mark.order = try call.python.double(call.required("level"))
            return .none
        }
        method(t, "set_clip_on") { artist, call in
            artist.mark.isClipped = try call.python.isTrue(call.required("b"))
            return .none
        }
        method(t, "remove") { artist, _ in
            artist.axes?.artists.removeAll { $0 === artist }
            return .none
        }
        t.property("axes") { _, own -> Value in
            ((own.object as? ArtistObject)?.axes).map { .object($0) } ?? .none
        }
        t.raw("set(self, **kwargs)") { python, arguments in
            guard let own = arguments.positional.first else { return .none }
            for (name, value) in arguments.keywords {
                _ = try python.callMethod(own, "set_\(name)", [value])
            }
            return .none
        }
    }

    private static func looks(_ t: TypeBuilder) {
        for name in ["set_color", "set_facecolor", "set_fc", "set_edgecolor", "set_ec"] {
            t.raw("\(name)(self, color)") { python, arguments in
                guard arguments.positional.count > 1 else { return .none }
                let color = try PlotColors(python).color(arguments.positional[1])
                let target: ColorTarget =
                    name == "set_color"
                    ? .all : name.hasSuffix("edgecolor") || name == "set_ec" ? .edge : .face
                if let patch = arguments.positional[0].object as? PatchObject {
                    patch.setColor(color, target)
                } else if let artist = arguments.positional[0].object as? ArtistObject {
                    artist.mark.setColor(color, target)
                }
                return .none
            }
        }
        method(t, "set_alpha") { artist, call in
            let alpha = try call.python.double(call.required("alpha"))
            artist.mark.setAlpha(alpha)
            return .none
        }
        for name in ["set_linewidth", "set_lw"] {
            method(t, name) { artist, call in
                artist.mark.setWidth(
                    LineStyles.width(try call.python.double(call.required("w")), usual: 1.5))
                return .none
            }
        }
        for name in ["set_linestyle", "set_ls"] {
            method(t, name) { artist, call in
                let dash = try LineStyles.dash(call.required("ls"), in: call.python)
                if case .line(var line) = artist.mark.shape {
                    line.stroke.dash = dash
                    artist.mark.shape = .line(line)
                }
                return .none
            }
        }
    }

    private static func lines(_ t: TypeBuilder) {
        method(t, "set_data") { artist, call in
            let (x, y) = (
                try call.data.numbers(call.required("x")), try call.data.numbers(call.required("y"))
            )
            if case .line(var line) = artist.mark.shape {
                (line.x, line.y) = (x, y)
                artist.mark.shape = .line(line)
            }
            return .none
        }
        for (name, path) in [("x", \LineMark.x), ("y", \LineMark.y)] {
            method(t, "set_\(name)data") { artist, call in
                let numbers = try call.data.numbers(call.required("values"))
                if case .line(var line) = artist.mark.shape {
                    line[keyPath: path] = numbers
                    artist.mark.shape = .line(line)
                }
                return .none
            }
            method(t, "get_\(name)data") { artist, call in
                guard case .line(let line) = artist.mark.shape else { return .none }
                return ArrayValues.vector(line[keyPath: path], in: call.python)
            }
        }
        method(t, "get_color") { artist, call in
            guard case .line(let line) = artist.mark.shape else { return .none }
            return .string(line.stroke.color?.hex ?? "none", in: call.python)
        }
        method(t, "set_marker") { artist, call in
            let symbol = try LineStyles.symbol(call.required("marker"), in: call.python)
            if case .line(var line) = artist.mark.shape {
                line.marker = symbol.map {
                    Marker($0, fill: line.stroke.color, edge: Stroke(line.stroke.color, width: 1))
                }
                artist.mark.shape = .line(line)
            }
            return .none
        }
        method(t, "set_markersize") { artist, call in
            let size = LineStyles.width(try call.python.double(call.required("sz")), usual: 6)
            if case .line(var line) = artist.mark.shape {
                line.marker?.size = size
                artist.mark.shape = .line(line)
            }
            return .none
        }
    }

    private static func texts(_ t: TypeBuilder) {
        method(t, "get_text") { artist, call in .string(artist.words ?? "", in: call.python) }
        method(t, "set_text") { artist, call in
            let words = try call.python.str(call.required("s"))
            artist.changeText { $0.text = words }
            return .none
        }
        for name in ["set_fontsize", "set_size"] {
            method(t, name) { artist, call in
                let size = FontSize.points(
                    try call.required("fontsize"), base: call.settings.fontSize, in: call.python)
                artist.changeText { $0.style.size = size ?? $0.style.size }
                return .none
            }
        }
        method(t, "set_rotation") { artist, call in
            let angle = try TextStyles.angle(call.required("s"), call.python)
            artist.changeText { $0.style.rotation = angle }
            return .none
        }
        for name in [
            "set_ha", "set_va", "set_horizontalalignment", "set_verticalalignment",
            "set_fontweight", "set_weight", "set_fontproperties", "set_bbox",
        ] {
            method(t, name) { _, _ in .none }
        }
        t.unary(.repr) { python, own -> String in
            guard let artist = own.object as? ArtistObject else { return "Text(0, 0, '')" }
            let places = try artist.position.map { try python.str($0) }.joined(separator: ", ")
            return "Text(\(places), \(try python.repr(.string(artist.words ?? "", in: python))))"
        }
    }

    private static func bars(_ t: TypeBuilder) {
        func getter(_ name: String, _ get: @escaping (BarsMark.Bar) -> Double) {
            t.raw("\(name)(self)") { python, arguments in
                guard let patch = arguments.positional.first?.object as? PatchObject,
                    let bar = patch.bar
                else { return .float(0) }
                return python.numPyScalar(.float(get(bar)), .float64)
            }
        }
        getter("get_x") { $0.x0 }
        getter("get_y") { $0.y0 }
        getter("get_width") { $0.x1 - $0.x0 }
        getter("get_height") { $0.y1 - $0.y0 }
        t.unary(.repr) { python, own -> String in
            guard let bar = (own.object as? PatchObject)?.bar else {
                return "Rectangle(xy=(0, 0), width=1, height=1, angle=0)"
            }
            func short(_ number: Double) throws -> String {
                try python.str(python.binary(.modulo, .string("%g", in: python), .float(number)))
            }
            return
                "Rectangle(xy=(\(try short(bar.x0)), \(try short(bar.y0))), width=\(try short(bar.x1 - bar.x0)), height=\(try short(bar.y1 - bar.y0)), angle=0)"
        }
    }

    private static func pictures(_ t: TypeBuilder) {
        method(t, "get_clim") { artist, call in
            guard let scale = artist.scale else { return .none }
            return try call.python.pair(scale.low, scale.high)
        }
        method(t, "get_cmap") { artist, call in
            artist.scale.map { ColorMaps.value($0.map, in: call.python) } ?? .none
        }
    }
}

/// Which part of an artist a colour is for.
enum ColorTarget { case all, face, edge }

extension PatchObject {
    /// The bar's rectangle.
    var bar: BarsMark.Bar? {
        guard case .bars(let mark) = artist.mark.shape, mark.bars.indices.contains(index) else {
            return nil
        }
        return mark.bars[index]
    }

    func setColor(_ color: Color, _ target: ColorTarget) {
        guard case .bars(var mark) = artist.mark.shape, mark.bars.indices.contains(index) else {
            return
        }
        if target != .edge {
            mark.fills = mark.fills.cycled(mark.bars.count)
            mark.fills[index] = color
        }
        if target != .face {
            mark.edges = mark.edges.cycled(mark.bars.count)
            mark.edges[index].color = color
            if target == .edge { mark.edges[index].width = max(mark.edges[index].width, 1) }
        }
        artist.mark.shape = .bars(mark)
    }
}

extension ArtistObject {
    func changeText(_ change: (inout TextMark) -> Void) {
        guard case .text(var text) = mark.shape else { return }
        change(&text)
        mark.shape = .text(text)
    }
}

extension Mark {
    mutating func setColor(_ color: Color, _ target: ColorTarget) {
        switch shape {
        case .line(var line):
            line.stroke.color = color
            line.marker?.fill = color
            line.marker?.edge.color = color
            shape = .line(line)
        case .points(var points):
            if target != .edge { points.fills = [color] }
            if target != .face { points.edges = [color] }
            shape = .points(points)
        case .bars(var bars):
            if target != .edge { bars.fills = [color] }
            if target != .face {
                bars.edges = bars.edges.map { Stroke(color, width: max($0.width, 1)) }
            }
            shape = .bars(bars)
        case .area(var area):
            if target != .edge { area.fill = color }
            if target != .face { area.edge.color = color }
            shape = .area(area)
        case .segments(var segments):
            segments.strokes = segments.strokes.map {
                Stroke(color, width: $0.width, dash: $0.dash)
            }
            shape = .segments(segments)
        case .errorBars(var bars):
            bars.stroke.color = color
            shape = .errorBars(bars)
        case .text(var text):
            text.style.color = color
            shape = .text(text)
        case .picture: break
        }
    }

    mutating func setAlpha(_ alpha: Double) {
        switch shape {
        case .line(var line):
            line.stroke.color = line.stroke.color?.withAlpha(alpha)
            if var marker = line.marker {
                marker.fill = marker.fill?.withAlpha(alpha)
                marker.edge.color = marker.edge.color?.withAlpha(alpha)
                line.marker = marker
            }
            shape = .line(line)
        case .points(var points):
            points.fills = points.fills.map { $0?.withAlpha(alpha) }
            points.edges = points.edges.map { $0?.withAlpha(alpha) }
            shape = .points(points)
        case .bars(var bars):
            bars.fills = bars.fills.map { $0?.withAlpha(alpha) }
            shape = .bars(bars)
        case .area(var area):
            area.fill = area.fill?.withAlpha(alpha)
            shape = .area(area)
        default: break
        }
    }

    mutating func setWidth(_ width: Double) {
        switch shape {
        case .line(var line):
            line.stroke.width = width
            shape = .line(line)
        case .segments(var segments):
            segments.strokes = segments.strokes.map {
                Stroke($0.color, width: width, dash: $0.dash)
            }
            shape = .segments(segments)
        case .bars(var bars):
            bars.edges = bars.edges.map { Stroke($0.color, width: width, dash: $0.dash) }
            shape = .bars(bars)
        default: break
        }
    }
}
