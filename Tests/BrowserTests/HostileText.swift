/// Text that tries to run a script in whoever reads it: every way sets `hacked` in the page.
enum HostileText {
    private static let script = "window.hacked=1"

    /// Elements of HTML, as raw HTML in a note or as what a cell shows.
    static let elements: [String] =
        scripts + handlers + addresses + styles + frames + parsers + vectors(of: "svg")

    private static let scripts = [
        "<script>\(script)</script>", "<ScRiPt>\(script)</sCrIpT>", "<script/x>\(script)</script>",
        "<script src=\"data:text/javascript,\(script)\"></script>",
        "<<script>\(script)//<</script>", "<scr<script>ipt>\(script)</scr</script>ipt>",
        "<script\n>\(script)</script\n>", "<script\u{0}>\(script)</script>",
        "<script type=module>\(script)</script>", "<script>\(script)",
        "<noscript><p title=\"</noscript><img src=x onerror=\(script)>\"></noscript>",
    ]

    private static let events = [
        "onload", "onerror", "onclick", "onfocus", "onmouseover", "onpointerenter", "ontoggle",
        "onanimationstart", "ontransitionend", "onwheel", "oncopy", "onbeforeinput", "onscrollend",
        "ONERROR", "onpageshow", "onhashchange", "onbegin", "onend",
        "oncontentvisibilityautostatechange",
    ]

    private static let handlers = events.flatMap { event in
        [
            "<img src=x \(event)=\(script)>", "<img src=x \(event)=\"\(script)\" />",
            "<img/src=x/\(event)=\(script)>", "<details open \(event)='\(script)'>x</details>",
            "<a href=# \(event)=\(script) autofocus tabindex=0>x</a>",
            "<input autofocus \(event)=\(script)>", "<body \(event)=\(script)>",
            "<video><source \(event)=\(script)></video>", "<svg \(event)=\(script)></svg>",
            "<audio src=x \(event)=\(script)></audio>", "<marquee \(event)=\(script)>x</marquee>",
        ]
    }

    /// Addresses that are programs, in the spellings that parsers forgive.
    static let schemes = [
        "javascript:\(script)", "JaVaScRiPt:\(script)", " javascript:\(script)",
        "java\tscript:\(script)", "java\nscript:\(script)", "javascript&#58;\(script)",
        "&#106;avascript:\(script)", "&#x6A&#x61vascript:\(script)", "\u{1}javascript:\(script)",
        "javascript&colon;\(script)", "java&Tab;script:\(script)", "java&NewLine;script:\(script)",
        "vbscript:msgbox(1)", "data:text/html,<script>\(script)</script>",
        "data:text/html;base64,PHNjcmlwdD5wYXJlbnQuaGFja2VkPTE8L3NjcmlwdD4=",
        "data:image/svg+xml,<svg onload='\(script)' xmlns='http://www.w3.org/2000/svg'/>",
        "//evil.invalid/x.js", "javascript://%0a\(script)", "javascript:/*--></title>*/\(script)",
    ]

    private static let addresses = schemes.flatMap { address in
        [
            "<a href=\"\(address)\">x</a>", "<a href='\(address)'>x</a>",
            "<form action=\"\(address)\"><button>x</button></form>",
            "<button formaction=\"\(address)\">x</button>", "<base href=\"\(address)\">",
            "<area href=\"\(address)\">", "<img src=\"\(address)\">",
            "<link rel=stylesheet href=\"\(address)\">",
            "<meta http-equiv=refresh content=\"0;url=\(address)\">",
            "<math href=\"\(address)\">x</math>", "<blockquote cite=\"\(address)\">x</blockquote>",
        ]
    }

    private static let styles = [
        "<style>@import 'data:text/css,*{color:red}';</style>",
        "<p style=\"background:url(javascript:\(script))\">x</p>",
        "<p style=\"width:expression(\(script))\">x</p>",
        "<style><img src=\"</style><img src=x onerror=\(script)>\"></style>",
        "<link rel=preload as=script href=//evil.invalid/x.js>",
    ]

    private static let frames = [
        "<iframe src=\"javascript:parent.hacked=1\"></iframe>",
        "<iframe srcdoc=\"<script>parent.hacked=1</script>\"></iframe>",
        "<object data=\"javascript:parent.hacked=1\"></object>",
        "<embed src=\"javascript:parent.hacked=1\">", "<frameset onload=\(script)>",
        "<portal src=\"javascript:parent.hacked=1\">",
        "<applet code=x></applet>", "<isindex action=javascript:\(script) type=image>",
    ]

