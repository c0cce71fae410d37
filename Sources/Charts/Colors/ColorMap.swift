/// Colours for numbers from 0 to 1.
package struct ColorMap: Equatable, Sendable {
    package let name: String
    package let colors: [Color]
    /// The colour of what is no number.
    package var bad = Color(0, 0, 0, alpha: 0)

    package init(name: String, colors: [Color]) {
        self.name = name
        self.colors = colors.isEmpty ? [.black] : colors
    }

    /// A map by its name, `_r` turned around; nil where there is none.
    package init?(named name: String) {
        let isReversed = name.hasSuffix("_r")
        let base = isReversed ? String(name.dropLast(2)) : name
        let same = ["Grays": "Greys", "grey": "gray", "gist_gray": "gray", "gist_yarg": "binary"]
        guard let colors = Self.continuous(same[base] ?? base) ?? Self.listed(base) else {
            return nil
        }
        self.init(name: name, colors: isReversed ? colors.reversed() : colors)
    }

    /// A map that runs through the given colours at even distances.
    package init(name: String, through stops: [Color], count: Int = 256) {
        let stops = stops.isEmpty ? [.black] : stops
        let count = min(max(count, 2), 1024)
        self.init(
            name: name,
            colors: (0..<count).map { index in
                let place = Double(index) / Double(count - 1) * Double(stops.count - 1)
                let low = min(Int(place), stops.count - 1)
                let high = min(low + 1, stops.count - 1)
                return Self.mix(stops[low], stops[high], place - Double(low))
            })
    }

    package static var names: [String] {
        (ColorMapTable.continuous.keys.sorted() + ColorMapTable.listed.keys.sorted()).flatMap {
            [$0, $0 + "_r"]
        }
    }

    /// The colour of a number; numbers outside take the colour at that end.
    package func color(_ fraction: Double) -> Color {
        guard !fraction.isNaN else { return bad }
        return colors[index(fraction)]
    }

    /// Which of the map's colours a number has.
    package func index(_ fraction: Double) -> Int {
        let count = Double(colors.count)
        return Int(min(max((fraction * count).rounded(.down), 0), count - 1))
    }

    /// The map in fewer or more steps.
    package func resampled(_ count: Int) -> ColorMap {
        let count = min(max(count, 1), 1024)
        let colors = (0..<count).map {
            color(count == 1 ? 0 : Double($0) / Double(count - 1))
        }
        return ColorMap(name: name, colors: colors)
    }

    static func listed(_ name: String) -> [Color]? {
        guard let table = ColorMapTable.listed[name] else { return nil }
        return bytes(of: table, size: 3).map { Color($0[0], $0[1], $0[2]) }
    }

    private static func continuous(_ name: String) -> [Color]? {
        guard let table = ColorMapTable.continuous[name] else { return nil }
        let turns = bytes(of: table, size: 4)
        var colors: [Color] = []
        for (from, to) in zip(turns, turns.dropFirst()) {
            let length = Int(to[0]) - Int(from[0])
            for step in 0..<max(length, 0) {
                colors.append(
                    mix(
                        Color(from[1], from[2], from[3]), Color(to[1], to[2], to[3]),
                        Double(step) / Double(length)))
            }
        }
        if let last = turns.last { colors.append(Color(last[1], last[2], last[3])) }
        return colors
    }

    private static func mix(_ a: Color, _ b: Color, _ share: Double) -> Color {
        func part(_ a: UInt8, _ b: UInt8) -> Double {
            (Double(a) + (Double(b) - Double(a)) * share) / 255
        }
        return Color(
            red: part(a.red, b.red), green: part(a.green, b.green), blue: part(a.blue, b.blue),
            alpha: a.alpha + (b.alpha - a.alpha) * share)
    }

    /// Hexadecimal digits as groups of bytes.
    private static func bytes(of digits: String, size: Int) -> [[UInt8]] {
        let values = digits.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        let bytes = stride(from: 0, to: values.count - 1, by: 2).map {
            UInt8(values[$0] * 16 + values[$0 + 1])
        }
        return stride(from: 0, to: bytes.count - size + 1, by: size).map {
            Array(bytes[$0..<($0 + size)])
        }
    }
}
