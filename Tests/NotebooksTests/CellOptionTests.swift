import Diagnostics
import Notebooks
import Testing

/// The options of cells: `#|` lines and braces.
struct CellOptionTests {
    private func options(_ code: String, info: String = "python") -> CellOptions {
        read("```\(info)\n\(code)\n```").cells[0].options
    }

    private func described(_ options: CellOptions) -> String {
        let switches = [
            options.echo ? nil : "no echo", options.eval ? nil : "no eval",
            options.output ? nil : "no output", options.error ? "error" : nil, options.label,
        ]
        return switches.compactMap { $0 }.joined(separator: ", ")
    }

    @Test(arguments: [
        ("x = 1", ""),
        ("#| echo: false\nx", "no echo"),
        ("#|echo:false\n#| eval: no\n\nx", "no echo, no eval"),
        ("\n#| output: False\n#| error: true\nx", "no output, error"),
        ("#| label: fig-a\nx", "fig-a"),
        ("#| label: \"a b\"\nx", "a b"),
        ("#| include: false\nx", "no echo, no output"),
        ("x\n#| echo: false", ""),
        ("# comment\n#| echo: false", ""),
    ])
    func stand(code: String, expected: String) {
        #expect(described(options(code)) == expected)
    }

    @Test(arguments: [
        ("{python, echo=false}", "no echo"),
        ("{python echo=False #setup}", "no echo, setup"),
        ("{python setup, eval=FALSE}", "no eval, setup"),
        ("{.python .input echo=\"false\"}", "no echo"),
        ("python {error=true}", "error"),
        ("{.python .input  n=5}", ""),
    ])
    func standInBraces(info: String, expected: String) {
        #expect(described(options("x", info: info)) == expected)
    }

    @Test(arguments: [
        (":tags: [hide-input]\nx", "no echo", "x", 4),
        (":name: a\n:tags: raises-exception, remove-output\n\nx", "no output, error", "\nx", 5),
        ("x\n:tags: [skip-execution]", "", "x\n:tags: [skip-execution]", 3),
    ])
    func directivesHaveTheirOwn(code: String, expected: String, left: String, line: Int) {
        let cell = read("\n```{code-cell} ipython3\n\(code)\n```").cells[0]
        #expect(described(cell.options) == expected)
        #expect(cell.source.text == left)
        #expect(cell.source.origin?.lines.first?.line == line)
    }

    @Test func linesStayInTheCode() {
        let cell = read("```python\n#| echo: false\nx\n```").cells[0]
        #expect(cell.source.text == "#| echo: false\nx")
    }

    @Test(arguments: [
        ("#| ecko: false", "there is no cell option `ecko`", "did you mean `echo`?"),
        (
            "#| fig-cap: a", "there is no cell option `fig-cap`",
            "the options are `echo`, `eval`, `output`, `include`, `label`, `error`, `test`, `rtol`, "
                + "`atol`, `tags`"
        ),
        ("#| echo: maybe", "the cell option `echo` is true or false, not `maybe`", ""),
        ("#| echo", "this is no cell option", "an option is written `#| key: value`"),
    ])
    func mistakesAreReported(line: String, message: String, hint: String) {
        let found = read("- a\n\n  ```python\n  x = 1\n  ```\n\n  ```python\n  \(line)\n  ```")
            .diagnostics
        #expect(found.map(\.message) == [message])
        #expect(found.first?.hints.joined() == hint)
        #expect(found.first?.place?.position == SourcePosition(line: 8, column: 3))
    }

    @Test func bracesHoldOtherProgramsOptionsToo() {
        #expect(read("```{python, fig.width=5}\n```").diagnostics.isEmpty)
        #expect(
            read("```{python, evall=false}\n```").diagnostics[0].hints == ["did you mean `eval`?"])
    }
}
