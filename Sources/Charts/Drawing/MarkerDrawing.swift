/// Draws one marker at many places, in as few elements as it goes.
enum MarkerDrawing {
    /// So many markers that let others through are drawn one by one, so that they add up.
    private static let separateLimit = 2000

    /// More of them are drawn in so many layers, which add up nearly as well and stay small.
    private static let layers = 8

    static func draw(_ marker: Marker, at places: [Point], on canvas: inout Canvas, clip: Frame?) {
        guard marker.size > 0 || marker.symbol == .pixel else { return }
        let points = places.filter(\.isFinite)
        let isThrough = (marker.fill?.alpha ?? 1) < 1 || (marker.edge.color?.alpha ?? 1) < 1
        let count = !isThrough ? 1 : points.count <= separateLimit ? points.count : layers
        for layer in 0..<count {
            let own = stride(from: layer, to: points.count, by: count).map { points[$0] }
            drawTogether(marker, at: thinned(own), on: &canvas, clip)
        }
    }

    /// Of many markers, those at one and the same place only once.
    private static func thinned(_ points: [Point]) -> [Point] {
        guard points.count > 500 else { return points }
        struct Cell: Hashable { let x, y: Int }
        var seen: Set<Cell> = []
        // Half a point is less than a pixel of a small screen.
        return points.filter {
            seen.insert(Cell(x: PathText.tenths($0.x) / 5, y: PathText.tenths($0.y) / 5)).inserted
        }
    }

    private static func drawTogether(
        _ marker: Marker, at points: [Point], on canvas: inout Canvas, _ clip: Frame?
    ) {
        let radius = marker.size / 2
        var path = PathText()
        if let disc = marker.symbol.disc {
            let hasOwnEdge = marker.edge.isVisible && marker.edge.color != marker.fill
            let edgeWidth = marker.edge.isVisible ? marker.edge.width : 0
            if let fill = marker.fill, !hasOwnEdge {
                for point in points { path.dot(at: point) }
                let dot = Stroke(fill, width: 2 * radius * disc + edgeWidth)
                return canvas.line(path, dot, clip: clip, isRound: true)
            }
            for point in points { path.circle(at: point, radius: radius * disc) }
            return canvas.shape(path, fill: marker.fill, edge: marker.edge, clip: clip)
        }
        for point in points { add(marker.symbol, at: point, radius: radius, to: &path) }
        if marker.symbol.isOpen {
            var stroke = marker.edge
            if !stroke.isVisible { stroke = Stroke(marker.fill, width: 1.5) }
            canvas.line(path, stroke, clip: clip)
        } else {
            canvas.shape(path, fill: marker.fill, edge: marker.edge, clip: clip)
        }
    }

    private static func add(
        _ symbol: MarkerSymbol, at point: Point, radius: Double, to path: inout PathText
    ) {
        for stroke in symbol.corners {
            let corners = stroke.map { Point(point.x + $0.0 * radius, point.y - $0.1 * radius) }
            path.move(to: corners[0])
            for corner in corners.dropFirst() { path.line(to: corner) }
            if !symbol.isOpen { path.close() }
        }
    }
}
