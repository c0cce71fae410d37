import Notebooks

/// Holds one cell's run to its recorded output.
struct CellComparison {
    let cell: Cell
    let run: CellRun
    let options: CheckOptions
    /// The same cell in a run with other unseeded numbers and another clock; nil where nothing can vary.
    let probe: () -> CellRun?

    private var recorded: String? { cell.recordedOutput }
    private var mode: CellOptions.TestMode { cell.options.test ?? options.mode }

    func verdict() -> Verdict {
        if mode == .skip { return .skipped(reason: "`#| test: skip`") }
        if run.status == .skipped {
            return .skipped(reason: cell.options.eval ? "a cell before it failed" : "it is not run")
        }
        let found = SettledText.lines(of: OutputText.text(of: run))
        guard let recorded else {
            if run.status == .failed, let report { return .raised(report) }
            return found.isEmpty ? .same : .unrecorded
        }
        let wanted = SettledText.lines(of: recorded)
        if wanted.withoutBlankLines == found.withoutBlankLines { return .same }
        if let report, Self.shows(wanted, report) { return .raisedAsRecorded }
        if run.status == .failed, let report { return .raised(report) }
        return verdict(wanted, found)
    }

    private func verdict(_ wanted: [String], _ found: [String]) -> Verdict {
        let wantedTokens = TextScanner.tokens(of: wanted.joined(separator: "\n"))
        let foundTokens = TextScanner.tokens(of: found.joined(separator: "\n"))
        guard mode != .exact else { return .differs(difference(wanted, found, nil)) }
        var comparison = self.comparison(varying: mode == .shape ? allNumbers(foundTokens) : [])
        if comparison.matches(wantedTokens, foundTokens) {
            return comparison.usedVarying
                ? .shape(reason: "`#| test: shape`")
                : .close(relativeError: comparison.largestError)
        }
        if let byShape = verdictByShape(wantedTokens, foundTokens) { return byShape }
        let isText = wantedTokens.count != foundTokens.count || comparison.largestError == 0
        return .differs(difference(wanted, found, isText ? nil : comparison.largestError))
    }

    private func comparison(varying: Set<Int>) -> TextComparison {
        TextComparison(
            tolerance: tolerance, identities: options.identities, varying: varying)
    }

    private var tolerance: Tolerance {
        Tolerance(
            relative: cell.options.relativeTolerance ?? options.tolerance.relative,
            absolute: cell.options.absoluteTolerance ?? options.tolerance.absolute)
    }

    private func allNumbers(_ tokens: [PlacedToken]) -> Set<Int> {
        Set(
            tokens.indices.filter {
                if case .real = tokens[$0].token { true } else { false }
            })
    }

    // MARK: What no seed fixes

    /// Compares again without what differs between two runs of ours.
    private func verdictByShape(_ wanted: [PlacedToken], _ found: [PlacedToken]) -> Verdict? {
        guard let probe = probe() else { return nil }
        let other = TextScanner.tokens(
            of: SettledText.lines(of: OutputText.text(of: probe)).joined(separator: "\n"))
        let reason = options.reason(run)
        guard other.count == found.count else { return .shape(reason: reason) }
        let varying = Set(found.indices.filter { found[$0].token != other[$0].token })
        var comparison = comparison(varying: varying)
        return comparison.matches(wanted, found) && comparison.usedVarying
            ? .shape(reason: reason) : nil
    }

    // MARK: Errors

    private var report: ErrorReport? {
        for case .error(let report) in run.outputs { return report }
        return nil
    }

    /// Whether a recorded text ends as the error's traceback does, in CPython's or in IPython's form.
    private static func shows(_ wanted: [String], _ report: ErrorReport) -> Bool {
        let value = report.value.split(separator: "\n", omittingEmptySubsequences: false)
        let last = ([report.name + (report.value.isEmpty ? "" : ": ")] + value).joined()
        let lines = wanted.suffix(max(value.count, 1)).joined()
        return lines == last
            || wanted.joined(separator: "\n").hasSuffix(report.name + ": " + report.value)
    }

    // MARK: Differences

    private func difference(_ wanted: [String], _ found: [String], _ error: Double?) -> Difference {
        Difference(wanted: wanted, found: found, largestError: error) { want, have in
            if want == have { return true }
            guard mode != .exact else { return false }
            var comparison = comparison(varying: [])
            return comparison.matches(
                TextScanner.tokens(of: want), TextScanner.tokens(of: have))
        }
    }
}

extension [String] {
    /// Empty lines come and go with the form that a recording is kept in.
    fileprivate var withoutBlankLines: [String] { filter { !$0.isEmpty } }
}
