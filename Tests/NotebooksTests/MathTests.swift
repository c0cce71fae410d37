import Testing

/// Formulas come out as they were written, whatever Markdown would make of them.
struct MathTests {
    @Test(arguments: [
        ("$x_t$ and $h_t$", "<p>⟨x_t⟩ and ⟨h_t⟩</p>"),
        ("戳$t$上，$a*b*c$后", "<p>戳⟨t⟩上，⟨a*b*c⟩后</p>"),
        ("$a<b$ & $c>d$", "<p>⟨a<b⟩ & ⟨c>d⟩</p>"),
        (#"$\{a\\b\_c\}$"#, #"<p>⟨\{a\\b\_c\}⟩</p>"#),
        (#"$\text{cost \$5}$"#, #"<p>⟨\text{cost \$5}⟩</p>"#),
        ("$a\n= b$ over lines", "<p>⟨a\n= b⟩ over lines</p>"),
        ("$`a_b`$ as on GitHub", "<p>⟨a_b⟩ as on GitHub</p>"),
        (#"$ W_f = \gamma $ with blanks"#, #"<p>⟨W_f = \gamma⟩ with blanks</p>"#),
        (#"\(x_1 * x_2\) and \(n\)"#, "<p>⟨x_1 * x_2⟩ and ⟨n⟩</p>"),
        (#"\[ x_1 * x_2 \]"#, "<math>x_1 * x_2</math>"),
        (#"so \[ x_1 \] then"#, "<p>so ⟪x_1⟫ then</p>"),
        ("**$x$ 和 $y$**", "<p><b>⟨x⟩ 和 ⟨y⟩</b></p>"),
        ("*a $b*c$ d*", "<p><i>a ⟨b*c⟩ d</i></p>"),
        ("# The gate $f_t$", "<h1>The gate ⟨f_t⟩</h1>"),
        ("A $x_1$\n===", "<h1>A ⟨x_1⟩</h1>"),
        ("[see $x_1$](a.md)", "<p><a a.md>see ⟨x_1⟩</a></p>"),
        ("![shape $x_1$](a.png)", "<p><img a.png shape $x_1$></p>"),
        ("- item $a_1$ b_1 $c_1$", "<ul><li><p>item ⟨a_1⟩ b_1 ⟨c_1⟩</p></>"),
        ("> quote $a\n> = b$", "<quote><p>quote ⟨a\n= b⟩</p></quote>"),
        ("text[^1]\n\n[^1]: note $x_1$", "<p>text[^1 1]</p><note 1 1><p>note ⟨x_1⟩</p></note>"),
        (
            "| a | b |\n|---|---|\n| $P(x|y)$ | $\\|z\\|$ |",
            "<table nn>a|b/⟨P(x|y)⟩|⟨\\|z\\|⟩</table>"
        ),
        ("| a | b |\n|---|---|\n| $5 | a$b |", "<table nn>a|b/$5|a$b</table>"),
        ("```math\na_1 * b\n```", "<math>a_1 * b</math>"),
    ])
    func stayAsWritten(markdown: String, expected: String) {
        #expect(outline(markdown) == expected)
    }

    @Test(arguments: [
        ("$$x_1 * x_2$$", "<math>x_1 * x_2</math>"),
        ("$$\nx \\\\\ny \\tag{1}\n$$", "<math>x \\\\\ny \\tag{1}</math>"),
        ("text：\n$$\nx\n$$\nmore", "<p>text：↵⟪x⟫↵more</p>"),
        ("text $$x$$ more", "<p>text ⟪x⟫ more</p>"),
        ("text：$$\nx\n$$，其中", "<p>text：⟪x⟫，其中</p>"),
        ("$$\na\n- b\n+ c\n= d\n$$", "<math>a\n- b\n+ c\n= d</math>"),
        ("$$\na\n===\n--- b\n$$", "<math>a\n===\n--- b</math>"),
        ("$$\na\n\nb\n$$", "<math>a\n\nb</math>"),
        ("$$\n1. a\n> b\n| c |\n---\n$$", "<math>1. a\n> b\n| c |\n---</math>"),
        (
            "- item\n\n  $$\n  a\n  - b\n  $$\n\n  text",
            "<ul loose><li><p>item</p><math>a\n- b</math><p>text</p></>"
        ),
        ("- $$\n  a\n  $$\n- next", "<ul><li><math>a</math><li><p>next</p></>"),
        ("- item\n$$\na\n$$", "<ul><li><p>item↵⟪a⟫</p></>"),
        ("> $$\n> a\n> + b\n> $$\n> text", "<quote><p>⟪a\n+ b⟫↵text</p></quote>"),
        ("> $$\na\n$$", "<quote><math>a</math></quote>"),
        ("1. > - $$\n   >   a\n   >   $$", "<ol 1><li><quote><ul><li><math>a</math></></quote></>"),
        ("\\[\na\n- b\n\\]", "<math>a\n- b</math>"),
        (
            "\\begin{align}\na &= b \\\\\n&= c\n\\end{align}",
            "<math>\\begin{align}\na &= b \\\\\n&= c\n\\end{align}</math>"
        ),
        ("\\begin{align*}a\\end{align*}", "<math>\\begin{align*}a\\end{align*}</math>"),
        ("$$a$$\n$$b$$", "<math>a</math><math>b</math>"),
        ("$$ a $$ $$\nb\n$$", "<p>⟪a⟫ ⟪b⟫</p>"),
    ])
    func displayedOnesSpanLines(markdown: String, expected: String) {
        #expect(outline(markdown) == expected)
    }

    @Test(arguments: [
        ("$5 and $6", "<p>$5 and $6</p>"),
        ("US$5 to US$6", "<p>US$5 to US$6</p>"),
        ("从$5到$10", "<p>从$5到$10</p>"),
        ("5 $ and 6 $", "<p>5 $ and 6 $</p>"),
        (#"\$x\$ and \$5"#, "<p>$x$ and $5</p>"),
        (#"\\(x) and \\[y]"#, #"<p>\(x) and \[y]</p>"#),
        (#"\[1\] and \[note\]"#, "<p>[1] and [note]</p>"),
        (#"\(see above\)"#, "<p>(see above)</p>"),
        ("`$a_b$` is code, `` `$c$ ``", "<p><code>$a_b$</code> is code, <code>`$c$</code></p>"),
        ("use $HOME or `echo $PATH`", "<p>use $HOME or <code>echo $PATH</code></p>"),
        ("    $a_b$\n    $$", "<pre >$a_b$\n$$</pre>"),
        ("```sh\necho $a_b$ $$\n```", "<pre sh>echo $a_b$ $$</pre>"),
        ("<div>\n$a_b$\n</div>", "<html><div>\n$a_b$\n</div>\n</html>"),
        ("<b title=\"$a$\">x</b> $b$", "<p>{<b title=\"$a$\">}x{</b>} ⟨b⟩</p>"),
        ("<!-- $a$ --> $b$", "<html><!-- $a$ --> $b$\n</html>"),
        ("x <!-- $a$ --> $b$", "<p>x {<!-- $a$ -->} ⟨b⟩</p>"),
        ("[a](http://x/$y_z$)", "<p><a http://x/$y_z$>a</a></p>"),
        ("<http://x/$y$>", "<p><a http://x/$y$>http://x/$y$</a></p>"),
        ("$$$$ and $$", "<p>$$$$ and $$</p>"),
    ])
    func otherDollarsAreNone(markdown: String, expected: String) {
        #expect(outline(markdown) == expected)
    }

    @Test(arguments: [
        ("text\n\n$$\nx\n", 3, 1, "this formula is never closed: `$$`"),
        ("text $$ x\n", 1, 6, "this formula is never closed: `$$`"),
        ("- a\n\n  $$\n  x\n\ntext\n\n$$\ny\n$$", 3, 3, "this formula is never closed: `$$`"),
        ("$$\na\n\n# heading\n\ntext", 1, 1, "this formula is never closed: `$$`"),
        ("\\begin{align}\na", 1, 1, "this formula is never closed: `\\begin{align}`"),
        ("the state $h_t is", 1, 11, "this formula is never closed: `$`"),
        ("好 $h_t 是\n\n$x$", 1, 3, "this formula is never closed: `$`"),
    ])
    func unclosedOnesAreReported(markdown: String, line: Int, column: Int, message: String) {
        let notebook = read(markdown)
        #expect(notebook.diagnostics.map(\.message) == [message])
        #expect(notebook.diagnostics.first?.place?.position.line == line)
        #expect(notebook.diagnostics.first?.place?.position.column == column)
    }

    @Test(arguments: ["$5", "$HOME is set", "a$b", "US$ 5", "$ 5", #"\$x"#])
    func aLoneDollarIsNoMistake(markdown: String) {
        #expect(read(markdown).diagnostics.isEmpty)
    }
}
