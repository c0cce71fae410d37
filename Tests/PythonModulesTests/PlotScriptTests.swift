import Diagnostics
import Foundation
import PythonModules
import PythonRuntime
import TestSupport
import Testing

/// Runs the scripts below `Scripts/matplotlib`; what they expect is what matplotlib 3.8 prints.
@Suite struct PlotScriptTests {
    @Test(arguments: PlotScript.all)
    func printsWhatMatplotlibPrints(_ script: PlotScript) async {
        let expected = ScriptExpectations(of: script.text)
        let (printed, failure) = await script.run()
        for (line, wanted) in zip(printed, expected.lines) { #expect(line == wanted) }
        #expect(printed.count == expected.lines.count)
        #expect(failure == expected.failure)
    }

    @Test func thereAreScripts() { #expect(PlotScript.all.count >= 3) }

    @Test func aFigureIsShownAsADrawingWithItsSummary() async {
        let shown = await PlotScript(
            claim: "", text: "import matplotlib.pyplot as plt\nplt.plot([1, 2])"
        )
        .shown()
        #expect(shown.count == 1)
        #expect(shown.first?["text/plain"] == "<Figure size 640x480 with 1 Axes>")
        #expect(shown.first?["image/svg+xml"]?.hasPrefix("<svg ") == true)
    }

    @Test func shownFiguresAreClosed() async {
        let source = "import matplotlib.pyplot as plt\nplt.plot([1]); plt.show(); plt.show()"
        let shown = await PlotScript(claim: "", text: source).shown()
        #expect(shown.count == 1)
    }
}

/// A script below `Scripts/matplotlib`.
struct PlotScript: Sendable, CustomTestStringConvertible {
    let claim: String
    let text: String

    var testDescription: String { claim }

    static let all: [PlotScript] = {
        let folder = Bundle.module.bundleURL.appending(path: "Scripts/matplotlib")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".py") }.sorted().compactMap { name in
            guard let data = FileManager.default.contents(atPath: folder.path + "/" + name) else {
                return nil
            }
            return PlotScript(
                claim: String(name.dropLast(3)), text: String(decoding: data, as: UTF8.self))
        }
    }()

    /// The printed lines, and the exception that ends the script.
    func run() async -> (printed: [String], failure: String?) {
        await onThread {
            let python = Interpreter()
            var printed = ""
            python.output.stdout = { printed += $0 }
            PythonModules.install(in: python, seed: .fixed(0), folder: ".")
            let (_, failure) = python.runCell(SourceText(name: claim, text: text))
            let lines = printed.split(separator: "\n").map(String.init)
            return (
                lines, failure.map { TracebackText(in: python).lines(of: $0.exception).last ?? "" }
            )
        }
    }

    /// What the script shows, when its cell has ended.
    func shown() async -> [[String: String]] {
        await onThread {
            let python = Interpreter()
            var bundles: [[String: String]] = []
            PythonModules.install(in: python, seed: .fixed(0), folder: ".")
            let channel = DisplayChannel.of(python)
            channel.publish = { bundles.append($0) }
            _ = python.runCell(SourceText(name: claim, text: text))
            try? channel.endCell()
            return bundles
        }
    }

    /// Runs a body on a thread with as much stack as the interpreter's own has.
    private func onThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async
        -> Result
    {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: body()) }
            thread.stackSize = 512 << 20
            thread.start()
        }
    }
}
