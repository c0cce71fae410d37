/// How words look.
package struct TextStyle: Equatable, Sendable {
    /// In points.
    package var size: Double
    package var color: Color
    package var isBold: Bool
    package var isItalic: Bool
    /// Counter-clockwise, in degrees.
    package var rotation: Double
    package var isMonospaced = false

    package init(
        size: Double = 10, color: Color = .black, isBold: Bool = false, isItalic: Bool = false,
        rotation: Double = 0
    ) {
        (self.size, self.color, self.rotation) = (size, color, rotation)
        (self.isBold, self.isItalic) = (isBold, isItalic)
    }
}

/// Which side of a text stands at its place.
package struct TextAnchor: Equatable, Sendable {
    package enum Horizontal: Sendable { case left, center, right }
    package enum Vertical: Sendable { case top, center, bottom, baseline, centerBaseline }

    package var horizontal: Horizontal
    package var vertical: Vertical

    package init(_ horizontal: Horizontal = .left, _ vertical: Vertical = .baseline) {
        (self.horizontal, self.vertical) = (horizontal, vertical)
    }
}

/// Words at a place, with a box and an arrow if wanted.
package struct TextMark: Sendable {
    package var text: String
    package var place: Place
    package var style: TextStyle
    package var anchor: TextAnchor
    package var box: Box?
    package var arrow: Arrow?
    /// Moves the text from its place, in points, upwards positive.
    package var shift = Point(0, 0)

    /// A place in the axes or in the figure.
    package struct Place: Equatable, Sendable {
        package enum Units: Sendable { case data, frame, figure }

        package var at: Point
        package var xUnits, yUnits: Units

        package init(_ at: Point, _ units: Units = .data) {
            (self.at, xUnits, yUnits) = (at, units, units)
        }
    }

    /// A frame around words.
    package struct Box: Equatable, Sendable {
        package var fill: Color?
        package var edge: Stroke
        /// In parts of the font size.
        package var padding: Double
        package var isRound: Bool

        package init(fill: Color?, edge: Stroke, padding: Double, isRound: Bool) {
            (self.fill, self.edge, self.padding, self.isRound) = (fill, edge, padding, isRound)
        }
    }

    /// An arrow from the words to a point.
    package struct Arrow: Equatable, Sendable {
        package enum Head: Sendable { case open, filled, none }

        package var target: Place
        package var stroke: Stroke
        package var head: Head
        package var hasTail = false
        /// How far the curve bends aside, in parts of its length.
        package var bend = 0.0
        package var fill: Color?
        /// The thickness of a solid arrow in points; nil for a line.
        package var thickness: Double?
        /// What stays free at the ends, in points.
        package var shrink = 2.0

        package init(target: Place, stroke: Stroke, head: Head) {
            (self.target, self.stroke, self.head) = (target, stroke, head)
        }
    }

    package init(_ text: String, at place: Place, style: TextStyle, anchor: TextAnchor) {
        (self.text, self.place, self.style, self.anchor) = (text, place, style, anchor)
    }
}
