import Diagnostics
import Notebooks
import Testing

@testable import Recordings

/// Reports say the same to people and to programs.
struct ReportTests {
    private var verdict: NoteVerdict {
        let text = "```python\nprint(1)\n```\n```output\n2 <&>\n```\n"
        let source = SourceText(name: "a,b.md", text: text)
        let notebook = NotebookReader.read(source)
        let run = CellRun(number: 1, status: .succeeded, outputs: [.stream(.stdout, "1\n")])
        let note = ExecutedNotebook(notebook: notebook, runs: [run], variables: [])
        return NoteCheck(CheckOptions(identities: 0...0)).verdict(on: note) { note }
    }

    @Test func peopleSeeWantedBesideFound() {
        let source = SourceText(
            name: "a,b.md", text: "```python\nprint(1)\n```\n```output\n2 <&>\n```\n")
        #expect(
            TextReport(colored: false).text(of: verdict, source: source) == """
                a,b.md:2: In [1] differs
                     5 wanted │ 2 <&>
                       found  │ 1
                a,b.md: FAILED: 1 cell: 1 different

                """)
    }

    @Test func junitIsEscaped() {
        let text = JUnitReport.text(of: [verdict])
        #expect(text.contains("failures=\"1\""))
        #expect(text.contains("- 2 &lt;&amp;&gt;&#10;+ 1"))
    }

    @Test func annotationsNameFileAndLine() {
        #expect(
            AnnotationReport.text(of: verdict)
                == "::error file=a%2Cb.md,line=2,title=In [1]::differs%0A- 2 <&>%0A+ 1\n")
    }

    @Test func jsonReadsBack() throws {
        let text = JSONReport.text(of: [verdict])
        let root = try JSONParser.parse(SourceText(name: "report", text: text))
        #expect(root["summary"]?["failed"]?.integer == 1)
        let cell = root["notes"]?.items?.first?["cells"]?.items?.first
        #expect(cell?["verdict"]?.string == "differs")
    }

    @Test(arguments: [(2.9e-3, "0.0029"), (1.24e-5, "1.2e-05"), (9.99e-4, "0.001"), (12.0, "12.0")])
    func errorsAreBrief(_ number: Double, _ text: String) {
        #expect(CellVerdict.brief(number) == text)
    }
}
