/// Collects a drawing as SVG and remembers how far it reaches.
struct Canvas {
    private(set) var body = ""
    /// What is drawn and not cut: the picture must show at least this.
    private(set) var bounds: Frame?
    /// Whether black stands for the page's ink; not over pictures and in figures with a ground of their own.
    var followsPage = true
    private var clips: [(frame: Frame, name: String)] = []

    // MARK: Paint

    private static let darkestOnDark = 0.16

    /// A colour as attributes of an element. What is too dark for a dark page is given a lighter colour there.
    private func paint(_ attribute: String, _ color: Color?) -> String {
        guard let color, color.alpha > 0 else { return " \(attribute)=\"none\"" }
        var text: String
        if followsPage, color.red == 0, color.green == 0, color.blue == 0 {
            text = " \(attribute)=\"currentColor\""
        } else {
            text = " \(attribute)=\"\(color.hex)\""
            if followsPage, let other = onDarkPage(color, attribute) {
                text += " style=\"\(attribute):light-dark(\(color.hex),\(other.hex))\""
            }
        }
        if color.alpha < 1 { text += " \(attribute)-opacity=\"\(Self.share(color.alpha))\"" }
        return text
    }

    /// What a colour becomes on a dark page, where it would be lost or too loud as it is.
    private func onDarkPage(_ color: Color, _ attribute: String) -> Color? {
        if attribute == "stroke", color.withAlpha(1) == .grid || color.withAlpha(1) == .frame {
            return Color(0x45, 0x4D, 0x58)
        }
        let isSeen = attribute == "stroke" || color.alpha > 0.5
        return isSeen && color.luminance < Self.darkestOnDark ? color.lightened : nil
    }

    /// A share with three digits.
    static func share(_ value: Double) -> String {
        let text = Decimal.text(value, decimals: 3, minus: "-")
        var digits = text[...]
        while digits.hasSuffix("0") { digits = digits.dropLast() }
        if digits.hasSuffix(".") { digits = digits.dropLast() }
        return digits.hasPrefix("0.") ? String(digits.dropFirst()) : String(digits)
    }

    private func strokeAttributes(_ stroke: Stroke, isRound: Bool) -> String {
        guard stroke.isVisible else { return "" }
        var text = paint("stroke", stroke.color)
        if abs(stroke.width - 1) > 1e-9 { text += " stroke-width=\"\(Self.share(stroke.width))\"" }
        if let dash = stroke.dash.lengths(width: stroke.width) {
            text += " stroke-dasharray=\"\(dash.map(Self.share).joined(separator: " "))\""
        } else if isRound {
            text += " stroke-linecap=\"round\""
        }
        return text
    }

    // MARK: Shapes

    /// An open path.
    mutating func line(
        _ path: PathText, _ stroke: Stroke, clip: Frame? = nil, isRound: Bool = false
    ) {
        guard !path.isEmpty, stroke.isVisible else { return }
        let joins = stroke.width > 1.2 ? " stroke-linejoin=\"round\"" : ""
        add(
            "<path d=\"\(path.text)\" fill=\"none\"\(strokeAttributes(stroke, isRound: isRound))\(joins)",
            clip)
    }

    /// A closed path.
    mutating func shape(
        _ path: PathText, fill: Color?, edge: Stroke = Stroke(nil), clip: Frame? = nil
    ) {
        guard !path.isEmpty, (fill?.alpha ?? 0) > 0 || edge.isVisible else { return }
        add(
            "<path d=\"\(path.text)\"\(paint("fill", fill))\(strokeAttributes(edge, isRound: false))",
            clip)
    }

    mutating func rectangle(
        _ frame: Frame, fill: Color?, edge: Stroke = Stroke(nil), radius: Double = 0,
        usesPaper: Bool = false
    ) {
        guard (fill?.alpha ?? 0) > 0 || edge.isVisible else { return }
        let round = radius > 0 ? " rx=\"\(PathText.number(radius))\"" : ""
        var ground = paint("fill", fill)
        if usesPaper, let fill {
            ground = " fill=\"var(--paper,#fff)\" fill-opacity=\"\(Self.share(fill.alpha))\""
        }
        let place = [
            ("x", frame.left), ("y", frame.top), ("width", frame.width), ("height", frame.height),
        ]
        let numbers = place.map { " \($0)=\"\(PathText.number($1))\"" }.joined()
        add("<rect\(numbers)\(round)\(ground)\(strokeAttributes(edge, isRound: false))", nil)
    }

    mutating func image(
        _ picture: Picture, in frame: Frame, flipsX: Bool, flipsY: Bool, isSmooth: Bool,
        clip: Frame?
    ) {
        guard picture.width > 0, picture.height > 0 else { return }
        let data = Base64.encode(PNGEncoder.encode(picture))
        let number = PathText.number as (Double) -> String
        var place = "x=\"\(number(frame.left))\" y=\"\(number(frame.top))\""
        if flipsX || flipsY {
            let x = flipsX ? frame.right : frame.left
            let y = flipsY ? frame.bottom : frame.top
            place =
                "transform=\"translate(\(number(x)) \(number(y))) scale(\(flipsX ? -1 : 1) \(flipsY ? -1 : 1))\""
        }
        let looks = isSmooth ? "" : " style=\"image-rendering:pixelated\""
        add(
            "<image \(place) width=\"\(number(frame.width))\" height=\"\(number(frame.height))\" preserveAspectRatio=\"none\"\(looks) href=\"data:image/png;base64,\(data)\"",
            clip)
    }

    private mutating func add(_ element: String, _ clip: Frame?) {
        body += element
        if let clip { body += " clip-path=\"url(#\(name(of: clip)))\"" }
        body += "/>"
    }

    private mutating func name(of clip: Frame) -> String {
        if let known = clips.first(where: { $0.frame == clip }) { return known.name }
        let name = "c\(clips.count)"
        clips.append((clip, name))
        return name
    }

    // MARK: Groups and text

    mutating func open(_ attributes: String) { body += "<g\(attributes)>" }
    mutating func close() { body += "</g>" }

    /// Adds an element of text as it is.
    mutating func add(text element: String) { body += element }

    /// The colour of words.
    func ink(_ color: Color) -> String {
        followsPage && color == .black ? "" : paint("fill", color)
    }

    /// Says that the drawing reaches over a rectangle.
    mutating func cover(_ frame: Frame) {
        guard frame.left.isFinite, frame.top.isFinite, frame.width.isFinite, frame.height.isFinite
        else { return }
        bounds = bounds.map { $0.union(frame) } ?? frame
    }

    /// The definitions that the body refers to.
    var definitions: String {
        guard !clips.isEmpty else { return "" }
        let paths = clips.map { frame, name in
            var path = PathText()
            path.move(to: Point(frame.left, frame.top))
            path.line(to: Point(frame.right, frame.top))
            path.line(to: Point(frame.right, frame.bottom))
            path.line(to: Point(frame.left, frame.bottom))
            path.close()
            return "<clipPath id=\"\(name)\"><path d=\"\(path.text)\"/></clipPath>"
        }
        return "<defs>\(paths.joined())</defs>"
    }
}