    /// Text that one parser ends elsewhere than another.
    private static let parsers = [
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=\(script)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=\(script)>",
        "<svg></p><style><a id=\"</style><img src=x onerror=\(script)>\">",
        "<textarea><p id=\"</textarea><img src=x onerror=\(script)>\">",
        "<title><p id=\"</title><img src=x onerror=\(script)>\">",
        "<xmp><p id=\"</xmp><img src=x onerror=\(script)>\">",
        "<noembed><p id=\"</noembed><img src=x onerror=\(script)>\">",
        "<template><img src=x onerror=\(script)></template>",
        "<!--><img src=x onerror=\(script)>-->", "<!--!><img src=x onerror=\(script)>-->",
        "<!-- --!><img src=x onerror=\(script)>-->", "<![CDATA[<img src=x onerror=\(script)>]]>",
        "<?xml version=\"1.0\"?><img src=x onerror=\(script)>",
        "<!DOCTYPE x [<!ENTITY y '<img src=x onerror=\(script)>'>]>&y;",
        "<img src=\"x` `<script>\(script)</script>\"` `>",
        "<a title='\"><img src=x onerror=\(script)>'>x</a>",
        "<p title=\"`<img src=x onerror=\(script)>`\">x</p>",
        "<img alt=\"\"\"onerror=\(script) src=x>",
        "<table><td background=\"javascript:\(script)\">",
        "<p =\"><img src=x onerror=\(script)>\">x",
        "<select><style></select><img src=x onerror=\(script)></style>",
        "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=\(script)></annotation-xml></math>",
        "<svg><foreignObject><img src=x onerror=\(script)></foreignObject></svg>",
        "<svg><desc><img src=x onerror=\(script)></desc></svg>",
        "</code></pre></div></main><img src=x onerror=\(script)>",
        "</script><img src=x onerror=\(script)>",
        "</style><img src=x onerror=\(script)>", "\"><img src=x onerror=\(script)>",
        "'><img src=x onerror=\(script)>",
        "--><img src=x onerror=\(script)>", "]]><img src=x onerror=\(script)>",
    ]

    private static func vectors(of root: String) -> [String] {
        [
            "<\(root)><script>\(script)</script></\(root)>",
            "<\(root)><a xlink:href=\"javascript:\(script)\"><text y=9>x</text></a></\(root)>",
            "<\(root)><animate onbegin=\(script) attributeName=x dur=1s></\(root)>",
            "<\(root)><set attributeName=onmouseover to=\(script)></\(root)>",
            "<\(root)><a><animate attributeName=href values=javascript:\(script) /><text y=9>x</text></a></\(root)>",
            "<\(root)><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='\(script)'/></svg>#x\"></\(root)>",
            "<\(root)><image href=x onerror=\(script) /></\(root)>",
            "<\(root)><handler type=text/javascript>\(script)</handler></\(root)>",
            "<\(root)><style>@import url(javascript:\(script));</style></\(root)>",
        ]
    }

    /// A note that brings all of it in every way a note has.
    static func note() -> String {
        let quoted = elements.map { "\"" + String(escaping: $0) + "\"" }.joined(separator: ",\n")
        return """
            ---
            title: "<script>\(script)</script>"
            author: "<img src=x onerror=\(script)>"
            ---

            # <img src=x onerror=\(script)> `</code><img src=x onerror=\(script)>`

            \(elements.joined(separator: "\n\n"))

            \(schemes.map { "[x](<\($0)>) ![x](<\($0)>) [x]: \($0)" }.joined(separator: "\n\n"))

            <\(schemes[0])>

            ``` "><img src=x onerror=\(script)>
            x
            ```

            $\\href{javascript:\(script)}{x} \\url{javascript:\(script)} \\htmlData{x=1}{y}$

            $$
            \\text{</span><img src=x onerror=\(script)>} \\tag{<img src=x onerror=\(script)>}
            $$

            | <img src=x onerror=\(script)> | x |
            |:--|:--|
            | "><img src=x onerror=\(script)> | [x](javascript:\(script)) |

            ```python
            from IPython.display import HTML, Markdown, SVG, Latex, display
            texts = [\(quoted)]
            for text in texts:
                print(text)
                for kind in (HTML, Markdown, SVG, Latex):
                    try:
                        display(kind(text))
                    except Exception as mistake:
                        print(mistake)
            hostile = texts[0]
            texts
            ```

            ```python
            #| error: true
            raise ValueError("<img src=x onerror=\(script)>")
            ```

            """
    }
}

extension String {
    /// Text between the quotes of a Python literal.
    fileprivate init(escaping text: String) {
        self = text.unicodeScalars.map {
            switch $0 {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            case let scalar where scalar.value < 0x20:
                "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: String($0)
            }
        }.joined()
    }
}
