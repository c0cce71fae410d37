import Notebooks
import Testing

@testable import Rendering

@Suite struct KaTeXPoolTests {
    @Test func anEngineThatHasGrownIsNotLentAgain() throws {
        let pool = KaTeXPool(cache: Typesetter.sharedCache)
        let engine = try pool.borrow()
        pool.giveBack(engine)
        #expect(try pool.borrow() === engine)
        // Many small pieces at once: what they took stays with the engine.
        _ = engine.typeset(
            Formula(tex: String(repeating: "x_1", count: 6000), isDisplayed: true))
        #expect(engine.isWorn)
        pool.giveBack(engine)
        #expect(try pool.borrow() !== engine)
    }
}
