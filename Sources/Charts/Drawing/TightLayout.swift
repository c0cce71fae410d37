/// Finds margins that leave exactly the room that axes write into.
struct TightLayout {
    private(set) var spacing: Spacing

    /// `bounds` says how far the drawing of axes reaches in a layout.
    init(
        _ figure: Figure, padding: Double, bounds: (Int, FigureLayout) -> Frame?
    ) {
        spacing = figure.spacing
        let layout = FigureLayout(figure)
        let width = figure.width * FigureLayout.inch
        let height = figure.height * FigureLayout.inch
        var sides = Sides()
        for (index, axes) in figure.axes.enumerated() {
            guard let place = Self.gridPlace(of: index, in: figure), axes.isVisible,
                let reach = bounds(index, layout)
            else { continue }
            sides.add(reach, beyond: layout.cell(place), place)
        }
        guard let rows = sides.rows, let columns = sides.columns else { return }
        var top = sides.top + padding
        if let title = figure.title, !title.text.isEmpty {
            top += TextBlock(title.text, size: title.style.size).height + padding
        }
        let left = sides.left + padding
        let right = sides.right + padding
        let bottom = sides.bottom + padding
        let across = columns > 1 ? sides.between + padding : 0
        let down = rows > 1 ? sides.above + padding : 0
        let cellWidth = (width - left - right - across * Double(columns - 1)) / Double(columns)
        let cellHeight = (height - top - bottom - down * Double(rows - 1)) / Double(rows)
        // Words that take all the room leave the layout as it was.
        guard cellWidth > 1, cellHeight > 1 else { return }
        spacing.left = left / width
        spacing.right = 1 - right / width
        spacing.bottom = bottom / height
        spacing.top = 1 - top / height
        spacing.between = across / cellWidth
        spacing.above = down / cellHeight
    }

    /// The cells that axes, or those that they belong to, stand in.
    private static func gridPlace(of index: Int, in figure: Figure) -> GridPlace? {
        guard figure.axes.indices.contains(index) else { return nil }
        switch figure.axes[index].placement {
        case .grid(let place): return place
        case .free: return nil
        case .over(let base): return base < index ? gridPlace(of: base, in: figure) : nil
        case .colorBar(let bar):
            let places = bar.parents.filter { $0 < index }.compactMap {
                gridPlace(of: $0, in: figure)
            }
            guard var place = places.first else { return nil }
            for other in places where other.rows == place.rows && other.columns == place.columns {
                place.columnRange =
                    min(
                        place.columnRange.lowerBound, other.columnRange.lowerBound)...max(
                        place.columnRange.upperBound, other.columnRange.upperBound)
                place.rowRange =
                    min(
                        place.rowRange.lowerBound, other.rowRange.lowerBound)...max(
                        place.rowRange.upperBound, other.rowRange.upperBound)
            }
            return place
        }
    }

    /// How far drawings reach beyond their cells, at the edges and between cells.
    private struct Sides {
        var left = 0.0, right = 0.0, top = 0.0, bottom = 0.0
        private var lefts: [Int: Double] = [:]
        private var rights: [Int: Double] = [:]
        private var tops: [Int: Double] = [:]
        private var bottoms: [Int: Double] = [:]
        var rows: Int?
        var columns: Int?

        mutating func add(_ reach: Frame, beyond cell: Frame, _ place: GridPlace) {
            rows = max(rows ?? 0, place.rows)
            columns = max(columns ?? 0, place.columns)
            let over = (
                left: max(cell.left - reach.left, 0), right: max(reach.right - cell.right, 0),
                top: max(cell.top - reach.top, 0), bottom: max(reach.bottom - cell.bottom, 0)
            )
            func raise(_ table: inout [Int: Double], _ key: Int, _ value: Double) {
                table[key] = max(table[key] ?? 0, value)
            }
            let (first, last) = (place.columnRange.lowerBound, place.columnRange.upperBound)
            if first == 0 { left = max(left, over.left) } else { raise(&lefts, first, over.left) }
            if last == place.columns - 1 {
                right = max(right, over.right)
            } else {
                raise(&rights, last + 1, over.right)
            }
            let (upper, lower) = (place.rowRange.lowerBound, place.rowRange.upperBound)
            if upper == 0 { top = max(top, over.top) } else { raise(&tops, upper, over.top) }
            if lower == place.rows - 1 {
                bottom = max(bottom, over.bottom)
            } else {
                raise(&bottoms, lower + 1, over.bottom)
            }
        }

        var between: Double { Self.most(lefts, rights) }
        var above: Double { Self.most(tops, bottoms) }

        private static func most(_ a: [Int: Double], _ b: [Int: Double]) -> Double {
            Set(a.keys).union(b.keys).map { (a[$0] ?? 0) + (b[$0] ?? 0) }.max() ?? 0
        }
    }
}
