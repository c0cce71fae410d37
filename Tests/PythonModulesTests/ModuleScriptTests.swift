import Diagnostics
import Foundation
import PythonModules
import PythonRuntime
import TestSupport
import Testing

/// Runs the scripts below `Scripts`: one behaviour each, expectation on the line, the file's name the claim.
@Suite struct ModuleScriptTests {
    @Test(arguments: ModuleScript.all)
    func printsWhatItSays(_ script: ModuleScript) async {
        let expected = ScriptExpectations(of: script.text)
        let (lines, failure) = await script.run()
        #expect(lines == expected.lines)
        #expect(failure == expected.failure)
    }

    @Test func thereAreScripts() { #expect(ModuleScript.all.count > 100) }
}

/// A file below `Scripts`.
struct ModuleScript: Sendable, CustomTestStringConvertible {
    /// `standard/math/sqrt_of_negative`.
    let claim: String
    let text: String

    var testDescription: String { claim }

    static let folder = Bundle.module.bundleURL.appending(path: "Scripts").path

    static let all: [ModuleScript] = {
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }
        return (paths ?? []).filter { $0.hasSuffix(".py") }.sorted().compactMap { path in
            guard let data = FileManager.default.contents(atPath: folder + "/" + path) else {
                return nil
            }
            return ModuleScript(
                claim: String(path.dropLast(3)), text: String(decoding: data, as: UTF8.self))
        }
    }()

    /// The printed lines, and the last line of the traceback where an exception ends the script.
    func run() async -> (lines: [String], failure: String?) {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: runOnThread()) }
            // As much as the interpreter's own thread has.
            thread.stackSize = 512 << 20
            thread.start()
        }
    }

    private func runOnThread() -> (lines: [String], failure: String?) {
        let python = Interpreter()
        PythonModules.install(
            in: python, seed: .fixed(SeedPolicy.usual), folder: Self.folder + "/standard")
        var printed = ""
        python.output.stdout = { printed += $0 }
        python.output.stderr = { printed += $0 }
        let result = python.runCell(SourceText(name: claim, text: text))
        var lines = printed.split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        let failure = result.failure.flatMap {
            TracebackText(in: python).summaryLines(of: $0.exception).first
        }
        return (lines, failure)
    }
}
