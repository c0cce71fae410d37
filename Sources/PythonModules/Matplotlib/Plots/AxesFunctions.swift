import Charts
import PythonRuntime

/// The functions that draw into axes, as methods of `Axes` and as functions of `pyplot`.
enum AxesFunctions {
    typealias Body = (AxesObject, inout PlotCall) throws -> Value

    /// What `plt.NAME` and `ax.NAME` have in common.
    static var shared: [(name: String, body: Body)] {
        LinePlots.functions + PointPlots.functions + BarPlots.functions + HistogramPlots.functions
            + AreaPlots.functions + PicturePlots.functions + ContourPlots.functions
            + ErrorPlots.functions + StatisticsPlots.functions + SpanPlots.functions
            + TextPlots.functions + Decorations.functions + LegendFunctions.functions
    }

    /// Kinds of plots that there are in matplotlib and not here.
    static let missing = [
        "quiver", "streamplot", "barbs", "hexbin", "specgram", "psd", "csd", "cohere", "acorr",
        "xcorr", "angle_spectrum", "magnitude_spectrum", "phase_spectrum", "tricontour",
        "tricontourf", "tripcolor", "triplot", "quiverkey", "table", "polar", "thetagrids",
        "rgrids", "broken_barh", "secondary_xaxis", "secondary_yaxis", "inset_axes", "ecdf",
    ]

    static func refuse(_ name: String, _ python: Interpreter) -> PythonError {
        python.error("NotImplementedError", "\(name) is not available in nbrun's charts")
    }
}

extension AxesObject {
    /// Adds a mark as an artist of a class.
    @discardableResult
    func add(_ mark: Mark, _ type: TypeObject) -> ArtistObject {
        let artist = ArtistObject(mark, in: self, type: type)
        artists.append(artist)
        return artist
    }

    func nextLineColor() -> Color {
        defer { lineColor += 1 }
        return cycle[lineColor]
    }

    func nextFillColor() -> Color {
        defer { fillColor += 1 }
        return cycle[fillColor]
    }
}
