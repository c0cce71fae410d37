import Diagnostics
import Foundation
import PythonModules
import PythonRuntime
import TestSupport
import Testing

/// Runs the scripts below `Scripts/numpy`; what they expect is what NumPy 1.26 prints.
@Suite struct NumPyScriptTests {
    @Test(arguments: NumPyScript.all)
    func printsWhatNumPyPrints(_ script: NumPyScript) async {
        let expected = ScriptExpectations(of: script.text)
        let lines = await script.run()
        for (line, wanted) in zip(lines, expected.lines) { #expect(line == wanted) }
        #expect(lines.count == expected.lines.count)
    }

    @Test func thereAreScripts() { #expect(NumPyScript.all.count >= 14) }
}

/// A file below `Scripts/numpy`.
struct NumPyScript: Sendable, CustomTestStringConvertible {
    let claim: String
    let text: String

    var testDescription: String { claim }

    static let all: [NumPyScript] = {
        let folder = Bundle.module.bundleURL.appending(path: "Scripts/numpy")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".py") }.sorted().compactMap { name in
            guard let data = FileManager.default.contents(atPath: folder.path + "/" + name) else {
                return nil
            }
            return NumPyScript(
                claim: String(name.dropLast(3)), text: String(decoding: data, as: UTF8.self))
        }
    }()

    /// The printed lines; a mistake that ends the script is the last one.
    func run() async -> [String] {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: runOnThread()) }
            // As much as the interpreter's own thread has.
            thread.stackSize = 512 << 20
            thread.start()
        }
    }

    private func runOnThread() -> [String] {
        let python = Interpreter()
        PythonModules.install(in: python, seed: .fixed(SeedPolicy.usual), folder: "")
        var printed = ""
        python.output.stdout = { printed += $0 }
        let result = python.runCell(SourceText(name: claim, text: text))
        if let failure = result.failure {
            let arguments = failure.exception.arguments.map { (try? python.str($0)) ?? "" }
            printed += "\(failure.exception.type.name): \(arguments.joined())\n"
        }
        var lines = printed.split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
