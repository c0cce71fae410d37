/// The HTML that a note may write itself.
enum AllowedHTML {
    /// Elements of running text.
    static let phrase: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font",
        "i",
        "img", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
        "strike",
        "strong", "sub", "sup", "tt", "u", "var", "wbr",
    ]

    /// Elements that stand on lines of their own.
    static let block: Set<String> = [
        "article", "aside", "blockquote", "caption", "center", "col", "colgroup", "dd", "details",
        "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li",
        "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr",
        "ul",
    ]

    static let void: Set<String> = ["br", "col", "hr", "img", "wbr"]

    /// Elements that vanish with everything in them.
    static let dropped: Set<String> = [
        "iframe", "math", "noembed", "noframes", "noscript", "plaintext", "script", "select",
        "style",
        "svg", "template", "textarea", "title", "xmp",
    ]

    /// Elements that are meaningless outside a table; a browser would move them about.
    static let tableParts: Set<String> = [
        "caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr",
    ]

    /// What a start tag closes by itself, and how far up it looks.
    static func impliedEnd(of name: String) -> (closes: Set<String>, within: Set<String>)? {
        switch name {
        case "li": (["li"], ["ul", "ol"])
        case "dd", "dt": (["dd", "dt"], ["dl"])
        case "td", "th": (["td", "th"], ["tr", "table"])
        case "tr": (["tr", "caption", "colgroup"], ["table"])
        case "tbody", "thead", "tfoot":
            (["tbody", "thead", "tfoot", "caption", "colgroup"], ["table"])
        default: block.contains(name) ? (["p"], block.subtracting(["p"])) : nil
        }
    }

    private static let everywhere: Set<String> = [
        "title", "lang", "dir", "align", "valign", "style",
    ]
    private static let byElement: [String: Set<String>] = [
        "a": ["href"],
        "font": ["color", "size", "face"],
        "ol": ["start", "type", "reversed"],
        "ul": ["type"],
        "li": ["value", "type"],
        "td": ["colspan", "rowspan", "width", "height", "bgcolor"],
        "th": ["colspan", "rowspan", "width", "height", "bgcolor", "scope"],
        "tr": ["bgcolor"],
        "table": ["border", "cellpadding", "cellspacing", "width", "bgcolor"],
        "col": ["span", "width"],
        "colgroup": ["span", "width"],
        "details": ["open"],
        "hr": ["width", "size"],
        "img": ["width", "height"],
    ]

    /// Attributes whose value is a number, with `%` or `px` perhaps.
    private static let lengths: Set<String> = [
        "width", "height", "colspan", "rowspan", "span", "border", "cellpadding", "cellspacing",
        "start",
        "value", "size",
    ]

    /// The value an attribute may keep on an element; nil to drop it.
    static func value(of attribute: HTMLTag.Attribute, on element: String) -> String? {
        let name = attribute.name
        guard everywhere.contains(name) || byElement[element]?.contains(name) == true else {
            return nil
        }
        switch name {
        case "href": return SafeURL.link(attribute.value)
        case "style": return AllowedCSS.declarations(attribute.value)
        case _ where lengths.contains(name): return length(attribute.value)
        default: return attribute.value
        }
    }

    private static func length(_ value: String) -> String? {
        let value = value.filter { !$0.isWhitespace }
        let isLength =
            !value.isEmpty && value.utf8.count <= 12
            && value.utf8.allSatisfy { $0.isASCIIDigit || "+-.%px".utf8.contains($0) }
        return isLength ? value : nil
    }
}
