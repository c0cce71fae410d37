import Notebooks

extension BodyWriter {
    /// Writes a formula; one that KaTeX does not take stands as its source, marked, with a warning.
    mutating func writeMath(_ formula: Formula, element: String) {
        switch options.typesetter.typeset(formula) {
        case .markup(let markup):
            math.note(markup)
            writeTypeset(markup, of: formula, element: element)
        case .rejected(let reason):
            warn("this formula cannot be typeset: \(reason)", at: formula.tex)
            writeSource(of: formula, element: element, problem: reason)
        case .unavailable(let reason):
            warnOnce(
                "formulas are shown as their TeX source: \(reason)", at: formula.tex,
                hints: ["install the packages \(MathAssets.packages)"])
            writeSource(of: formula, element: element, problem: nil)
        }
    }

    private mutating func writeTypeset(_ markup: String, of formula: Formula, element: String) {
        if formula.isDisplayed {
            writeEquation(markup, tags: EquationTags.tags(in: formula.tex), element: element)
        } else {
            html += markup
        }
    }

    private mutating func writeSource(of formula: Formula, element: String, problem: String?) {
        let mark = formula.isDisplayed ? "$$" : "$"
        let title = problem.map { " title=\"\($0.escapedHTML)\"" } ?? ""
        let code =
            "<code class=\"tex\(problem == nil ? "" : " rejected")\"\(title)>"
            + "\(mark)\(formula.tex.escapedHTML)\(mark)</code>"
        writeTypeset(code, of: formula, element: element)
    }

    /// A displayed formula, which scrolls in a box of its own and is found by its numbers.
    private mutating func writeEquation(_ content: String, tags: [String], element: String) {
        let names = tags.compactMap { equations[$0] }.filter { math.anchored.insert($0).inserted }
        let identity = names.first.map { " id=\"\($0.escapedHTML)\"" } ?? ""
        html += "<\(element) class=\"equation\(tags.isEmpty ? "" : " tagged")\"\(identity)>"
        for name in names.dropFirst() { html += "<span id=\"\(name.escapedHTML)\"></span>" }
        html += content + "</\(element)>"
        if element == "div" { html += "\n" }
    }
}
