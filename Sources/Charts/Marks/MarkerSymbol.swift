/// The little pictures that stand at points, by matplotlib's letters.
package enum MarkerSymbol: String, Sendable, CaseIterable {
    case point = ".", pixel = ",", circle = "o", downward = "v", upward = "^", leftward = "<"
    case rightward = ">", square = "s", pentagon = "p", star = "*", hexagon = "h", hexagon2 = "H"
    case plus = "+", cross = "x", diamond = "D", thinDiamond = "d", verticalLine = "|"
    case horizontalLine = "_", filledPlus = "P", filledCross = "X", octagon = "8"
    case triDown = "1", triUp = "2", triLeft = "3", triRight = "4"

    /// Whether it has only lines, in the colour of its edge.
    package var isOpen: Bool {
        switch self {
        case .plus, .cross, .verticalLine, .horizontalLine, .triDown, .triUp, .triLeft, .triRight:
            true
        default: false
        }
    }

    /// Whether it is a disc; its size against the marker's own.
    var disc: Double? {
        switch self {
        case .circle: 1
        case .point: 0.5
        default: nil
        }
    }

    /// Corners on a square from -1 to 1, upwards positive; several lists for several strokes.
    var corners: [[(Double, Double)]] {
        switch self {
        case .downward: [[(0, -1), (-1, 1), (1, 1)]]
        case .upward: [[(0, 1), (-1, -1), (1, -1)]]
        case .leftward: [[(-1, 0), (1, 1), (1, -1)]]
        case .rightward: [[(1, 0), (-1, 1), (-1, -1)]]
        case .square: [[(-1, -1), (1, -1), (1, 1), (-1, 1)]]
        case .pixel: [[(-0.12, -0.12), (0.12, -0.12), (0.12, 0.12), (-0.12, 0.12)]]
        case .diamond: [[(0, -1.41), (1.41, 0), (0, 1.41), (-1.41, 0)]]
        case .thinDiamond: [[(0, -1.41), (0.85, 0), (0, 1.41), (-0.85, 0)]]
        case .pentagon: [Self.polygon(5)]
        case .hexagon: [Self.polygon(6)]
        case .hexagon2: [Self.polygon(6, turn: 0.5)]
        case .octagon: [Self.polygon(8, turn: 0.5)]
        case .star: [Self.starCorners]
        case .plus: [[(-1, 0), (1, 0)], [(0, -1), (0, 1)]]
        case .cross: [[(-1, -1), (1, 1)], [(-1, 1), (1, -1)]]
        case .verticalLine: [[(0, -1), (0, 1)]]
        case .horizontalLine: [[(-1, 0), (1, 0)]]
        case .filledPlus: [Self.thickPlus]
        case .filledCross: [Self.thickPlus.map { (($0.0 - $0.1) * 0.71, ($0.0 + $0.1) * 0.71) }]
        case .triDown: [[(0, 0), (0, -1)], [(0, 0), (0.8, 0.5)], [(0, 0), (-0.8, 0.5)]]
        case .triUp: [[(0, 0), (0, 1)], [(0, 0), (0.8, -0.5)], [(0, 0), (-0.8, -0.5)]]
        case .triLeft: [[(0, 0), (-1, 0)], [(0, 0), (0.5, 0.8)], [(0, 0), (0.5, -0.8)]]
        case .triRight: [[(0, 0), (1, 0)], [(0, 0), (-0.5, 0.8)], [(0, 0), (-0.5, -0.8)]]
        case .point, .circle: []
        }
    }

    private static let thickPlus = [
        (-0.33, -1), (0.33, -1), (0.33, -0.33), (1, -0.33), (1, 0.33), (0.33, 0.33), (0.33, 1),
        (-0.33, 1), (-0.33, 0.33), (-1, 0.33), (-1, -0.33), (-0.33, -0.33),
    ]

    /// The first corner is above the middle, or `turn` of a step beside it.
    private static func polygon(_ count: Int, turn: Double = 0) -> [(Double, Double)] {
        (0..<count).map {
            let angle = (Double($0) + turn) * 2 * Double.pi / Double(count)
            return (-Turning.sine(angle), Turning.cosine(angle))
        }
    }

    private static var starCorners: [(Double, Double)] {
        (0..<10).map {
            let angle = Double($0) * Double.pi / 5
            let radius = $0 % 2 == 0 ? 1 : 0.381966
            return (-Turning.sine(angle) * radius, Turning.cosine(angle) * radius)
        }
    }
}
