import Diagnostics
import Foundation
import Notebooks
import Testing

@testable import Rendering

@Suite struct TypesetterTests {
    private func typeset(_ tex: String, isDisplayed: Bool = false) -> TypesetFormula {
        Typesetter.shared().typeset(Formula(tex: tex, isDisplayed: isDisplayed))
    }

    private func markup(_ tex: String, isDisplayed: Bool = false) throws -> String {
        guard case .markup(let markup) = typeset(tex, isDisplayed: isDisplayed) else {
            throw Diagnostic(.error, "not typeset: \(tex)")
        }
        return markup
    }

    @Test(arguments: [
        "h_t = \\sigma(W_{xh}x_t + b)", "\\frac{\\partial^+ h_i}{\\partial W_{hh}}",
        "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
        "\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{否则} \\end{cases}",
        "\\begin{aligned} a &= b \\\\ &= c \\end{aligned}", "\\underbrace{x}_{n}",
        "\\mathbb{R}^{N \\times T}",
        "\\boldsymbol{\\theta} \\odot \\mathcal{L}", "\\xrightarrow{\\text{时间}}", "\\sqrt[3]{x}",
        "\\color{red} x", "x < y",
    ])
    func setsWhatNotesWrite(tex: String) throws {
        let markup = try markup(tex, isDisplayed: true)
        #expect(markup.contains("<math") && markup.contains("katex-html"))
    }

    @Test(arguments: ["\\frac{1}{", "}", "\\nosuchcommand", "x^a^b", "\\begin{matrix} a"])
    func saysWhyAFormulaIsRejected(tex: String) {
        guard case .rejected(let reason) = typeset(tex) else {
            Issue.record("accepted \(tex)")
            return
        }
        #expect(!reason.isEmpty && !reason.contains("KaTeX parse error"))
    }

    @Test(arguments: [
        "\\href{javascript:alert(1)}{x}", "\\url{javascript:alert(1)}", "\\htmlClass{evil}{x}",
        "\\htmlData{onclick=alert(1)}{x}", "\\htmlStyle{position:fixed}{x}",
        "\\includegraphics{http://evil/x.png}",
        "\\text{<script>alert(1)</script>}", "\\rule{1e9em}{1e9em}",
    ])
    func trustsNothing(tex: String) {
        guard case .markup(let markup) = typeset(tex) else { return }
        for token in HTMLTokenizer(markup) {
            guard case .start(let tag) = token else { continue }
            #expect(!["a", "img", "script"].contains(tag.name))
            #expect(
                tag["href"] == nil && tag["src"] == nil && tag["class"]?.contains("evil") != true)
            #expect(!(tag["style"] ?? "").contains("position"))
        }
    }

    @Test(arguments: [
        "\\def\\a{\\a\\a}\\a",
        String(repeating: "{", count: 5000) + String(repeating: "}", count: 5000),
        String(repeating: "\\sqrt{", count: 2000) + String(repeating: "}", count: 2000),
        String(repeating: "x", count: 30_000), "\u{0}", "\\unicode{x}",
    ])
    func comesBackFromFormulasThatNeverEnd(tex: String) {
        let typesetter = Typesetter.shared()
        _ = typesetter.typeset(Formula(tex: tex, isDisplayed: true))
        #expect(typesetter.typeset(Formula(tex: "x", isDisplayed: false)) == typeset("x"))
    }

    @Test func macrosServeLaterFormulas() throws {
        let typesetter = Typesetter.shared()
        _ = typesetter.typeset(Formula(tex: "\\newcommand{\\W}{W_{hh}}", isDisplayed: true))
        guard
            case .markup(let markup) = typesetter.typeset(Formula(tex: "\\W x", isDisplayed: false))
        else {
            Issue.record("the macro is lost")
            return
        }
        #expect(markup.contains("hh"))
    }

    @Test func withoutKaTeXFormulasAreTheirSource() throws {
        var note = SampleNote.executed
        let tex = "a < b"
        note.notebook.blocks = [
            Block(.paragraph([.math(tex, isDisplayed: false)]), line: 1),
            Block(.math("y"), line: 2),
        ]
        let options = try RenderOptions(typesetter: Typesetter(assets: nil, cache: nil))
        let page = try HTMLFormat().render(note, options: options)
        #expect(
            String(decoding: page.bytes, as: UTF8.self).contains(
                "<code class=\"tex\">$a &lt; b$</code>"))
        #expect(
            page.diagnostics.map(\.message) == [
                "formulas are shown as their TeX source: KaTeX is not installed"
            ])
        #expect(
            page.diagnostics.first?.hints == ["install the packages libjs-katex and fonts-katex"])
    }

    @Test func aRejectedFormulaStandsMarkedWithItsLine() throws {
        var note = SampleNote.executed
        let text = "Before\n\nwords $\\frac{1}{$ words\n"
        note.notebook = Notebook(
            source: .init(name: "n.md", text: text),
            blocks: [Block(.paragraph([.math("\\frac{1}{", isDisplayed: false)]), line: 3)])
        let page = try HTMLFormat().render(
            note, options: RenderOptions(typesetter: Typesetter.shared()))
        #expect(page.diagnostics.count == 1)
        #expect(page.diagnostics.first?.place?.position.line == 3)
        #expect(page.diagnostics.first?.place?.excerpt?.column == 8)
        #expect(String(decoding: page.bytes, as: UTF8.self).contains("class=\"tex rejected\""))
    }
}
