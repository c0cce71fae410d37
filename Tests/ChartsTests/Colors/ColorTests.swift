import Charts
import Testing

@Suite struct ColorTests {
    private static let places = [0, 1, 37, 64, 127, 128, 200, 254, 255]

    @Test func mapsAreThoseOfMatplotlib() throws {
        let recorded: [String: [[Int]]] = try Recorded.read("colormaps")
        for (name, wanted) in recorded {
            let map = try #require(ColorMap(named: name))
            #expect(map.colors.count == 256)
            for (place, color) in zip(Self.places, wanted) {
                let own = map.colors[place]
                for (part, wantedPart) in zip([own.red, own.green, own.blue], color) {
                    #expect(abs(Int(part) - wantedPart) <= 1, "\(name) \(place)")
                }
            }
        }
    }

    @Test(arguments: [
        ("r", "#ff0000"), ("g", "#008000"), ("C0", "#1f77b4"), ("C13", "#d62728"),
        ("tab:orange", "#ff7f0e"), ("navy", "#000080"), ("0.5", "#808080"), ("#abc", "#aabbcc"),
        ("k", "#000000"), ("Grey", "#808080"),
    ])
    func colorsHaveTheirNames(_ name: String, _ hex: String) {
        #expect(ColorReader.color(name)?.hex == hex)
    }

    @Test(arguments: ["bleu", "#12", "#xyzxyz", "C-1", "1.5", "", "tab:navy"])
    func otherWordsNameNoColor(_ name: String) { #expect(ColorReader.color(name) == nil) }

    @Test func numbersOutsideTakeTheColorAtTheEnd() throws {
        let map = try #require(ColorMap(named: "gray"))
        #expect(map.color(-5) == .black)
        #expect(map.color(.infinity) == .white)
        #expect(map.color(.nan).alpha == 0)
    }
}
