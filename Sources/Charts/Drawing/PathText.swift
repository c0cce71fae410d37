/// The `d` of an SVG path: moves to tenths of a point, written as short as they go.
struct PathText {
    private(set) var text = ""
    /// Where the pen stands, in tenths.
    private var x = 0
    private var y = 0
    /// The last command, which need not be said again.
    private var command: Character = " "

    /// Farther away nothing can be seen; keeps numbers in range.
    private static let farthest = 1e5

    var isEmpty: Bool { text.isEmpty }

    static func tenths(_ value: Double) -> Int {
        guard !value.isNaN else { return 0 }
        return Int((min(max(value, -farthest), farthest) * 10).rounded())
    }

    mutating func move(to point: Point) {
        (x, y) = (Self.tenths(point.x), Self.tenths(point.y))
        write("M", [x, y])
    }

    mutating func line(to point: Point) {
        let (newX, newY) = (Self.tenths(point.x), Self.tenths(point.y))
        let (dx, dy) = (newX - x, newY - y)
        (x, y) = (newX, newY)
        if dx == 0, dy == 0, command != "M" { return }
        if dy == 0 {
            write("h", [dx])
        } else if dx == 0 {
            write("v", [dy])
        } else {
            write("l", [dx, dy])
        }
    }

    mutating func close() {
        text += "z"
        command = "z"
    }

    /// A circle around a point.
    mutating func circle(at center: Point, radius: Double) {
        let r = Self.tenths(radius)
        move(to: Point(center.x - radius, center.y))
        let size = Self.number(r)
        text +=
            "a\(size) \(size) 0 1 0 \(Self.number(2 * r)) 0a\(size) \(size) 0 1 0 \(Self.number(-2 * r)) 0z"
        command = "z"
    }

    /// A dot: as large as the line is wide.
    mutating func dot(at point: Point) {
        move(to: point)
        text += "h0"
        command = "h"
    }

    mutating func curve(through control: Point, to end: Point) {
        (x, y) = (Self.tenths(end.x), Self.tenths(end.y))
        write("Q", [Self.tenths(control.x), Self.tenths(control.y), x, y])
    }

    private mutating func write(_ name: Character, _ numbers: [Int]) {
        if command != name || name == "M" { text.append(name) }
        for (index, number) in numbers.enumerated() {
            let digits = Self.number(number)
            let touchesName = index == 0 && (command != name || name == "M")
            if !touchesName, !digits.hasPrefix("-") { text += " " }
            text += digits
        }
        command = name
    }

    /// Tenths as a decimal number: `-12.5`, `.3`.
    static func number(_ tenths: Int) -> String {
        let size = tenths.magnitude
        let sign = tenths < 0 ? "-" : ""
        if size % 10 == 0 { return sign + "\(size / 10)" }
        return sign + (size < 10 ? "" : "\(size / 10)") + ".\(size % 10)"
    }

    static func number(_ value: Double) -> String { number(tenths(value)) }
}
