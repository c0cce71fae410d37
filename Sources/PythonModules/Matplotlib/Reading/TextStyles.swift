import Charts
import PythonRuntime

/// Font sizes as numbers or words.
enum FontSize {
    private static let factors: [String: Double] = [
        "xx-small": 0.579, "x-small": 0.694, "small": 0.833, "medium": 1, "large": 1.2,
        "x-large": 1.44, "xx-large": 1.728, "larger": 1.2, "smaller": 0.833,
    ]

    /// The size in points; nil for what is no size.
    static func points(_ value: Value, base: Double, in python: Interpreter) -> Double? {
        if let text = value.text { return factors[text].map { $0 * base } ?? Double(text) }
        guard let size = try? python.double(value), size.isFinite else { return nil }
        return min(max(size, 0.1), 1000)
    }
}

/// Reads how words look: `fontsize`, `color`, `rotation`, `fontdict`, …
enum TextStyles {
    static func style(_ call: inout PlotCall, usual: TextStyle) throws -> TextStyle {
        var style = usual
        let python = call.python
        if let dictionary = call.take("fontdict", "font") {
            if dictionary.object is DictionaryObject {
                var entries: [(name: String, value: Value)] = []
                try python.forEachEntry(dictionary) { entries.append(($0.text ?? "", $1)) }
                var inner = PlotCall(python, call.name, Arguments([], keywords: entries))
                style = try Self.style(&inner, usual: style)
                inner.ignore("horizontalalignment", "ha", "verticalalignment", "va")
                try inner.finish("Text.set()")
            }
        }
        if let size = call.take("fontsize", "size", "labelsize"),
            let points = FontSize.points(size, base: call.settings.fontSize, in: python)
        {
            style.size = points
        }
        if let color = try call.color("color", "c") { style.color = color }
        if let alpha = try call.number("alpha") { style.color = style.color.withAlpha(alpha) }
        if let weight = call.take("fontweight", "weight") { style.isBold = isBold(weight) }
        if let slant = try call.text("fontstyle", "style") { style.isItalic = slant != "normal" }
        if let family = call.take("family", "fontfamily", "fontname", "name") {
            style.isMonospaced = (family.text ?? "").contains("mono")
        }
        call.ignore(
            "fontproperties", "font_properties", "usetex", "wrap", "fontvariant", "variant",
            "fontstretch", "stretch", "math_fontfamily", "parse_math", "linespacing",
            "multialignment", "ma", "transform_rotates_text")
        if let rotation = call.take("rotation") { style.rotation = try angle(rotation, python) }
        return style
    }

    private static func isBold(_ weight: Value) -> Bool {
        if let number = weight.integer { return number >= 600 }
        return ["bold", "heavy", "black", "semibold", "demibold", "demi", "extra bold"]
            .contains(weight.text ?? "")
    }

    static func angle(_ value: Value, _ python: Interpreter) throws -> Double {
        switch value.text {
        case "vertical": return 90
        case "horizontal": return 0
        default:
            let angle = try python.double(value)
            return angle.isFinite ? angle.truncatingRemainder(dividingBy: 360) : 0
        }
    }

    static func anchor(_ call: inout PlotCall, usual: TextAnchor) throws -> TextAnchor {
        var anchor = usual
        if let name = try call.text("ha", "horizontalalignment") {
            switch name {
            case "left": anchor.horizontal = .left
            case "center": anchor.horizontal = .center
            case "right": anchor.horizontal = .right
            default: throw invalid(name, "align", "'center', 'right', 'left'", call.python)
            }
        }
        if let name = try call.text("va", "verticalalignment") {
            switch name {
            case "top": anchor.vertical = .top
            case "center": anchor.vertical = .center
            case "bottom": anchor.vertical = .bottom
            case "baseline": anchor.vertical = .baseline
            case "center_baseline": anchor.vertical = .centerBaseline
            default:
                throw invalid(
                    name, "align", "'bottom', 'baseline', 'center', 'center_baseline', 'top'",
                    call.python)
            }
        }
        call.ignore("rotation_mode")
        return anchor
    }

    private static func invalid(
        _ name: String, _ what: String, _ allowed: String, _ python: Interpreter
    ) -> PythonError {
        python.valueError(
            "'\(name)' is not a valid value for \(what); supported values are \(allowed)")
    }

    /// A `bbox=dict(…)` around words.
    static func box(_ value: Value, in python: Interpreter) throws -> TextMark.Box {
        var entries: [(name: String, value: Value)] = []
        try python.forEachEntry(value) { entries.append(($0.text ?? "", $1)) }
        var call = PlotCall(python, "FancyBboxPatch", Arguments([], keywords: entries))
        let style = try call.text("boxstyle") ?? "square"
        let alpha = try call.number("alpha")
        let fill = try call.color("facecolor", "fc", "color") ?? ColorReader.color("C0")
        let edge = try call.color("edgecolor", "ec") ?? .black
        let width = LineStyles.width(try call.number("linewidth", "lw"), usual: 1)
        var padding = try call.number("pad").map { $0 / 10 } ?? 0.4
        for part in style.split(separator: ",") where part.hasPrefix("pad=") {
            padding = Double(part.dropFirst(4)) ?? 0.3
        }
        let dash = try call.take("linestyle", "ls").map { try LineStyles.dash($0, in: python) }
        try call.finish("FancyBboxPatch.set()")
        return TextMark.Box(
            fill: fill?.withAlpha(alpha ?? fill?.alpha),
            edge: Stroke(edge.withAlpha(alpha ?? edge.alpha), width: width, dash: dash ?? .solid),
            padding: padding, isRound: style.hasPrefix("round"))
    }
}
