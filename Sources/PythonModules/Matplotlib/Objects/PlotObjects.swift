import Charts
import PythonRuntime

/// A `matplotlib.figure.Figure`.
package final class FigureObject: InstanceObject {
    let number: Int
    /// The figure without its axes.
    var figure = Figure()
    var axes: [AxesObject] = []
    var current: AxesObject?
    /// What `plt.colorbar()` draws the colours of.
    var mappable: ArtistObject?

    init(number: Int, type: TypeObject) {
        self.number = number
        super.init(type: type)
    }

    /// The figure with its axes, ready to be drawn.
    var chart: Figure {
        var chart = figure
        chart.axes = axes.map { $0.chart(in: self) }
        return chart
    }

    /// Forgets everything drawn.
    func clear() {
        let (width, height, dpi, background) = (
            figure.width, figure.height, figure.dpi, figure.background
        )
        figure = Figure()
        (figure.width, figure.height, figure.dpi, figure.background) = (
            width, height, dpi, background
        )
        axes = []
        current = nil
        mappable = nil
    }
}

/// A `matplotlib.axes.Axes`.
package final class AxesObject: InstanceObject {
    /// The axes without what is drawn in them.
    var axes: Axes
    var artists: [ArtistObject] = []
    weak var figure: FigureObject?
    /// The next colours of lines, and of everything filled.
    var lineColor = 0
    var fillColor = 0
    var cycle: ColorCycle
    /// The axes that these lie over, or share a range with.
    var base: AxesObject?
    var sharedX: AxesObject?
    var sharedY: AxesObject?
    /// The axes that a colour bar belongs to, and what it shows.
    var barParents: [AxesObject] = []
    var barSource: ArtistObject?

    init(_ axes: Axes, in figure: FigureObject?, cycle: ColorCycle, type: TypeObject) {
        self.axes = axes
        self.figure = figure
        self.cycle = cycle
        super.init(type: type)
    }

    /// The axes as they are drawn, those that they refer to by number.
    func chart(in figure: FigureObject) -> Axes {
        var chart = axes
        chart.marks = artists.map(\.mark)
        let number = { (other: AxesObject?) in
            other.flatMap { other in figure.axes.firstIndex { $0 === other } }
        }
        chart.sharedX = number(sharedX)
        chart.sharedY = number(sharedY)
        if let base = number(base) { chart.placement = .over(base) }
        if case .colorBar(var place) = axes.placement {
            place.parents = barParents.compactMap { number($0) }
            chart.placement = .colorBar(place)
        }
        if let scale = barSource?.scale { chart.show(scale) }
        return chart
    }

    /// What is shown from left to right and from bottom to top.
    var ranges: AxesRanges {
        let figure = self.figure?.chart ?? Figure()
        let index = self.figure?.axes.firstIndex { $0 === self } ?? 0
        let own = figure.axes.indices.contains(index) ? figure.axes[index] : axes
        return AxesRanges(own, at: index, in: figure)
    }

    /// The frame on paper, in points.
    var frame: Frame {
        guard let figure, let index = figure.axes.firstIndex(where: { $0 === self }) else {
            return Frame(left: 0, top: 0, width: 1, height: 1)
        }
        return FigureLayout(figure.chart).frames[index]
    }
}

extension Axes {
    /// Makes these axes the bar of a colour scale.
    fileprivate mutating func show(_ scale: ColorScale) {
        guard let bar = colorBar else { return }
        colorBar?.scale = scale
        var axis = bar.isVertical ? y : x
        axis.scale = scale.isLogarithmic ? .log(base: 10) : .linear
        (axis.low, axis.high) = (scale.low, scale.high)
        if bar.isVertical { y = axis } else { x = axis }
    }
}

/// The colours that series take in turn.
struct ColorCycle {
    var colors: [Color]

    subscript(index: Int) -> Color {
        colors.isEmpty ? .black : colors[index % colors.count]
    }
}

/// Anything drawn: a `Line2D`, a `Text`, an `AxesImage`, …
package final class ArtistObject: InstanceObject {
    var mark: Mark
    weak var axes: AxesObject?
    /// How a text prints its place.
    var position: [Value] = []

    init(_ mark: Mark, in axes: AxesObject?, type: TypeObject) {
        self.mark = mark
        self.axes = axes
        super.init(type: type)
    }

    /// How its colours come from numbers.
    var scale: ColorScale? {
        switch mark.shape {
        case .points(let mark): mark.scale
        case .bars(let mark): mark.scale
        case .segments(let mark): mark.scale
        case .picture(let mark): mark.scale
        default: nil
        }
    }
}

/// One bar of several.
package final class PatchObject: InstanceObject {
    let artist: ArtistObject
    let index: Int

    init(_ artist: ArtistObject, _ index: Int, type: TypeObject) {
        self.artist = artist
        self.index = index
        super.init(type: type)
    }
}

/// `ax.xaxis`, `ax.yaxis`, and a spine: a part of axes.
package final class AxesPartObject: InstanceObject {
    let axes: AxesObject
    /// `x`, `y`, or a spine's name.
    let name: String

    init(_ axes: AxesObject, _ name: String, type: TypeObject) {
        self.axes = axes
        self.name = name
        super.init(type: type)
    }

    var isX: Bool { name == "x" }
}
