/// A drawing as an SVG file: with a name and a description for those who do not see it.
struct SVGDocument {
    let title: String
    let description: String
    /// The part of the drawing that is shown.
    let frame: Frame
    /// What the drawing stands on; nil for the page.
    var background: Color?

    /// The file with a canvas' drawing.
    func text(_ canvas: Canvas) -> String {
        let number = PathText.number as (Double) -> String
        let place = [frame.left, frame.top, frame.width, frame.height].map(number)
        var ground = ""
        if let background {
            ground =
                "<rect x=\"\(place[0])\" y=\"\(place[1])\" width=\"\(place[2])\" height=\"\(place[3])\" fill=\"\(background.hex)\"/>"
        }
        let ink = background == nil ? "" : " color=\"#000\""
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(place[2])pt" height="\(place[3])pt" viewBox="\(place.joined(separator: " "))" role="img" aria-labelledby="t d" font-size="10" font-family="var(--latin,DejaVu Sans),var(--cjk,Noto Sans CJK SC),sans-serif" fill="currentColor"\(ink)><title id="t">\(title.escapedXML)</title><desc id="d">\(description.escapedXML)</desc>\(canvas.definitions)\(ground)\(canvas.body)</svg>
            """
    }
}
