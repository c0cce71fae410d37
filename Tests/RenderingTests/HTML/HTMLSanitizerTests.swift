import Testing

@testable import Rendering

@Suite struct HTMLSanitizerTests {
    /// Cleans a text in one container, pictures written as `[picture ADDRESS]`.
    private func clean(_ html: String) -> String {
        var sanitizer = HTMLSanitizer()
        var anchors = AnchorNames()
        let floor = sanitizer.enter()
        let pieces = sanitizer.clean(html, anchors: &anchors).map { piece in
            switch piece {
            case .markup(let markup): markup
            case .picture(let tag): "[picture \(tag["src"] ?? "")]"
            }
        }
        return pieces.joined() + sanitizer.leave(floor)
    }

    @Test(arguments: [
        ("<b>bold</b> &amp; <i>it</i>", "<b>bold</b> &amp; <i>it</i>"),
        ("<B CLASS=x>bold</b>", "<b>bold</b>"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("&emsp;&#8195;&nope", "&emsp;&#8195;&amp;nope"),
        ("<div align=\"center\">x</div>", "<div align=\"center\">x</div>"),
        ("<font color=red size=3>x</font>", "<font color=\"red\" size=\"3\">x</font>"),
        ("<br/><hr>", "<br><hr>"),
        ("<!-- gone --><b>x</b><!-->y", "<b>x</b>y"),
        ("<?php x ?><!DOCTYPE html>z", "z"),
        ("<made-up>inside</made-up>", "inside"),
        ("<a href='x.md#y' title=\"q&quot;\">l</a>", "<a href=\"x.md#y\" title=\"q&quot;\">l</a>"),
        ("<a name=\"part-1\"></a>", "<a id=\"part-1\"></a>"),
    ])
    func keepsWhatHarmsNobody(html: String, wanted: String) {
        #expect(clean(html) == wanted)
    }

    @Test(arguments: [
        ("</div></section>text", "text"),
        ("<div><p>one", "<div><p>one</p></div>"),
        ("<b><i>x</b>y</i>", "<b><i>x</i></b>y"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<p>a<div>b</div>", "<p>a</p><div>b</div>"),
        (
            "<table><tr><td>a<td>b<tr><td>c</table>",
            "<div class=\"table\"><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table></div>"
        ),
        ("<td>loose</td>", "loose"),
        ("<a href=x>one<a href=y>two</a>", "<a href=\"x\">onetwo</a>"),
    ])
    func leavesEveryElementClosed(html: String, wanted: String) {
        #expect(clean(html) == wanted)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil/x.js></SCRIPT>", "<script>alert(1)",
        "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<a href=javascript:alert(1)>x</a>", "<a href=' java\nscript:alert(1)'>x</a>",
        "<a href=&#106;avascript:alert(1)>x</a>", "<a href=javascript&colon;alert(1)>x</a>",
        "<a href=\"&#x6A&#x61vascript:alert(1)\">x</a>",
        "<a href=\"\u{1}javascript:alert(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>", "<a href=vbscript:x>x</a>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<style>@import 'http://evil/x.css'; body{x:expression(alert(1))}</style>",
        "<div style=\"background:url(javascript:alert(1))\">x</div>",
        "<div style=\"width:expression(alert(1))\">x</div>",
        "<div style=\"position:fixed;inset:0\">x</div>", "<p style=\"b\\61ckground:red\">x</p>",
        "<form action=//evil><input name=q><button formaction=javascript:alert(1)>x</button></form>",
        "<object data=x.swf></object><embed src=x.swf>", "<base href=//evil/>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<link rel=stylesheet href=//evil>",
        "<textarea><img src=x onerror=alert(1)></textarea>", "<xmp><p onclick=alert(1)></xmp>",
        "<title><img src=x onerror=alert(1)></title>",
        "<template><script>alert(1)</script></template>",
        "<details open ontoggle=alert(1)>x</details>", "<body onload=alert(1)>",
        "<b onclick=alert(1)>x</b>",
        "<a/onmouseover=alert(1)/href=x>x</a>", "<a \"onmouseover=alert(1)\">x</a>",
        "<<script>alert(1)</script>",
        "<scr<script>ipt>alert(1)</script>", "<![CDATA[<script>alert(1)</script>]]>",
        "<!--><script>alert(1)</script>-->", "<plaintext><script>alert(1)</script>",
        "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">",
        "<video><source onerror=alert(1)></video>",
    ])
    func leavesNothingThatRunsOrLoads(html: String) {
        let cleaned = clean(html).lowercased()
        for token in HTMLTokenizer(cleaned) {
            guard case .start(let tag) = token else { continue }
            #expect(AllowedHTML.phrase.contains(tag.name) || AllowedHTML.block.contains(tag.name))
            for attribute in tag.attributes {
                #expect(!attribute.name.hasPrefix("on"))
                #expect(
                    !attribute.value.contains("javascript") && !attribute.value.contains("url("))
                #expect(
                    !attribute.value.hasPrefix("data:") && !attribute.value.contains("expression"))
                #expect(
                    attribute.name != "style"
                        && (attribute.name != "class" || attribute.value == "table"))
            }
        }
    }

    @Test func scriptsVanishWithTheirText() {
        #expect(clean("a<script>alert('<b>')</script>b<style>p{}</style>c") == "abc")
    }

    @Test func aTagInsideAContainerCannotCloseWhatIsOutside() {
        var sanitizer = HTMLSanitizer()
        var anchors = AnchorNames()
        _ = sanitizer.clean("<div>", anchors: &anchors)
        let floor = sanitizer.enter()
        #expect(sanitizer.clean("</div><b>", anchors: &anchors) == [.markup(""), .markup("<b>")])
        #expect(sanitizer.leave(floor) == "</b>")
        #expect(sanitizer.clean("</div>", anchors: &anchors) == [.markup("</div>")])
    }

    @Test func nestingIsBounded() {
        let cleaned = clean(String(repeating: "<div>", count: 10_000))
        #expect(cleaned.count < 1000)
    }
}
