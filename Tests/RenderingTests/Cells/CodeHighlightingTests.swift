import Testing

@testable import Rendering

@Suite struct CodeHighlightingTests {
    @Test(arguments: [
        ("x = 1", "x = <span class=\"hn\">1</span>"),
        (
            "for h in 'a<b':",
            "<span class=\"hk\">for</span> h <span class=\"hk\">in</span> <span class=\"hs\">'a&lt;b'</span>:"
        ),
        ("# 注释\nx", "<span class=\"hc\"># 注释</span>\nx"),
        ("print(tf.print)", "<span class=\"hb\">print</span>(tf.print)"),
        (
            "def print(): pass",
            "<span class=\"hk\">def</span> <span class=\"hd\">print</span>(): <span class=\"hk\">pass</span>"
        ),
        ("a @ b", "a @ b"),
        (
            "None and True",
            "<span class=\"hk\">None</span> <span class=\"hk\">and</span> <span class=\"hk\">True</span>"
        ),
        ("", ""),
    ])
    func coloursWordsByTheirKind(code: String, wanted: String) {
        #expect(CodeHighlighting.html(code) == wanted)
    }

    @Test(arguments: [
        "if x:\n    y = (1,\n      2)\n\n\n    z\n  bad\n", "'open\nx = 1", "\"\"\"open\nfor",
        "%matplotlib inline\n!pip", "\t\tx\\\n y",
        "a\r\nb\rc", "f'{x!r:>{w}}' $ ? `", "é = 变量\u{0}", "((((", "0x 1__2 3e",
    ])
    func losesNoCharacter(code: String) {
        var text = ""
        for token in HTMLTokenizer(CodeHighlighting.html(code)) {
            if case .text(let part) = token { text += HTMLEntities.decode(part) }
        }
        #expect(text == code.replacing("\u{0}", with: "\u{FFFD}"))
    }
}
