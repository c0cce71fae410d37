import Diagnostics
import Testing

/// Texts that know their lines.
struct SourceTextTests {
    private let source = SourceText(name: "a", text: "ab\n重x\r\n\nend")

    @Test(arguments: [
        (0, 1, 1), (2, 1, 3), (3, 2, 1), (6, 2, 2), (9, 3, 1), (10, 4, 1), (13, 4, 4),
    ])
    func placesCountScalars(offset: Int, line: Int, column: Int) {
        #expect(source.position(of: offset) == SourcePosition(line: line, column: column))
    }

    @Test(arguments: [(0, ""), (1, "ab"), (2, "重x"), (3, ""), (4, "end"), (5, "")])
    func linesComeWithoutTheirEnds(line: Int, text: String) {
        #expect(source.line(line) == text)
    }

    @Test func spansOutsideOfTheTextAreCut() {
        #expect(source.text(of: SourceSpan(10, 99)) == "end")
        #expect(source.text(of: SourceSpan(-5, 2)) == "ab")
        #expect(source.position(of: 99) == SourcePosition(line: 4, column: 4))
    }

    @Test(arguments: [(1, 1, 5, 3), (2, 4, 7, 4), (4, 2, 9, 2)])
    func originsTranslatePlaces(line: Int, column: Int, fileLine: Int, fileColumn: Int) {
        let origin = LineOrigin(lines: [
            SourcePosition(line: 5, column: 3), SourcePosition(line: 7, column: 1),
        ])
        let place = origin.filePosition(of: SourcePosition(line: line, column: column))
        #expect(place == SourcePosition(line: fileLine, column: fileColumn))
    }
}
