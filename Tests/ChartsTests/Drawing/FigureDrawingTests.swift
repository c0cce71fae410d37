import Charts
import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct FigureDrawingTests {
    private func figure(_ marks: [Mark], _ change: (inout Axes) -> Void = { _ in }) -> Figure {
        var axes = Axes(
            .grid(GridPlace(rows: 1, columns: 1, rowRange: 0...0, columnRange: 0...0)))
        axes.marks = marks
        change(&axes)
        var figure = Figure()
        figure.axes = [axes]
        return figure
    }

    private func line(_ y: [Double], label: String? = nil) -> Mark {
        Mark(
            .line(
                LineMark(
                    x: y.indices.map(Double.init), y: y, stroke: Stroke(ColorReader.cycle[0]))),
            label: label, order: 2)
    }

    private func isWellFormed(_ svg: String) -> Bool {
        XMLParser(data: Data(svg.utf8)).parse()
    }

    @Test func aLineIsOnePathInAFrameWithTicksAndNames() {
        let svg = FigureDrawing(
            figure([line([1, 3, 2], label: "loss")]) { axes in
                axes.title = Title("A <title> & more", style: TextStyle(size: 12))
                axes.legend = Legend([.init(label: "loss", sample: axes.marks[0].sample)])
            }
        ).svg
        #expect(isWellFormed(svg))
        #expect(svg.contains("<title id=\"t\">A &lt;title&gt; &amp; more</title>"))
        #expect(svg.contains("line loss"))
        #expect(svg.contains("stroke=\"#1f77b4\""))
        #expect(svg.contains(">2.75</text>"))
        #expect(svg.contains("role=\"img\""))
    }

    @Test func theSameFigureGivesTheSameBytes() {
        let marks = [line([1, 3, 2]), line([2, 2, 2])]
        #expect(FigureDrawing(figure(marks)).svg == FigureDrawing(figure(marks)).svg)
    }

    @Test(arguments: [
        [], [Double.nan], [.infinity, -.infinity], [1, .nan, 3], [1e308, -1e308],
        [Double.leastNonzeroMagnitude], [1e20],
    ])
    func numbersOfEveryKindAreDrawnOrLeftOut(_ y: [Double]) {
        for scale in [Scale.linear, .log(base: 10), .symlog(base: 10, threshold: 2)] {
            let drawn = figure([line(y)]) { axes in
                axes.y.scale = scale
                axes.x.scale = scale
            }
            #expect(isWellFormed(FigureDrawing(drawn).svg))
        }
    }

    @Test func manyPointsMakeAShortPath() {
        let wave = (0..<100_000).map { Double($0 % 977) * ($0 % 2 == 0 ? 1 : -1) }
        #expect(FigureDrawing(figure([line(wave)])).svg.utf8.count < 60_000)
    }

    @Test func aFigureWithoutAxesShowsNothing() { #expect(FigureDrawing(Figure()).svg.isEmpty) }

    @Test func blackFollowsThePageAndDarkColorsAreLightenedOnADarkOne() {
        let dark = Mark(
            .line(LineMark(x: [0, 1], y: [0, 1], stroke: Stroke(Color(0, 0, 255)))), order: 2)
        let svg = FigureDrawing(figure([dark])).svg
        #expect(svg.contains("stroke=\"currentColor\""))
        #expect(svg.contains("light-dark(#0000ff,"))
        var own = figure([dark])
        own.background = .white
        #expect(!FigureDrawing(own).svg.contains("light-dark"))
    }

    @Test func aPictureIsOneImage() {
        let map = ColorMap(named: "viridis") ?? ColorMap(name: "", colors: [])
        let picture = Picture(
            values: (0..<10_000).map(Double.init), width: 100, height: 100,
            scale: ColorScale(map, low: 0, high: 10_000), alpha: nil)
        let mark = Mark(
            .picture(PictureMark(picture, left: -0.5, right: 99.5, bottom: 99.5, top: -0.5)),
            order: 0)
        let svg = FigureDrawing(figure([mark])).svg
        #expect(svg.contains("<image"))
        #expect(svg.utf8.count < 12_000)
        #expect(isWellFormed(svg))
    }

    @Test func aTightLayoutLeavesRoomForNames() {
        var figure = figure([line([1, 2])]) { axes in
            axes.y.label = Title("a name", style: TextStyle(rotation: 90))
        }
        let loose = FigureDrawing(figure).svg
        figure.tightPadding = 1.08
        #expect(FigureDrawing(figure).svg != loose)
    }

    @Test func formulasAreLettersRaisedAndLowered() {
        let svg = FigureDrawing(
            figure([line([1, 2])]) { axes in
                axes.title = Title("$h_t=\\sigma(W^2)$ 中文", style: TextStyle(size: 12))
            }
        ).svg
        #expect(svg.contains("σ"))
        #expect(svg.contains("dy=\""))
        #expect(svg.contains("中文"))
        #expect(isWellFormed(svg))
    }
}
