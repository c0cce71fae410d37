import Diagnostics
import Testing

@testable import PythonSyntax

struct HighlightTests {
    private let sample = #"""
        %matplotlib inline
        @keras.saving.register(name="cell")
        def 前向(x, max=3):  # 注释
            """A docstring."""
            match x:
                case [1, *_]: print(f"h{t!r:>{width}} {{no}} {d['k']}", rb'\x00')
            return None if x else 0x1F + .5e-3j @ y
        class Cell(layers.Layer): pass
        match = re.match(r"\d")
        !pip install nothing
        """#

    private func pieces(_ text: String) -> [String] {
        let source = SourceText(name: "", text: text)
        return Lexer.highlight(source.utf8).map { "\($0.kind) \(source.text(of: $0.span))" }
    }

    @Test func wordsAreColouredByWhatTheyAre() {
        let pieces = pieces(sample)
        for piece in [
            "magic %matplotlib inline", "decorator @", "decorator keras", "decorator register",
            "keyword def", "definition 前向", "name max", "comment # 注释", "keyword match",
            "keyword case", "builtin print", "constant None", "number 0x1F", "number .5e-3j",
            "sign @", "definition Cell", "name match", "magic !pip install nothing",
        ] {
            #expect(pieces.contains(piece), "\(piece)")
        }
    }

    @Test func expressionsInStringsAreCode() {
        #expect(
            pieces(#"f"a{x!r:>{w}}{{b}}{d['k']}""#) == [
                #"string f"a"#, "field {", "name x", "field !r:>", "field {", "name w", "field }",
                "field }", "string {{b}}", "field {", "name d", "sign [", "string 'k'", "sign ]",
                "field }", #"string ""#,
            ])
    }

    @Test func anyTextIsCoveredWithoutOverlap() {
        let bytes = Array(sample.utf8)
        for end in bytes.indices {
            for start in [0, end / 2] {
                expectCover(Array(bytes[start..<end]))
            }
        }
    }

    @Test func noiseIsCoveredWithoutOverlap() {
        var random = NoiseSource()
        let alphabet = Array("(){}[]'\"\\\n\t #%!?$0x1_aferb.:=<>f中\u{FF}".utf8)
        for _ in 0..<500 {
            expectCover((0..<60).map { _ in alphabet[random.next(below: alphabet.count)] })
        }
    }

    /// The pieces come in order, and nothing but blanks lies between them.
    private func expectCover(_ bytes: [UInt8]) {
        var position = 0
        for piece in Lexer.highlight(bytes) {
            #expect(piece.span.start >= position && piece.span.end > piece.span.start)
            #expect(bytes[position..<max(position, piece.span.start)].allSatisfy(isBlank))
            position = piece.span.end
        }
        #expect(bytes[position...].allSatisfy(isBlank))
    }

    /// A backslash at the end of a line is a blank, too, and so is a byte order mark.
    private func isBlank(_ byte: UInt8) -> Bool {
        [0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: "\\")].contains(byte)
    }
}

/// The same noise on every run.
private struct NoiseSource {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
