/// Lets through the drawing in an SVG and nothing that runs, loads or reaches out of it.
enum SVGSanitizer {
    private static let elements: Set<String> = [
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
        "tspan", "defs",
        "clipPath", "linearGradient", "radialGradient", "stop", "marker", "pattern", "mask",
        "symbol", "use",
        "image", "title", "desc",
    ]
    /// Elements that hold text only: an HTML parser would read tags inside them as HTML.
    private static let plain: Set<String> = ["title", "desc"]
    /// Elements dropped with their content.
    private static let dropped: Set<String> = [
        "script", "style", "foreignObject", "metadata", "animate", "animateMotion",
        "animateTransform", "set",
        "a", "switch", "iframe", "handler", "listener",
    ]
    private static let attributes: Set<String> = [
        "aria-label", "aria-labelledby", "aria-hidden", "class", "clip-path", "clip-rule", "color",
        "cx", "cy",
        "d", "direction", "dominant-baseline", "dx", "dy", "fill", "fill-opacity", "fill-rule",
        "font-family",
        "font-size", "font-style", "font-weight", "fx", "fy", "gradientTransform", "gradientUnits",
        "height",
        "href", "id", "letter-spacing", "marker-end", "marker-mid", "marker-start", "markerHeight",
        "markerUnits", "markerWidth", "mask", "offset", "opacity", "orient", "paint-order",
        "patternTransform",
        "patternUnits", "points", "preserveAspectRatio", "r", "refX", "refY", "role", "rotate",
        "rx", "ry",
        "shape-rendering", "stop-color", "stop-opacity", "stroke", "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width",
        "style",
        "text-anchor", "textLength", "transform", "vector-effect", "viewBox", "visibility", "width",
        "x", "x1",
        "x2", "xlink:href", "y", "y1", "y2",
    ]
    /// Deeper drawings than anyone makes are cut.
    private static let deepest = 200

    /// The safe part of a drawing, its names prefixed so that two drawings in a page do not mix them up.
    static func clean(_ svg: String, prefix: String) -> String {
        var html = ""
        var open: [String] = []
        var skipped: (name: String, depth: Int)?
        for token in HTMLTokenizer(svg, isXML: true) {
            switch token {
            case .text(let text):
                if skipped == nil, !open.isEmpty {
                    html += HTMLEntities.escapeKeepingReferences(text)
                }
            case .start(let tag):
                if let name = skipped?.name {
                    if name == tag.name, !tag.isSelfClosing { skipped?.depth += 1 }
                } else if isDropped(tag.name) {
                    if !tag.isSelfClosing { skipped = (tag.name, 1) }
                } else if isWelcome(tag.name, in: open) {
                    html += markup(of: tag, prefix: prefix)
                    if tag.isSelfClosing { html += "</\(tag.name)>" } else { open.append(tag.name) }
                }
            case .end(let name):
                if skipped?.name == name {
                    skipped?.depth -= 1
                    if skipped?.depth == 0 { skipped = nil }
                } else if skipped == nil, let index = open.lastIndex(of: name) {
                    html += open[index...].reversed().map { "</\($0)>" }.joined()
                    open.removeSubrange(index...)
                }
            }
        }
        return html + open.reversed().map { "</\($0)>" }.joined()
    }

    /// Case counts in SVG but not for the parser that reads the page.
    private static func isDropped(_ name: String) -> Bool {
        dropped.contains(name) || dropped.contains(name.lowercased())
    }

    private static func isWelcome(_ name: String, in open: [String]) -> Bool {
        guard elements.contains(name), open.count < deepest, name == "svg" || !open.isEmpty else {
            return false
        }
        return !open.contains(where: plain.contains)
    }

    private static func markup(of tag: HTMLTag, prefix: String) -> String {
        var html = "<\(tag.name)"
        for attribute in tag.attributes where attributes.contains(attribute.name) {
            guard let value = value(of: attribute, on: tag.name, prefix: prefix) else { continue }
            html += " \(attribute.name)=\"\(value.escapedHTML)\""
        }
        return html + ">"
    }

    private static func value(of attribute: HTMLTag.Attribute, on element: String, prefix: String)
        -> String?
    {
        let value = attribute.value
        switch attribute.name {
        case "id": return "\(prefix)-\(value)"
        case "aria-labelledby":
            return value.split(separator: " ").map { "\(prefix)-\($0)" }.joined(separator: " ")
        case "href", "xlink:href":
            if value.hasPrefix("#") { return "#\(prefix)-\(value.dropFirst())" }
            return element == "image" && SafeURL.isPictureData(value) ? value : nil
        case "style": return AllowedCSS.drawing(value)
        default: return reference(in: value, prefix: prefix)
        }
    }

    /// `url(#name)` points into the drawing; any other address is dropped.
    private static func reference(in value: String, prefix: String) -> String? {
        guard value.lowercased().contains("url") else { return value }
        let inner = value.trimmed
        guard inner.hasPrefix("url(#"), inner.hasSuffix(")") else { return nil }
        return
            "url(#\(prefix)-\(inner.dropFirst(5).dropLast().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }))"
    }
}
