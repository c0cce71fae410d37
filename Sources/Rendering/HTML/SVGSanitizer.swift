/// Lets through the drawing in an SVG and nothing that runs, loads or reaches out of it.
struct SVGSanitizer {
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

    private let prefix: String
    private var html = ""
    private var open: [String] = []
    /// The element being skipped with its content, and how many of its name are open in it.
    private var skipped: (name: String, depth: Int)?

    private init(prefix: String) { self.prefix = prefix }

    /// The safe part of a drawing, its names prefixed so that two drawings in a page do not mix them up.
    static func clean(_ svg: String, prefix: String) -> String {
        var sanitizer = SVGSanitizer(prefix: prefix)
        for token in HTMLTokenizer(svg, isXML: true) { sanitizer.take(token) }
        sanitizer.close(to: 0)
        return sanitizer.html
    }

    private mutating func take(_ token: HTMLToken) {
        switch token {
        case .text(let text):
            if skipped == nil, !open.isEmpty { html += HTMLEntities.escapeKeepingReferences(text) }
        case .start(let tag): start(tag)
        case .end(let name): end(name)
        }
    }

    private mutating func start(_ tag: HTMLTag) {
        if let name = skipped?.name {
            if name == tag.name, !tag.isSelfClosing { skipped?.depth += 1 }
        } else if Self.isDropped(tag.name) {
            if !tag.isSelfClosing { skipped = (tag.name, 1) }
        } else if isWelcome(tag.name) {
            html += markup(of: tag)
            open.append(tag.name)
            if tag.isSelfClosing { close(to: open.count - 1) }
        }
    }

    private mutating func end(_ name: String) {
        if let skipped {
            guard skipped.name == name else { return }
            self.skipped = skipped.depth > 1 ? (name, skipped.depth - 1) : nil
        } else if let index = open.lastIndex(of: name) {
            close(to: index)
        }
    }

    private mutating func close(to count: Int) {
        html += open[count...].reversed().map { "</\($0)>" }.joined()
        open.removeLast(open.count - count)
    }

    /// Case counts in SVG but not for the parser that reads the page.
    private static func isDropped(_ name: String) -> Bool {
        dropped.contains(name) || dropped.contains(name.lowercased())
    }

    private func isWelcome(_ name: String) -> Bool {
        guard Self.elements.contains(name), open.count < Self.deepest,
            name == "svg" || !open.isEmpty
        else {
            return false
        }
        return !open.contains(where: Self.plain.contains)
    }

    private func markup(of tag: HTMLTag) -> String {
        var html = "<\(tag.name)"
        for attribute in tag.attributes where Self.attributes.contains(attribute.name) {
            guard let value = value(of: attribute, on: tag.name) else { continue }
            html += " \(attribute.name)=\"\(value.escapedHTML)\""
        }
        return html + ">"
    }

    private func value(of attribute: HTMLTag.Attribute, on element: String) -> String? {
        let value = attribute.value
        switch attribute.name {
        case "id": return "\(prefix)-\(value)"
        case "aria-labelledby":
            return value.split(separator: " ").map { "\(prefix)-\($0)" }.joined(separator: " ")
        case "href", "xlink:href":
            if value.hasPrefix("#") { return "#\(prefix)-\(value.dropFirst())" }
            return element == "image" && SafeURL.isPictureData(value) ? value : nil
        case "style": return AllowedCSS.drawing(value)
        default: return reference(in: value)
        }
    }

    /// `url(#name)` points into the drawing; any other address, or one hidden by escapes, is dropped.
    private func reference(in value: String) -> String? {
        let lowercased = value.lowercased()
        let isPlain = !["url(", "src(", "image(", "\\"].contains(where: lowercased.contains)
        if isPlain { return value }
        let inner = value.trimmed
        guard inner.hasPrefix("url(#"), inner.hasSuffix(")") else { return nil }
        let name = inner.dropFirst(5).dropLast()
        let isName = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        return isName ? "url(#\(prefix)-\(name))" : nil
    }
}
