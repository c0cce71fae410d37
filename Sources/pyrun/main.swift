import Diagnostics
import PythonRuntime
import Foundation
let path = CommandLine.arguments[1]
let thread = Thread {
    let python = Interpreter()
    python.output.stdout = { FileHandle.standardOutput.write(Data($0.utf8)) }
    let text = String(decoding: FileManager.default.contents(atPath: path)!, as: UTF8.self)
    let start = Date()
    let (_, failure) = python.runCell(SourceText(name: path, text: text))
    if let failure {
        for t in failure.exception.trace.reversed().prefix(20) { print("  at", t.function, t.source.position(of: t.span.start).line) }
        print(failure.exception.type.name, failure.exception.arguments.map { (try? python.str($0)) ?? "?" }, failure.exception.hints)
    }
    if let shown = python.displayed { print("Out:", (try? python.repr(shown)) ?? "?") }
    FileHandle.standardError.write(Data("time \(Date().timeIntervalSince(start))\n".utf8))
    exit(0)
}
thread.stackSize = 512 << 20
thread.start()
while true { sleep(1000) }
