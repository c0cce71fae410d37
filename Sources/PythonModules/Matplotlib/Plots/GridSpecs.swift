import Charts
import PythonRuntime

/// `matplotlib.gridspec`.
enum GridSpecs {
    static func make(_ call: inout PlotCall, _ figure: FigureObject?) throws -> Value {
        let python = call.python
        let rows = try call.next("nrows").map { try python.index($0) } ?? 1
        let columns = try call.next("ncols").map { try python.index($0) } ?? 1
        guard (1...400).contains(rows), (1...400).contains(columns) else {
            throw python.valueError("Number of rows must be a positive integer, not \(rows)")
        }
        var place = GridPlace(
            rows: rows, columns: columns, rowRange: 0...(rows - 1), columnRange: 0...(columns - 1))
        call.ignore("figure", "left", "right", "top", "bottom")
        place.between = try call.number("wspace")
        place.above = try call.number("hspace")
        place.widthRatios = try call.take("width_ratios").map { try call.data.numbers($0) } ?? []
        place.heightRatios = try call.take("height_ratios").map { try call.data.numbers($0) } ?? []
        try call.finish("GridSpec.__init__()")
        return .object(GridPlaceObject(place, type: call.types.gridSpec))
    }

    static func define(_ types: PlotTypes, in python: Interpreter) {
        let t = TypeBuilder(types.gridSpec, pythonWording: true, in: python)
        t.type.setSpecial(
            .new,
            .variadic { python, _, arguments in
                var call = PlotCall(python, "GridSpec", arguments)
                return try make(&call, nil)
            })
        t.makesCompleteInstances()
        t.binary(.getitem) { python, own, key -> Value in
            guard let grid = (own.object as? GridPlaceObject)?.place else { return .none }
            return try .object(
                GridPlaceObject(cells(key, of: grid, python), type: types.subplotSpec))
        }
    }

    private static func cells(_ key: Value, of grid: GridPlace, _ python: Interpreter) throws
        -> GridPlace
    {
        var place = grid
        if let pair = key.object as? TupleObject, pair.count == 2 {
            place.rowRange = try range(pair[0], grid.rows, python)
            place.columnRange = try range(pair[1], grid.columns, python)
        } else {
            let cells = try range(key, grid.rows * grid.columns, python)
            let (first, last) = (cells.lowerBound, cells.upperBound)
            place.rowRange = (first / grid.columns)...(last / grid.columns)
            let (a, b) = (first % grid.columns, last % grid.columns)
            place.columnRange = min(a, b)...max(a, b)
        }
        return place
    }

    private static func range(_ value: Value, _ count: Int, _ python: Interpreter) throws
        -> ClosedRange<Int>
    {
        let all = Value.list((0..<count).map { .int($0) }, in: python)
        let chosen = try python.getItem(all, value)
        let places = try chosen.integer.map { [$0] } ?? python.list(chosen).compactMap(\.integer)
        guard let first = places.min(), let last = places.max() else {
            throw python.error(
                "IndexError", "GridSpec slice would result in no space allocated for subplot")
        }
        return first...last
    }
}

/// A grid, or cells of one.
package final class GridPlaceObject: InstanceObject {
    let place: GridPlace

    init(_ place: GridPlace, type: TypeObject) {
        self.place = place
        super.init(type: type)
    }
}
