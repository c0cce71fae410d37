/// Lines of text with the room they take.
struct TextBlock {
    let lines: [RichText]
    let size: Double

    /// Above and below the base line, in parts of the font size.
    static let ascent = 0.76
    static let descent = 0.24
    /// From line to line.
    static let leading = 1.2

    init(_ text: String, size: Double) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { RichText($0) }
        self.size = size
    }

    var width: Double { (lines.map(\.width).max() ?? 0) * size }

    var height: Double {
        (Double(lines.count - 1) * Self.leading + Self.ascent + Self.descent) * size
    }
}

extension Canvas {
    /// Writes a text at a place; gives the rectangle around it, before turning where `rotation` is none.
    @discardableResult
    mutating func text(
        _ text: String, at place: Point, _ style: TextStyle, _ anchor: TextAnchor,
        box: TextMark.Box? = nil
    ) -> Frame {
        let block = TextBlock(text, size: style.size)
        guard place.isFinite, !text.allSatisfy(\.isWhitespace) else {
            return Frame(left: place.x, top: place.y, width: 0, height: 0)
        }
        let turned = Self.turned(block, style.rotation)
        let frame = Self.frame(of: block, turned, at: place, anchor)
        cover(frame)
        let middle = Point(frame.left + frame.width / 2, frame.top + frame.height / 2)
        if let box { draw(box, around: block, middle, style) }
        write(block, style, anchor.horizontal, around: middle)
        return frame
    }

    private static func turned(_ block: TextBlock, _ degrees: Double) -> (
        width: Double, height: Double
    ) {
        let angle = degrees * .pi / 180
        let (sine, cosine) = (abs(Turning.sine(angle)), abs(Turning.cosine(angle)))
        return (
            block.width * cosine + block.height * sine, block.width * sine + block.height * cosine
        )
    }

    private static func frame(
        of block: TextBlock, _ turned: (width: Double, height: Double), at place: Point,
        _ anchor: TextAnchor
    ) -> Frame {
        let left: Double
        switch anchor.horizontal {
        case .left: left = place.x
        case .center: left = place.x - turned.width / 2
        case .right: left = place.x - turned.width
        }
        let top: Double
        switch anchor.vertical {
        case .top: top = place.y
        case .center: top = place.y - turned.height / 2
        case .bottom: top = place.y - turned.height
        case .baseline: top = place.y - turned.height + TextBlock.descent * block.size
        // Half of the height of a digit below the place.
        case .centerBaseline:
            top =
                place.y - turned.height / 2 + (TextBlock.descent - 0.22) * block.size / 2 + 0.09
                * block.size
        }
        return Frame(left: left, top: top, width: turned.width, height: turned.height)
    }

    private mutating func draw(
        _ box: TextMark.Box, around block: TextBlock, _ middle: Point, _ style: TextStyle
    ) {
        let pad = box.padding * style.size
        let (width, height) = (block.width + 2 * pad, block.height + 2 * pad)
        let frame = Frame(
            left: middle.x - width / 2, top: middle.y - height / 2, width: width, height: height)
        if style.rotation != 0 {
            open(
                " transform=\"rotate(\(Self.share(-style.rotation)) \(PathText.number(middle.x)) \(PathText.number(middle.y)))\""
            )
        }
        rectangle(frame, fill: box.fill, edge: box.edge, radius: box.isRound ? pad : 0)
        if style.rotation != 0 { close() } else { cover(frame) }
    }

    /// Writes the lines around their middle, turned about it.
    private mutating func write(
        _ block: TextBlock, _ style: TextStyle, _ alignment: TextAnchor.Horizontal,
        around middle: Point
    ) {
        let x: Double
        let anchorName: String
        switch alignment {
        case .left: (x, anchorName) = (middle.x - block.width / 2, "")
        case .center: (x, anchorName) = (middle.x, "middle")
        case .right: (x, anchorName) = (middle.x + block.width / 2, "end")
        }
        let first = middle.y - block.height / 2 + TextBlock.ascent * block.size
        var attributes = " x=\"\(PathText.number(x))\" y=\"\(PathText.number(first))\""
        if style.size != 10 { attributes += " font-size=\"\(Self.share(style.size))\"" }
        if !anchorName.isEmpty { attributes += " text-anchor=\"\(anchorName)\"" }
        if style.isBold { attributes += " font-weight=\"bold\"" }
        if style.isItalic { attributes += " font-style=\"italic\"" }
        if style.isMonospaced { attributes += " font-family=\"monospace\"" }
        attributes += ink(style.color)
        if style.rotation != 0 {
            attributes +=
                " transform=\"rotate(\(Self.share(-style.rotation)) \(PathText.number(middle.x)) \(PathText.number(middle.y)))\""
        }
        add(text: "<text\(attributes)>\(Self.content(of: block, x: x))</text>")
    }

    private static func content(of block: TextBlock, x: Double) -> String {
        if block.lines.count == 1 { return spans(block.lines[0], size: block.size) }
        return block.lines.enumerated().map { index, line in
            let down = index == 0 ? 0 : TextBlock.leading * block.size
            return
                "<tspan x=\"\(PathText.number(x))\" dy=\"\(PathText.number(down))\">\(spans(line, size: block.size))</tspan>"
        }.joined()
    }

    private static func spans(_ line: RichText, size: Double) -> String {
        var height = 0.0
        return line.runs.map { run in
            var attributes = ""
            let move = (height - run.rise) * size
            if abs(move) > 0.01 { attributes += " dy=\"\(PathText.number(move))\"" }
            height = run.rise
            if run.scale != 1 {
                attributes += " font-size=\"\(PathText.number(run.scale * size))\""
            }
            if run.isItalic { attributes += " font-style=\"italic\"" }
            if run.isBold { attributes += " font-weight=\"bold\"" }
            let text = run.text.escapedXML
            return attributes.isEmpty ? text : "<tspan\(attributes)>\(text)</tspan>"
        }.joined()
    }
}

extension String {
    /// Fit to stand in XML: markup escaped, what XML cannot hold left out.
    var escapedXML: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += " "
            case "\u{FFFE}", "\u{FFFF}": break
            default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
