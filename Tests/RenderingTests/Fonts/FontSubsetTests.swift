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
        var dice = Dice()
        for round in 0..<800 {
            var damaged = bytes
            // Every other time only the directory, where a change reaches furthest.
            let reach = round.isMultiple(of: 2) ? bytes.count : 12 + 16 * 16
            for _ in 0..<8 { damaged[dice.roll(below: reach)] = UInt8(dice.roll(below: 256)) }
            if let font = TrueTypeFont(damaged) {
                _ = FontSubset(of: font, keeping: ["(", "["]).bytes()
            }
        }
    }
}

/// The same rolls on every run, so that a failure can be seen again (Knuth's MMIX generator).
private struct Dice {
    private var state: UInt64 = 1

    mutating func roll(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
