import PythonRuntime

/// The classes of what plotting gives back, one set an interpreter.
final class PlotTypes {
    let figure, axes, line, points, text, image, patch, area, lines, legend, colorBar: TypeObject
    let barContainer, errorContainer, stemContainer, wedge, mesh, contour: TypeObject
    let xAxis, yAxis, spine, xTick, yTick, transform, gridSpec, subplotSpec, spines: TypeObject

    static func of(_ python: Interpreter) -> PlotTypes {
        python.state(PlotTypes.self) { PlotTypes($0) }
    }

    private init(_ python: Interpreter) {
        func make(_ name: String, _ module: String, _ base: TypeObject? = nil) -> TypeObject {
            let type = TypeObject(
                name, bases: [base ?? python.types.object], module: "matplotlib.\(module)",
                metatype: python.types.type, in: python)
            type.hasInstanceDictionary = true
            return type
        }
        let artist = make("Artist", "artist")
        figure = make("Figure", "figure", artist)
        axes = make("Axes", "axes._axes", artist)
        line = make("Line2D", "lines", artist)
        points = make("PathCollection", "collections", artist)
        text = make("Text", "text", artist)
        image = make("AxesImage", "image", artist)
        patch = make("Rectangle", "patches", artist)
        wedge = make("Wedge", "patches", artist)
        area = make("PolyCollection", "collections", artist)
        lines = make("LineCollection", "collections", artist)
        mesh = make("QuadMesh", "collections", artist)
        contour = make("QuadContourSet", "contour", artist)
        legend = make("Legend", "legend", artist)
        colorBar = make("Colorbar", "colorbar")
        let container = make("Container", "container", python.types.tuple)
        barContainer = make("BarContainer", "container", container)
        errorContainer = make("ErrorbarContainer", "container", container)
        stemContainer = make("StemContainer", "container", container)
        xAxis = make("XAxis", "axis", artist)
        yAxis = make("YAxis", "axis", artist)
        spine = make("Spine", "spines", artist)
        xTick = make("XTick", "axis", artist)
        yTick = make("YTick", "axis", artist)
        transform = make("Transform", "transforms")
        gridSpec = make("GridSpec", "gridspec")
        subplotSpec = make("SubplotSpec", "gridspec")
        spines = make("Spines", "spines", python.types.dict)
        FigureType.define(TypeBuilder(figure, pythonWording: true, in: python))
        AxesType.define(TypeBuilder(axes, pythonWording: true, in: python))
        ArtistTypes.define(artist, self, in: python)
        AxisType.define(self, in: python)
        GridSpecs.define(self, in: python)
    }
}
