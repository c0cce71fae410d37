import Charts
import PythonRuntime

/// `matplotlib.patches` and `matplotlib.lines`: shapes made by hand.
enum PatchesModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("matplotlib.patches", pythonWording: true, in: python)
        define(m)
        return m.module
    }

    static func define(_ m: ModuleBuilder) {
        shape(m, "Rectangle") { call in
            let corner = try call.data.numbers(call.required("xy"))
            let width = try call.python.double(call.required("width"))
            let height = try call.python.double(call.required("height"))
            call.ignore("angle", "rotation_point")
            guard corner.count == 2 else { throw call.python.valueError("xy must be a pair") }
            let (x, y) = (corner[0], corner[1])
            return [
                Point(x, y), Point(x + width, y), Point(x + width, y + height),
                Point(x, y + height),
            ]
        }
        shape(m, "Circle") { call in
            let center = try call.data.numbers(call.required("xy"))
            let radius = try call.next("radius").map { try call.python.double($0) } ?? 5
            return ellipse(center, radius, radius)
        }
        shape(m, "Ellipse") { call in
            let center = try call.data.numbers(call.required("xy"))
            let width = try call.python.double(call.required("width"))
            let height = try call.python.double(call.required("height"))
            call.ignore("angle")
            return ellipse(center, width / 2, height / 2)
        }
        shape(m, "Polygon") { call in
            let table = try call.data.table(call.required("xy"))
            call.ignore("closed")
            return stride(from: 0, to: table.values.count - 1, by: 2).map {
                Point(table.values[$0], table.values[$0 + 1])
            }
        }
        shape(m, "Patch") { _ in [] }
    }

    private static func ellipse(_ center: [Double], _ x: Double, _ y: Double) -> [Point] {
        guard center.count == 2 else { return [] }
        return (0..<72).map {
            let angle = Double($0) * .pi / 36
            return Point(
                center[0] + x * PlotMath.cosine(angle), center[1] + y * PlotMath.sine(angle))
        }
    }

    private static func shape(
        _ m: ModuleBuilder, _ name: String, _ outline: @escaping (inout PlotCall) throws -> [Point]
    ) {
        m.raw("\(name)(*args, **kwargs)") { python, arguments in
            var call = PlotCall(python, name, arguments)
            let ring = try outline(&call)
            let common = try CommonOptions(&call)
            call.ignore("transform")
            let look = try PatchLook(&call, common)
            try call.finish("\(name).set()")
            var mark = common.mark(
                .area(AreaMark([ring], fill: look.fill, edge: look.edge)), order: 1)
            // A patch added by hand leaves the limits as they are.
            mark.setsLimits = false
            return .object(ArtistObject(mark, in: nil, type: call.types.area))
        }
    }

    private struct PatchLook {
        let fill: Color?
        let edge: Stroke

        init(_ call: inout PlotCall, _ common: CommonOptions) throws {
            let both = try call.color("color")
            let face = try call.color("facecolor", "fc")
            let edgeColor = try call.color("edgecolor", "ec")
            let isFilled = try call.truth("fill") ?? true
            let width = LineStyles.width(try call.number("linewidth", "lw"), usual: 1)
            let python = call.python
            let dash = try call.take("linestyle", "ls").map { try LineStyles.dash($0, in: python) }
            call.ignore("hatch", "capstyle", "joinstyle")
            let shade = { (color: Color) in color.withAlpha(common.alpha ?? color.alpha) }
            fill = isFilled ? shade(face ?? both ?? ColorReader.cycle[0]) : nil
            let line = edgeColor ?? both ?? (isFilled ? nil : .black)
            edge = Stroke(line.map(shade), width: width, dash: dash ?? .solid)
        }
    }

    /// `Line2D(xdata, ydata, …)` for legends made by hand.
    static func defineLine(_ m: ModuleBuilder) {
        m.raw("Line2D(xdata, ydata, **kwargs)") { python, arguments in
            var call = PlotCall(python, "Line2D", arguments)
            let x = try call.data.numbers(call.required("xdata"))
            let y = try call.data.numbers(call.required("ydata"))
            let session = PlotSession.of(python)
            let look = try LineLook(&call)
            try call.finish("Line2D.set()")
            let scratch = AxesObject(
                Axes(.free(0, 0, 1, 1)), in: nil, cycle: session.settings.cycle,
                type: call.types.axes)
            let line = look.line(x, y, nil, scratch)
            return .object(
                ArtistObject(
                    look.common.mark(.line(line), order: 2), in: nil, type: call.types.line))
        }
    }
}
