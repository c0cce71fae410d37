import Charts
import Testing

@Suite struct TickTests {
    @Test func ticksStandWhereMatplotlibPutsThem() throws {
        let recorded: [Recorded.Ticks] = try Recorded.read("ticks")
        #expect(recorded.count > 100)
        for wanted in recorded {
            let ticks = Axis().ticks(in: (wanted.low, wanted.high), room: wanted.room)
            let isSame =
                ticks.count == wanted.ticks.count
                && zip(ticks, wanted.ticks).allSatisfy {
                    abs($0.value - $1) <= 1e-9 * max(abs($1), wanted.high - wanted.low)
                }
            #expect(
                isSame,
                "\(wanted.low)...\(wanted.high), \(wanted.room): \(ticks.map(\.value)), not \(wanted.ticks)"
            )
            #expect(ticks.map(\.label) == wanted.labels, "\(wanted.low)...\(wanted.high)")
        }
    }

    @Test func commonPowersAndOffsetsAreWrittenOnceAsMatplotlibDoes() throws {
        let recorded: [Recorded.Ticks] = try Recorded.read("ticks")
        for wanted in recorded {
            let end = Axis().endText(in: (wanted.low, wanted.high), room: wanted.room)
            #expect(end == wanted.end, "\(wanted.low)...\(wanted.high)")
        }
    }

    @Test func logarithmicAxesCountInPowers() {
        var axis = Axis()
        axis.scale = .log(base: 10)
        let ticks = axis.ticks(in: (0.5, 2000), room: 9)
        #expect(ticks.map(\.value) == [1, 10, 100, 1000])
        #expect(ticks.first?.label == "$10^{0}$")
    }

    @Test(arguments: [
        (0.0, Double.infinity), (.nan, 1),
        (-Double.greatestFiniteMagnitude, Double.greatestFiniteMagnitude),
        (0, Double.leastNonzeroMagnitude), (1e308, 1.1e308), (0, 0),
    ])
    func rangesThatNobodyCanDivideMakeFewTicksOrNone(_ low: Double, _ high: Double) {
        for scale in [Scale.linear, .log(base: 10), .symlog(base: 10, threshold: 1)] {
            var axis = Axis()
            axis.scale = scale
            #expect(axis.ticks(in: (low, high), room: 9).count < 1000)
        }
    }

    @Test func multiplesThatWouldFillThePageMakeNoTicks() {
        #expect(TickLocator.multiple(1e-9, offset: 0).ticks(0, 1, room: 9).isEmpty)
        #expect(TickLocator.multiple(0.5, offset: 0).ticks(0, 1, room: 9).contains(0.5))
    }
}
