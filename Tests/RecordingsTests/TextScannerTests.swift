import Testing

@testable import Recordings

/// Printed text falls into the tokens that a reader sees.
struct TextScannerTests {
    private func tokens(_ text: String) -> [TextToken] {
        TextScanner.tokens(of: text).map(\.token)
    }

    @Test func numbersKeepTheirSigns() {
        #expect(
            tokens("[-1. 2e-05]") == [
                .text("["), .real("-1.", -1), .real("2e-05", 2e-05), .text("]"),
            ])
        #expect(tokens("3-1") == [.integer("3"), .text("-"), .integer("1")])
        #expect(tokens("a - 1") == [.text("a"), .text("-"), .integer("1")])
    }

    @Test func namesWithDigitsAreWords() {
        #expect(tokens("float32 dense_1 h0") == [.text("float32"), .text("dense_1"), .text("h0")])
    }

    @Test(arguments: ["12ms/step", "3s", "1.5 s", "250us", "7 秒"])
    func durationsAreOneToken(_ text: String) {
        #expect(tokens(text) == [.duration])
    }

    @Test func addressesAndBarsAreTokens() {
        #expect(
            tokens("<Cell at 0x7f3a2b10>") == [
                .text("<"), .text("Cell"), .text("at"), .address("0x7f3a2b10"), .text(">"),
            ])
        #expect(tokens("[=====>......] 0xFF") == [.progress, .integer("0"), .text("xFF")])
        #expect(
            tokens("[1 ... 3]") == [
                .text("["), .integer("1"), .ellipsis, .integer("3"), .text("]"),
            ])
    }

    @Test func sentencesEndWithSigns() {
        #expect(tokens("at 3.") == [.text("at"), .real("3.", 3)])
        #expect(tokens("v1.2") == [.text("v1"), .real(".2", 0.2)])
        #expect(tokens(".") == [.text(".")])
        #expect(tokens("-") == [.text("-")])
        #expect(tokens("1e") == [.integer("1"), .text("e")])
    }
}
