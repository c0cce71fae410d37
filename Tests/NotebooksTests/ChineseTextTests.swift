import Testing

/// What other renderers get wrong in Chinese and Japanese.
struct ChineseTextTests {
    @Test(arguments: [
        ("**重要：**后", "<b>重要：</b>后"),
        ("他说**“你好”**。", "他说<b>“你好”</b>。"),
        ("*（注）*是", "<i>（注）</i>是"),
        ("**每个时间戳的输出。**一般来说", "<b>每个时间戳的输出。</b>一般来说"),
        ("前**（一）甲**，**乙！**后", "前<b>（一）甲</b>，<b>乙！</b>后"),
        ("这是**“引用”**的", "这是<b>“引用”</b>的"),
        ("调用**`f()`**函数", "调用<b><code>f()</code></b>函数"),
        ("调用**f()**函数", "调用<b>f()</b>函数"),
        ("~~删除。~~后", "<s>删除。</s>后"),
        ("***重要：***后", "<i><b>重要：</b></i>后"),
        ("**中*斜*文：**后", "<b>中<i>斜</i>文：</b>后"),
        ("**重要：**word", "<b>重要：</b>word"),
        ("これは**「重要」**です", "これは<b>「重要」</b>です"),
        ("한국어**(주의)**입니다", "한국어<b>(주의)</b>입니다"),
        ("**甲：**乙**丙：**丁", "<b>甲：</b>乙<b>丙：</b>丁"),
        ("**链接[文](a.md)**后", "<b>链接<a a.md>文</a></b>后"),
        ("**公式$x$：**后", "<b>公式⟨x⟩：</b>后"),
        ("中**$x$**文", "中<b>⟨x⟩</b>文"),
        ("(**重要**)的", "(<b>重要</b>)的"),
        ("**，对，就是结构，**后", "<b>，对，就是结构，</b>后"),
    ])
    func emphasisWorksBesideFullWidthPunctuation(markdown: String, expected: String) {
        #expect(outline(markdown) == "<p>\(expected)</p>")
    }

    @Test(arguments: [
        ("`**重要：**后`", "<code>**重要：**后</code>"),
        (#"\*\*重要：\*\*后"#, "**重要：**后"),
        ("2 * 3 * 4，中", "2 * 3 * 4，中"),
        ("[甲](a**：**b.md)", "<a a**：**b.md>甲</a>"),
        ("<b title=\"**：**中\">甲</b>", "{<b title=\"**：**中\">}甲{</b>}"),
        ("** 中**文", "** 中**文"),
        ("snake_case_名_字，_重要_", "snake_case_名_字，<i>重要</i>"),
        ("plain *and* **bold**.", "plain <i>and</i> <b>bold</b>."),
        ("a*\"b\"*c", "a*&quot;b&quot;*c".replacing("&quot;", with: "\"")),
    ])
    func otherMarksStayAsCommonMarkHasThem(markdown: String, expected: String) {
        #expect(outline(markdown) == "<p>\(expected)</p>")
    }

    @Test(arguments: [
        ("中文\n换行", "中文换行"),
        ("中文，\n换行", "中文，换行"),
        ("中文\n（换行）", "中文（换行）"),
        ("かな\nカナ", "かなカナ"),
        ("**中文**\n换行", "<b>中文</b>换行"),
        ("**中文\n换行**后", "<b>中文换行</b>后"),
        ("中文\n*换行*", "中文<i>换行</i>"),
        ("中文[链\n接](a)\n后", "中文<a a>链接</a>后"),
        ("他说：\n“你好”\n他", "他说：“你好”他"),
        ("中文\n`代码`\n后", "中文<code>代码</code>后"),
        ("中<font color=red>\n红</font>", "中{<font color=red>}红{</font>}"),
        ("中文\nEnglish", "中文↵English"),
        ("English\n中文", "English↵中文"),
        ("中文\n$x$\n后", "中文↵⟨x⟩↵后"),
        ("中文\n`code`", "中文↵<code>code</code>"),
        ("한국어\n문장", "한국어↵문장"),
        ("中文  \n换行", "中文<br>换行"),
        ("a\nb", "a↵b"),
    ])
    func aLineBreakBetweenTwoCharactersLeavesNoSpace(markdown: String, expected: String) {
        #expect(outline(markdown) == "<p>\(expected)</p>")
    }

    @Test func quotesAndListsJoinTheirLinesToo() {
        #expect(outline("> 中文\n> 换行") == "<quote><p>中文换行</p></quote>")
        #expect(outline("- 中文\n  换行") == "<ul><li><p>中文换行</p></>")
        #expect(outline("| 表 |\n|---|\n| **甲：**乙 |") == "<table n>表/<b>甲：</b>乙</table>")
    }
}
