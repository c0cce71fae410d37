/// The `-n 10 -r 3` of `%timeit`.
struct TimingOptions {
    /// Times that one repetition runs the statement.
    private(set) var loops = 1
    private(set) var repetitions = 1
    /// Bytes of the options, blanks behind them included.
    private(set) var length = 0

    /// A cell runs no statement more often than this: a note must come to its end.
    private static let most = 1_000_000

    init(_ text: String) {
        var rest = Substring(text)
        while rest.hasPrefix("-"), let letter = rest.dropFirst().first, "nroqcpt".contains(letter) {
            var behind = rest.dropFirst(2)
            if "nrp".contains(letter) {
                behind = behind.drop { $0 == " " }
                let digits = behind.prefix { $0.isNumber }
                let number = min(max(Int(digits) ?? 1, 1), Self.most)
                if letter == "n" { loops = number }
                if letter == "r" { repetitions = number }
                behind = behind.dropFirst(digits.count)
            }
            rest = behind.drop { $0 == " " }
        }
        length = text.utf8.count - rest.utf8.count
        if loops.multipliedReportingOverflow(by: repetitions).partialValue > Self.most {
            repetitions = 1
        }
    }

    /// `(mean ± std. dev. of 3 runs, 10 loops each)`.
    var summary: String {
        let runs = repetitions == 1 ? "1 run" : "\(repetitions) runs"
        let each = loops == 1 ? "1 loop" : "\(Self.grouped(loops)) loops"
        return "(mean ± std. dev. of \(runs), \(each) each)"
    }

    private static func grouped(_ number: Int) -> String {
        var digits = Array(String(number))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return String(digits)
    }
}
