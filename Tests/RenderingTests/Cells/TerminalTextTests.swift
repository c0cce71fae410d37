import Testing

@testable import Rendering

@Suite struct TerminalTextTests {
    @Test(arguments: [
        ("plain <text>\n", "plain &lt;text&gt;\n"),
        ("1/3\r2/3\r3/3\n", "3/3\n"),
        ("12345\rab\n", "ab345\n"),
        ("abc\u{8}\u{8}X", "aXc"),
        ("\u{8}a", "a"),
        ("long line\r\u{1B}[Kshort", "short"),
        ("gone\u{1B}[2K\rx", "x"),
        ("\u{1B}[31merror\u{1B}[0m ok", "<span class=\"ansi-red\">error</span> ok"),
        (
            "\u{1B}[1;34mx\u{1B}[22my\u{1B}[39mz",
            "<span class=\"ansi-blue ansi-bold\">x</span><span class=\"ansi-blue\">y</span>z"
        ),
        ("\u{1B}[38;5;31mplain", "plain"),
        ("\u{1B}]0;title\u{7}x", "x"),
        ("\u{1B}[31m<b>", "<span class=\"ansi-red\">&lt;b&gt;</span>"),
        ("bell\u{7}\u{0}", "bell"),
        ("a\tb", "a\tb"),
        ("\u{1B}[", ""),
    ])
    func showsWhatATerminalWould(text: String, wanted: String) {
        #expect(TerminalText.html(text) == wanted)
    }
}
