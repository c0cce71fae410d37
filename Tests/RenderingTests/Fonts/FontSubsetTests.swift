import Foundation
import Testing

@testable import Rendering

@Suite struct FontSubsetTests {
    private func font(_ name: String) throws -> TrueTypeFont {
        let assets = try #require(MathAssets.installed())
        let data = try Data(contentsOf: assets.fonts.appendingPathComponent("KaTeX_\(name).ttf"))
        return try #require(TrueTypeFont([UInt8](data)))
    }

    @Test(arguments: [
        "Main-Regular", "Math-Italic", "Size2-Regular", "AMS-Regular", "Typewriter-Regular",
    ])
    func keepsOutlinesAndWidthsOfItsCharacters(name: String) throws {
        let whole = try font(name)
        let wanted = Set("abcxyzABC012(){}∑∏∂σ≤⊊→".unicodeScalars)
        let bytes = try #require(FontSubset(of: whole, keeping: wanted).bytes())
        let subset = try #require(TrueTypeFont(bytes))
        for scalar in wanted {
            let before = whole.glyph(for: Int(scalar.value))
            let after = subset.glyph(for: Int(scalar.value))
            #expect((before == nil) == (after == nil))
            guard let before, let after else { continue }
            let outline = try #require(whole.outline(of: before))
            #expect(subset.outline(of: after)?.prefix(outline.count).elementsEqual(outline) == true)
            #expect(subset.metrics(of: after)?.advance == whole.metrics(of: before)?.advance)
        }
        #expect(subset.glyph(for: 0x51) == nil)
    }

    @Test func theWholeFileSumsToTheMagicNumber() throws {
        let bytes = try #require(FontSubset(of: font("Main-Regular"), keeping: ["x"]).bytes())
        let sum = stride(from: 0, to: bytes.count, by: 4).reduce(UInt32(0)) { sum, offset in
            sum &+ bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | UInt32($1) }
        }
        #expect(sum == 0xB1B0_AFBA)
    }

    @Test func damagedFontsAreRefused() throws {
        let assets = try #require(MathAssets.installed())
        let bytes = [UInt8](
            try Data(contentsOf: assets.fonts.appendingPathComponent("KaTeX_Size3-Regular.ttf")))
        #expect(TrueTypeFont([]) == nil)
        for count in stride(from: 0, to: bytes.count, by: 97) {
            if let font = TrueTypeFont(Array(bytes[..<count])) {
                _ = FontSubset(of: font, keeping: ["(", "["]).bytes()
            }
        }
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var damaged = bytes
            for _ in 0..<8 {
                damaged[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
                    in: 0...255, using: &generator)
            }
            if let font = TrueTypeFont(damaged) {
                _ = FontSubset(of: font, keeping: ["(", "["]).bytes()
            }
        }
    }
}
