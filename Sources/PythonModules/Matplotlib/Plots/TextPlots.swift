import Charts
import PythonRuntime

/// `text` and `annotate`.
enum TextPlots {
    static var functions: [(name: String, body: AxesFunctions.Body)] {
        [
            ("text", text), ("annotate", annotate),
        ]
    }

    private static func text(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let (xValue, yValue) = (try call.required("x"), try call.required("y"))
        let words = try python.str(call.required("s"))
        if !call.positional.isEmpty { call = call.named(["fontdict"]) }
        let units = try units(call.take("transform"), python)
        let box = try call.take("bbox").map { try TextStyles.box($0, in: python) }
        let style = try TextStyles.style(&call, usual: TextStyle(size: call.settings.fontSize))
        let anchor = try TextStyles.anchor(&call, usual: TextAnchor(.left, .baseline))
        var common = try CommonOptions(&call)
        try call.finish("Text.set()")
        common.label = nil
        var x = axes.axes.x
        var y = axes.axes.y
        let at = Point(
            try call.data.places(xValue, on: &x).first ?? .nan,
            try call.data.places(yValue, on: &y).first ?? .nan)
        var mark = TextMark(words, at: .init(at, units), style: style, anchor: anchor)
        mark.box = box
        var whole = common.mark(.text(mark), order: 3)
        whole.isClipped = common.isClipped ?? false
        let artist = axes.add(whole, call.types.text)
        artist.position = [xValue, yValue]
        return .object(artist)
    }

    static func units(_ transform: Value?, _ python: Interpreter) throws -> TextMark.Place.Units {
        guard let transform else { return .data }
        switch (transform.object as? TransformObject)?.units {
        case let units?: return units
        case nil:
            throw python.error(
                "NotImplementedError", "this transform is not available in nbrun's charts")
        }
    }

    // MARK: Annotations

    private static func annotate(_ axes: AxesObject, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let words = try python.str(call.required("text", "s"))
        let xy = try call.required("xy")
        let textPlace = call.next("xytext").flatMap { $0.isNone ? nil : $0 }
        let coordinates = try call.text("xycoords") ?? "data"
        let textCoordinates = try call.text("textcoords") ?? coordinates
        let arrow = call.take("arrowprops")
        let box = try call.take("bbox").map { try TextStyles.box($0, in: python) }
        let style = try TextStyles.style(&call, usual: TextStyle(size: call.settings.fontSize))
        let anchor = try TextStyles.anchor(&call, usual: TextAnchor(.left, .baseline))
        call.ignore("annotation_clip")
        let common = try CommonOptions(&call)
        try call.finish("Text.set()")
        let target = TextMark.Place(try point(xy, call), try units(coordinates, python))
        var place = target
        var shift = Point(0, 0)
        if let textPlace {
            let at = try point(textPlace, call)
            if textCoordinates.hasPrefix("offset") {
                let scale = textCoordinates.hasSuffix("pixels") ? 0.72 : 1
                shift = Point(at.x * scale, at.y * scale)
            } else {
                place = TextMark.Place(at, try units(textCoordinates, python))
            }
        }
        var mark = TextMark(words, at: place, style: style, anchor: anchor)
        mark.shift = shift
        mark.box = box
        mark.arrow = try arrow.map { try ArrowLook.arrow($0, to: target, in: python) }
        var whole = common.mark(.text(mark), order: 3)
        whole.label = nil
        whole.isClipped = false
        let artist = axes.add(whole, call.types.text)
        artist.position = try python.list(textPlace ?? xy)
        return .object(artist)
    }

    private static func point(_ value: Value, _ call: PlotCall) throws -> Point {
        let numbers = try call.data.numbers(value)
        guard numbers.count == 2 else {
            throw call.python.valueError("a place has two numbers, not \(numbers.count)")
        }
        return Point(numbers[0], numbers[1])
    }

    private static func units(_ name: String, _ python: Interpreter) throws
        -> TextMark.Place.Units
    {
        switch name {
        case "data": return .data
        case "axes fraction": return .frame
        case "figure fraction", "subfigure fraction": return .figure
        default:
            throw python.valueError("'\(name)' is not a valid coordinate")
        }
    }
}

/// Reads `arrowprops=dict(…)`.
enum ArrowLook {
    static func arrow(_ value: Value, to target: TextMark.Place, in python: Interpreter) throws
        -> TextMark.Arrow
    {
        var entries: [(name: String, value: Value)] = []
        try python.forEachEntry(value) { entries.append(($0.text ?? "", $1)) }
        var call = PlotCall(python, "FancyArrowPatch", Arguments([], keywords: entries))
        let style = try call.text("arrowstyle")
        let connection = try call.text("connectionstyle") ?? ""
        let color = try call.color("color")
        let alpha = try call.number("alpha")
        let edge = try call.color("edgecolor", "ec") ?? color ?? .black
        let face = try call.color("facecolor", "fc") ?? color ?? ColorReader.cycle[0]
        let width = LineStyles.width(try call.number("linewidth", "lw"), usual: 1)
        let body = try call.number("width")
        let shrink = try call.number("shrink") ?? 0
        let gap = try call.number("shrinkB")
        let dash = try call.take("linestyle", "ls").map { try LineStyles.dash($0, in: python) }
        call.ignore(
            "headwidth", "headlength", "shrinkA", "frac", "mutation_scale", "patchA", "patchB",
            "zorder", "relpos")
        try call.finish("FancyArrowPatch.set()")
        let name = style.map { String($0.prefix { $0 != "," }) }
        let head: TextMark.Arrow.Head =
            name == "-"
            ? .none
            : name.map { $0.contains("|>") || $0 == "fancy" || $0 == "simple" || $0 == "wedge" }
                == true
                ? .filled : .open
        var arrow = TextMark.Arrow(
            target: target,
            stroke: Stroke(edge.withAlpha(alpha ?? edge.alpha), width: width, dash: dash ?? .solid),
            head: head)
        arrow.fill = face.withAlpha(alpha ?? face.alpha)
        arrow.hasTail = name?.hasPrefix("<") == true
        if style == nil { arrow.thickness = LineStyles.width(body, usual: 4) }
        arrow.shrink = gap ?? (shrink > 0 ? 4 : 2)
        for part in connection.split(whereSeparator: { $0 == "," || $0 == " " })
        where part.hasPrefix("rad=") {
            arrow.bend = Double(part.dropFirst(4)).map { min(max($0, -10), 10) } ?? 0
        }
        return arrow
    }
}

/// `ax.transAxes`, `ax.transData`, `fig.transFigure`.
package final class TransformObject: InstanceObject {
    let units: TextMark.Place.Units

    init(_ units: TextMark.Place.Units, type: TypeObject) {
        self.units = units
        super.init(type: type)
    }
}
