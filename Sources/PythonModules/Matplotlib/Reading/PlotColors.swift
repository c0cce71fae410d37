import Charts
import PythonRuntime

/// Reads colours, colour maps and scales out of Python values.
struct PlotColors {
    let python: Interpreter

    init(_ python: Interpreter) { self.python = python }

    /// One colour: a name, or three or four parts from 0 to 1.
    func color(_ value: Value) throws -> Color {
        if let color = try optional(value) { return color }
        let failure = python.valueError("\(try python.repr(value)) is not a valid value for color")
        if let text = value.text, let near = python.nearest(text, among: ColorReader.names) {
            failure.exception.hints.append("did you mean `'\(near)'`?")
        }
        throw failure
    }

    private func optional(_ value: Value) throws -> Color? {
        if let text = value.text { return ColorReader.color(text) }
        if let tuple = value.object as? TupleObject, tuple.count == 2, tuple[0].text != nil {
            return try color(tuple[0]).withAlpha(python.double(tuple[1]))
        }
        guard value.object != nil, let parts = try? PlotData(python).numbers(value),
            parts.count == 3 || parts.count == 4
        else { return nil }
        return Color(
            red: parts[0], green: parts[1], blue: parts[2], alpha: parts.count == 4 ? parts[3] : 1)
    }

    /// One colour for all, or a list of them.
    func list(_ value: Value) throws -> [Color] {
        if let color = try optional(value) { return [color] }
        if let text = value.text {
            let letters = text.map { ColorReader.color(String($0)) }
            guard !letters.contains(nil), !text.isEmpty else { return [try color(value)] }
            return letters.compactMap { $0 }
        }
        let colors = try rows(value).map(color)
        // No colours at all draw nothing.
        return colors.isEmpty ? [Color(0, 0, 0, alpha: 0)] : colors
    }

    private func rows(_ value: Value) throws -> [Value] {
        guard value.object != nil else { return [value] }
        return try python.list(value)
    }

    /// The colours of a `cycler(color=…)`: a dictionary of lists, or a list of colours.
    func cycle(_ value: Value) throws -> [Color] {
        if let dictionary = value.object as? DictionaryObject {
            return try dictionary["color"].map(list) ?? []
        }
        return try list(value)
    }

    // MARK: Maps

    func map(_ value: Value?, usual: String) throws -> ColorMap {
        if let map = value?.object as? ColorMapObject { return map.map }
        let name = value?.text ?? usual
        if let map = ColorMap(named: name) { return map }
        let failure = python.valueError(
            "'\(name)' is not a valid value for cmap; supported values are those of matplotlib")
        if let near = python.nearest(name, among: ColorMap.names) {
            failure.exception.hints.append("did you mean `'\(near)'`?")
        }
        throw failure
    }

    /// The scale that a call asks for: `cmap`, `vmin`, `vmax`, `norm`.
    func scale(_ call: inout PlotCall, over values: [Double]) throws -> ColorScale {
        let usual = call.settings.text("image.cmap") ?? "viridis"
        let map = try self.map(call.take("cmap"), usual: usual)
        var low = try call.number("vmin")
        var high = try call.number("vmax")
        var isLogarithmic = false
        if let norm = call.take("norm") {
            isLogarithmic =
                norm.text == "log" || (norm.object as? NormObject)?.isLogarithmic == true
            low = low ?? (norm.object as? NormObject)?.low
            high = high ?? (norm.object as? NormObject)?.high
        }
        let usable = isLogarithmic ? values.filter { $0 > 0 } : values
        var scale = ColorScale(map, over: usable, low: low, high: high)
        scale.isLogarithmic = isLogarithmic
        return scale
    }
}

/// A `matplotlib.colors.Colormap`.
package final class ColorMapObject: InstanceObject {
    var map: ColorMap

    init(_ map: ColorMap, type: TypeObject) {
        self.map = map
        super.init(type: type)
    }
}

/// A `matplotlib.colors.Normalize`.
package final class NormObject: InstanceObject {
    let isLogarithmic: Bool
    var low, high: Double?

    init(low: Double?, high: Double?, isLogarithmic: Bool, type: TypeObject) {
        (self.low, self.high, self.isLogarithmic) = (low, high, isLogarithmic)
        super.init(type: type)
    }
}
