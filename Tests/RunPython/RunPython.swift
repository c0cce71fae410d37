import Diagnostics
import Execution
import Foundation
import PythonModules
import PythonRuntime

/// Runs one Python file the way `python3 FILE` does, so that the two can be compared and timed: what it
/// prints to standard output, a traceback to standard error, exit status 1 after an error.
///
/// Several files run one after the other like the cells of a note, whatever the ones before did; a line with
/// each one's place stands before what it prints.
@main
enum RunPython {
    static func main() {
        guard let arguments = RunArguments(CommandLine.arguments.dropFirst()) else {
            let errors = PrintedText(to: .standardError)
            errors.add("usage: RunPython [--limit SECONDS] FILE.py…\n")
            errors.flush()
            exit(2)
        }
        exit(InterpreterThread.run { run(arguments) })
    }

    private static func run(_ arguments: RunArguments) -> Int32 {
        let python = Interpreter()
        // The process ends with the program: giving its memory back piece by piece would only take time.
        _ = Unmanaged.passRetained(python)
        let printed = PrintedText(to: .standardOutput)
        let errors = PrintedText(to: .standardError)
        python.output.stdout = { printed.add($0) }
        python.output.stderr = {
            // Mistakes are told at once, as CPython does, and behind what was printed before them.
            printed.flush()
            errors.add($0)
            errors.flush()
        }
        let folder = PathParts.folder(of: arguments.sources[0].name)
        PythonModules.install(in: python, seed: .random, folder: folder.isEmpty ? "." : folder)
        var hasFailed = false
        for (index, source) in arguments.sources.enumerated() {
            if arguments.sources.count > 1 {
                printed.add("\u{1}file \(index)\n")
                printed.flush()
            }
            let limit = arguments.limit.map { TimeLimit(seconds: $0, python.interruption) }
            let (_, failure) = python.runCell(source)
            limit?.end()
            if let failure {
                hasFailed = true
                for line in TracebackText(in: python).lines(of: failure.exception) {
                    errors.add(line + "\n")
                }
            }
        }
        printed.flush()
        errors.flush()
        return hasFailed ? 1 : 0
    }
}

/// Text on its way to a file, written in large pieces.
private final class PrintedText {
    private let file: FileHandle
    private var waiting: [UInt8] = []
    private static let piece = 1 << 16

    init(to file: FileHandle) { self.file = file }

    func add(_ text: String) {
        waiting += Array(text.utf8)
        if waiting.count >= Self.piece { flush() }
    }

    func flush() {
        file.write(Data(waiting))
        waiting = []
    }
}
