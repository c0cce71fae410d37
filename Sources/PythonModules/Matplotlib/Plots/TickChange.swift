import Charts
import PythonRuntime

/// What `tick_params` changes about ticks.
struct TickChange {
    private let direction: Axis.TickStyle.Direction?
    private let length, width, pad, size, rotation: Double?
    private let tickColor, labelColor: Color?
    private let sides: [String: Bool]
    private let showsGrid: Bool?

    init(_ call: inout PlotCall) throws {
        switch try call.text("direction") {
        case "in": direction = .inward
        case "inout": direction = .both
        case "out": direction = .outward
        default: direction = nil
        }
        length = try call.number("length", "size").map { LineStyles.width($0, usual: 3.5) }
        width = try call.number("width").map { LineStyles.width($0, usual: 0.8) }
        pad = try call.number("pad")
        let python = call.python
        let base = call.settings.fontSize
        size = call.take("labelsize").flatMap { FontSize.points($0, base: base, in: python) }
        rotation = try call.take("labelrotation", "rotation").map {
            try TextStyles.angle($0, python)
        }
        let both = try call.color("colors")
        tickColor = try call.color("color") ?? both
        labelColor = try call.color("labelcolor") ?? both
        var sides: [String: Bool] = [:]
        for name in ["left", "right", "top", "bottom"] {
            sides[name] = try call.truth(name)
            sides["label" + name] = try call.truth("label" + name)
        }
        self.sides = sides
        showsGrid = try call.truth("grid_on")
        call.ignore(
            "zorder", "reset", "grid_color", "grid_alpha", "grid_linewidth", "grid_linestyle",
            "labelfontfamily")
    }

    func apply(to axis: inout Axis, isX: Bool, _ which: String) {
        if which != "minor" { apply(to: &axis.ticks, isX: isX, isFar: axis.isFar) }
        if which != "major" {
            var style = axis.minorTicks
            apply(to: &style, isX: isX, isFar: axis.isFar)
            axis.minorTicks = style
        }
        if let showsGrid { axis.grid = showsGrid ? GridLines() : nil }
    }

    private func apply(to style: inout Axis.TickStyle, isX: Bool, isFar: Bool) {
        if let direction { style.direction = direction }
        if let length { style.length = length }
        if let width { style.width = width }
        if let pad, pad.isFinite { style.pad = pad }
        if let size { style.text.size = size }
        if let rotation { style.text.rotation = rotation }
        if let tickColor { style.color = tickColor }
        if let labelColor { style.text.color = labelColor }
        var (near, far) = isX ? ("bottom", "top") : ("left", "right")
        if isFar { (near, far) = (far, near) }
        style.showsTicks = sides[near] ?? style.showsTicks
        style.showsFarTicks = sides[far] ?? style.showsFarTicks
        style.showsLabels = sides["label" + near] ?? style.showsLabels
        style.showsFarLabels = sides["label" + far] ?? style.showsFarLabels
    }
}
