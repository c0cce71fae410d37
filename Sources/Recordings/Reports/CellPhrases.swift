import Diagnostics
import Notebooks

/// What reports say of cells, in one place so that all say the same.
extension CellVerdict {
    /// `In [3]`, or the cell's label.
    package var title: String { cell.options.label ?? "In [\(number)]" }

    /// The line of the note where the cell's code begins, from 1.
    package var line: Int { cell.source.filePosition(of: 0).line }

    /// The line of the note where the recorded text begins, from 1; nil where it stands in no Markdown.
    func recordedLine(in note: SourceText) -> Int? {
        cell.place?.recordedText.map { note.lineIndex(of: $0.start) + 1 }
    }

    /// The verdict as a sentence about the cell.
    package var sentence: String {
        switch verdict {
        case .same: "as recorded"
        case .close(let error):
            error == 0
                ? "as recorded but for addresses, times or blanks"
                : "close: numbers differ by at most \(Self.brief(error)) of their values"
        case .shape(let reason): "compared by shape: \(reason)"
        case .raisedAsRecorded: "raises the recorded error"
        case .differs(let difference):
            difference.largestError.map {
                "differs: a number is off by \(Self.brief($0)) of its value"
            } ?? "differs"
        case .raised(let report):
            "raises \(report.name)" + (report.value.isEmpty ? "" : ": \(report.value)")
        case .unrecorded: "has no recorded output"
        case .skipped(let reason): "skipped: \(reason)"
        }
    }

    /// Two digits: `0.0029`, `1.2e-5`.
    static func brief(_ number: Double) -> String {
        guard number.isFinite, number > 0 else { return "\(number)" }
        var (digits, exponent) = (number, 0)
        while digits < 1 { (digits, exponent) = (digits * 10, exponent - 1) }
        while digits >= 10 { (digits, exponent) = (digits / 10, exponent + 1) }
        let two = Int((digits * 10).rounded())
        return "\(Double("\(two)e\(exponent - 1)") ?? number)"
    }
}
