import Charts
import PythonRuntime
import Tensors

/// Where the bars of a histogram stand.
struct HistogramBars {
    let edges: [Double]
    /// How many series share a bin.
    let count: Int
    let isStacked: Bool
    let isVertical: Bool
    let alignment: String
    let relative: Double?
    let bottom: Double

    private var shift: Double {
        let half = (edges[1] - edges[0]) / 2
        return alignment == "left" ? -half : alignment == "right" ? half : 0
    }

    func bars(_ counts: [Double], series: Int, over below: [Double]?) -> [BarsMark.Bar] {
        // Several series beside each other leave a fifth of the bin free.
        let share = relative ?? (count > 1 && !isStacked ? 0.8 : 1)
        let parts = isStacked ? 1 : Double(count)
        return counts.enumerated().map { index, height in
            let width = edges[index + 1] - edges[index]
            let bar = width * share / parts
            let start =
                edges[index] + (width - width * share) / 2 + shift
                + (isStacked ? 0 : Double(series) * bar)
            let low = bottom + (below?[index] ?? 0)
            return rectangle(start, start + bar, low, bottom + height)
        }
    }

    private func rectangle(_ a: Double, _ b: Double, _ low: Double, _ high: Double) -> BarsMark.Bar
    {
        isVertical
            ? BarsMark.Bar(x0: a, y0: low, x1: b, y1: high)
            : BarsMark.Bar(x0: low, y0: a, x1: high, y1: b)
    }

    /// The outline of all bars together.
    func outline(_ counts: [Double]) -> [Point] {
        var points = [Point(edges[0], bottom)]
        for (index, height) in counts.enumerated() {
            points += [
                Point(edges[index], bottom + height), Point(edges[index + 1], bottom + height),
            ]
        }
        points.append(Point(edges[edges.count - 1], bottom))
        return isVertical ? points : points.map { Point($0.y, $0.x) }
    }
}

/// Quantiles of sorted numbers, between neighbours in a straight line.
struct Quantiles {
    private let sorted: [Double]

    init(_ sorted: [Double]) { self.sorted = sorted }

    subscript(share: Double) -> Double {
        guard let last = sorted.last else { return .nan }
        let place = min(max(share, 0), 1) * Double(sorted.count - 1)
        let low = Int(place)
        guard low + 1 < sorted.count else { return last }
        return sorted[low] + (sorted[low + 1] - sorted[low]) * (place - Double(low))
    }
}

/// Numbers as NumPy arrays.
enum ArrayValues {
    static func vector(_ numbers: [Double], in python: Interpreter) -> Value {
        Tensor(numbers.map { .float($0) }, shape: [numbers.count], .float64).array(in: python)
    }

    static func matrix(_ rows: [[Double]], in python: Interpreter) -> Value {
        let columns = rows.first?.count ?? 0
        return Tensor(
            rows.joined().map { .float($0) }, shape: Shape([rows.count, columns]), .float64
        ).array(in: python)
    }
}
