import Charts
import PythonRuntime

/// The figures of a note: what `plt` works on.
final class PlotSession {
    private(set) var figures: [FigureObject] = []
    private(set) var current: FigureObject?
    let settings: PlotSettings
    private unowned let python: Interpreter

    static func of(_ python: Interpreter) -> PlotSession {
        python.state(PlotSession.self) { PlotSession($0) }
    }

    private init(_ python: Interpreter) {
        self.python = python
        settings = PlotSettings(in: python)
        let channel = DisplayChannel.of(python)
        channel.atCellEnd.append { [unowned self] in try self.showAll() }
        channel.representations.append { value in
            (value.object as? FigureObject).map(Self.bundle)
        }
    }

    // MARK: Figures

    func makeFigure(number: Int? = nil) -> FigureObject {
        let next = (figures.map(\.number).max() ?? 0) &+ 1
        let figure = FigureObject(number: number ?? next, type: PlotTypes.of(python).figure)
        settings.apply(to: &figure.figure)
        figures.append(figure)
        current = figure
        return figure
    }

    var currentFigure: FigureObject { current ?? makeFigure() }

    func select(_ figure: FigureObject) {
        if !figures.contains(where: { $0 === figure }) { figures.append(figure) }
        current = figure
    }

    func figure(number: Int) -> FigureObject? { figures.first { $0.number == number } }

    func close(_ figure: FigureObject) {
        figures.removeAll { $0 === figure }
        if current === figure { current = figures.last }
    }

    func closeAll() {
        figures = []
        current = nil
    }

    // MARK: Axes

    var currentAxes: AxesObject {
        let figure = currentFigure
        return figure.current ?? addAxes(.grid(Self.whole), to: figure)
    }

    private static let whole = GridPlace(rows: 1, columns: 1, rowRange: 0...0, columnRange: 0...0)

    func addAxes(_ placement: Placement, to figure: FigureObject) -> AxesObject {
        var axes = Axes(placement)
        settings.apply(to: &axes)
        let object = AxesObject(
            axes, in: figure, cycle: settings.cycle, type: PlotTypes.of(python).axes)
        figure.axes.append(object)
        figure.current = object
        return object
    }

    // MARK: Showing

    /// Shows the open figures and closes them.
    func showAll() throws {
        let open = figures
        closeAll()
        for figure in open { try show(figure) }
    }

    func show(_ figure: FigureObject) throws {
        try python.checkInterrupt()
        let bundle = Self.bundle(of: figure)
        DisplayChannel.of(python).publish(bundle)
    }

    /// A figure as a page and a notebook take it.
    static func bundle(of figure: FigureObject) -> [String: String] {
        let chart = figure.chart
        var bundle = ["text/plain": chart.summary]
        let svg = FigureDrawing(chart).svg
        if !svg.isEmpty { bundle["image/svg+xml"] = svg }
        return bundle
    }
}
