import Testing

/// The paths of pictures, as people name their files.
struct PicturePathTests {
    @Test(arguments: [
        ("![a](b.png)", "<img b.png a>"),
        ("![图 1](images/我的 图 1.png)后", "<img images/我的 图 1.png 图 1>后"),
        ("![a](.\\图片\\b c.JPG)", "<img .\\图片\\b c.JPG a>"),
        ("[![a](b c.png)](d)", "<a d><img b c.png a></a>"),
        ("![a](b.png \"title\")", "<img b.png a>"),
        ("![a](<b c.png>)", "<img b c.png a>"),
        ("[a](see this)", "[a](see this)"),
        ("`![a](b c.png)`", "<code>![a](b c.png)</code>"),
    ])
    func mayHoldBlanks(markdown: String, expected: String) {
        #expect(outline(markdown) == "<p>\(expected)</p>")
    }
}

/// Addresses in Chinese text end before its punctuation.
struct BareLinkTests {
    @Test(arguments: [
        ("见http://a.b/c，然后**看**", "见<a http://a.b/c>http://a.b/c</a>，然后<b>看</b>"),
        ("（https://a.b）后", "（<a https://a.b>https://a.b</a>）后"),
        ("见 www.a.b。", "见 <a http://www.a.b>www.a.b</a>。"),
        ("见http://a.b/循环 后", "见<a http://a.b/循环>http://a.b/循环</a> 后"),
        (
            "http://a.b/c?d=1、http://e.f",
            "<a http://a.b/c?d=1>http://a.b/c?d=1</a>、<a http://e.f>http://e.f</a>"
        ),
        ("**http://a.b**，", "<b><a http://a.b>http://a.b</a></b>，"),
        ("**http://a.b/**后", "<b><a http://a.b/>http://a.b/</a></b>后"),
        ("[甲](http://a.b/，c)", "<a http://a.b/，c>甲</a>"),
        ("<http://a.b/，c>", "<a http://a.b/，c>http://a.b/，c</a>"),
        ("[甲]\n\n[甲]: http://a.b/，c", "<a http://a.b/，c>甲</a>"),
        ("`http://a.b，`", "<code>http://a.b，</code>"),
        ("<a href=\"http://a.b，\">甲</a>", "{<a href=\"http://a.b，\">}甲{</a>}"),
        ("http://a.b, c", "<a http://a.b>http://a.b</a>, c"),
    ])
    func addressesEndBeforeFullWidthPunctuation(markdown: String, expected: String) {
        #expect(outline(markdown) == "<p>\(expected)</p>")
    }
}
