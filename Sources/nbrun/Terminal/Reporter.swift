import Diagnostics
import Foundation

/// Tells the user, on standard error, what happened.
struct Reporter: Sendable {
    /// Whether what is written may have colours.
    let isColored: Bool
    private let isQuiet: Bool
    /// Whether a line may be overwritten while cells run.
    let isInteractive: Bool

    init(color: ColorArgument, isQuiet: Bool, usesStandardOutput: Bool) {
        let isTerminal = isatty(STDERR_FILENO) == 1
        let refuses = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        switch color {
        case .auto: isColored = isTerminal && !refuses
        case .always: isColored = true
        case .never: isColored = false
        }
        self.isQuiet = isQuiet
        isInteractive = isTerminal && !isQuiet
    }

    func show(_ diagnostic: Diagnostic) {
        if isQuiet, diagnostic.severity != .error { return }
        write(DiagnosticText.render(diagnostic, colored: isColored) + "\n")
    }

    /// A line of news; nothing when quiet.
    func say(_ line: String, end: String = "\n") {
        guard !isQuiet else { return }
        write(line + end)
    }

    func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
