import Diagnostics
import Foundation
import PythonModules
import PythonRuntime

/// Runs programs whose note's folder is one of `References`.
struct FolderProgram {
    private let path: String

    init(folder: String) {
        path = Bundle.module.bundleURL.appending(path: "References/\(folder)").path
    }

    /// What a program prints, without the last line break; how it failed, if it did.
    func output(of program: String) async -> String {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: run(program)) }
            // As much as the interpreter's own thread has.
            thread.stackSize = 512 << 20
            thread.start()
        }
    }

    private func run(_ program: String) -> String {
        let python = Interpreter()
        PythonModules.install(in: python, seed: .fixed(SeedPolicy.usual), folder: path)
        var printed = ""
        python.output.stdout = { printed += $0 }
        python.output.stderr = { _ in }
        let result = python.runCell(SourceText(name: "program", text: program))
        if let failure = result.failure {
            printed +=
                TracebackText(in: python).summaryLines(of: failure.exception).first ?? "failure"
        }
        if printed.last == "\n" { printed.removeLast() }
        return printed
    }
}
