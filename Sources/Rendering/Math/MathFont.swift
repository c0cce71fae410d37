/// One of the fonts that KaTeX's glyphs come from.
struct MathFont: Hashable {
    /// `Main`, `Math`, `AMS` …
    var family: String
    /// `Regular`, `Bold`, `Italic`, `BoldItalic`.
    var cut: String

    private init(_ family: String, _ cut: String = "Regular") {
        self.family = family
        self.cut = cut
    }

    /// Which fonts a class on an element of a formula calls for.
    private static let byClass: [String: [MathFont]] = [
        "mathnormal": [MathFont("Math", "Italic")],
        "boldsymbol": [MathFont("Math", "BoldItalic")],
        "mathit": [MathFont("Main", "Italic")],
        "textit": [MathFont("Main", "Italic")],
        "mathbf": [MathFont("Main", "Bold")],
        "textbf": [MathFont("Main", "Bold"), MathFont("Main", "BoldItalic")],
        "amsrm": [MathFont("AMS")],
        "mathbb": [MathFont("AMS")],
        "textbb": [MathFont("AMS")],
        "mathcal": [MathFont("Caligraphic"), MathFont("Caligraphic", "Bold")],
        "mathfrak": [MathFont("Fraktur"), MathFont("Fraktur", "Bold")],
        "textfrak": [MathFont("Fraktur"), MathFont("Fraktur", "Bold")],
        "mathtt": [MathFont("Typewriter")],
        "texttt": [MathFont("Typewriter")],
        "mathscr": [MathFont("Script")],
        "textscr": [MathFont("Script")],
        "mathsf": [MathFont("SansSerif")],
        "textsf": [MathFont("SansSerif")],
        "mathboldsf": [MathFont("SansSerif", "Bold")],
        "textboldsf": [MathFont("SansSerif", "Bold")],
        "mathitsf": [MathFont("SansSerif", "Italic")],
        "textitsf": [MathFont("SansSerif", "Italic")],
        "small-op": [MathFont("Size1")],
        "large-op": [MathFont("Size2")],
        "delim-size1": [MathFont("Size1")],
        "delim-size4": [MathFont("Size4")],
    ]

    /// The fonts that elements with these classes use, in a fixed order.
    static func used(by classes: Set<String>) -> [MathFont] {
        var fonts: Set<MathFont> = [MathFont("Main")]
        for name in classes { fonts.formUnion(byClass[name] ?? []) }
        if classes.contains("delimsizing") {
            for size in 1...4 where classes.contains("size\(size)") {
                fonts.insert(MathFont("Size\(size)"))
            }
        }
        return fonts.sorted { ($0.family, $0.cut) < ($1.family, $1.cut) }
    }
}
