import Charts
import Testing

@Suite struct LimitTests {
    @Test func rangesAreThoseOfMatplotlib() throws {
        let recorded: [Recorded.Range] = try Recorded.read("limits")
        for wanted in recorded {
            let range = Limits.around(
                DataRange(wanted.data), sticky: [], margin: 0.05, scale: .linear)
            let size = wanted.high - wanted.low
            #expect(abs(range.low - wanted.low) <= 1e-9 * size, "\(wanted.data)")
            #expect(abs(range.high - wanted.high) <= 1e-9 * size, "\(wanted.data)")
        }
    }

    @Test func barsStandOnTheirBaseWithoutRoom() {
        let range = Limits.around(
            DataRange([0, 10]), sticky: [0], margin: 0.05, scale: .linear)
        #expect(range.low == 0)
        #expect(range.high == 10.5)
    }

    @Test func logarithmicRangesLeaveOutWhatIsNotPositive() {
        let range = Limits.around(
            DataRange([-5, 0, 1, 100]), sticky: [], margin: 0, scale: .log(base: 10))
        #expect(abs(range.low - 1) < 1e-12 && abs(range.high - 100) < 1e-9)
    }

    @Test func numbersThatAreNotFiniteDoNotCount() {
        #expect(DataRange([.nan, 1, .infinity, 3, -.infinity]) == DataRange([1, 3]))
        #expect(DataRange([.nan]).isEmpty)
    }
}
