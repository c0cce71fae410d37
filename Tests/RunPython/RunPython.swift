import Diagnostics
import Execution
import Foundation
import PythonModules
import PythonRuntime

/// Runs one Python file the way `python3 FILE` does, so that the two can be compared and timed: what it
/// prints to standard output, a traceback to standard error, exit status 1 after an error.
@main
enum RunPython {
    static func main() {
        let errors = PrintedText(to: .standardError)
        guard let path = CommandLine.arguments.dropFirst().first,
            let data = FileManager.default.contents(atPath: path)
        else {
            errors.add("usage: RunPython FILE.py\n")
            errors.flush()
            exit(2)
        }
        let source = SourceText(name: path, text: String(decoding: data, as: UTF8.self))
        exit(InterpreterThread.run { run(source) })
    }

    private static func run(_ source: SourceText) -> Int32 {
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
        let folder = PathParts.folder(of: source.name)
        PythonModules.install(in: python, seed: .random, folder: folder.isEmpty ? "." : folder)
        let (_, failure) = python.runCell(source)
        if let failure {
            for line in TracebackText(in: python).lines(of: failure.exception) {
                errors.add(line + "\n")
            }
        }
        printed.flush()
        errors.flush()
        return failure == nil ? 0 : 1
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
