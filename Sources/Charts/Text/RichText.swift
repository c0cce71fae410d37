/// A line of text in pieces that differ in slant, height and size: what a formula in a title becomes.
struct RichText: Equatable {
    struct Run: Equatable {
        var text: String
        var isItalic = false
        var isBold = false
        /// How far it is raised, in parts of the font size.
        var rise = 0.0
        /// Its size against that of the line.
        var scale = 1.0
    }

    var runs: [Run]

    /// A line in matplotlib's notation: `$…$` is mathematics, `\$` is a dollar.
    init(_ line: some StringProtocol) {
        let parts = Self.split(String(line))
        // An odd number of dollars is no formula.
        guard parts.count % 2 == 1 else {
            runs = [Run(text: String(line))]
            return
        }
        var runs: [Run] = []
        for (index, part) in parts.enumerated() where !part.isEmpty {
            runs += index % 2 == 1 ? MathText.runs(of: part) : [Run(text: part)]
        }
        self.runs = runs
    }

    /// The width at font size 1.
    var width: Double {
        runs.reduce(0) { $0 + CharacterWidths.width(of: $1.text) * $1.scale }
    }

    /// The text alone, for descriptions.
    var plain: String { runs.map(\.text).joined() }

    private static func split(_ line: String) -> [String] {
        var parts = [""]
        var wasBackslash = false
        for character in line {
            if character == "$", wasBackslash {
                parts[parts.count - 1].removeLast()
                parts[parts.count - 1].append("$")
            } else if character == "$" {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
            wasBackslash = character == "\\"
        }
        return parts
    }
}
