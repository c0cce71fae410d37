/// Boxes, and the arrows between them: how the parts of a model hang together.
package struct Diagram: Sendable {
    package struct Box: Equatable, Sendable {
        /// The lines at the head, the first one in bold.
        package var heading: [String]
        package var rows: [Row]
        package var look: Look

        package init(_ heading: [String], rows: [Row] = [], look: Look = .plain) {
            (self.heading, self.rows, self.look) = (heading, rows, look)
        }
    }

    /// A line of a box: a name, and what it stands for.
    package struct Row: Equatable, Sendable {
        package var name: String
        package var text: String

        package init(_ name: String, _ text: String) { (self.name, self.text) = (name, text) }
    }

    package enum Look: Equatable, Sendable {
        case plain
        /// Where something comes in.
        case source
        /// What keeps a state.
        case recurrent
    }

    /// From one box to another, by their numbers.
    package struct Arrow: Hashable, Sendable {
        package var start: Int
        package var end: Int

        package init(_ start: Int, _ end: Int) { (self.start, self.end) = (start, end) }
    }

    /// A frame with a title around some boxes, which may hold other frames.
    package struct Group: Equatable, Sendable {
        package var title: String
        package var boxes: Range<Int>

        package init(_ title: String, _ boxes: Range<Int>) {
            (self.title, self.boxes) = (title, boxes)
        }
    }

    /// Where the arrows go, by Graphviz' names.
    package enum Direction: String, Sendable, CaseIterable {
        case down = "TB"
        case up = "BT"
        case right = "LR"
        case left = "RL"

        var isVertical: Bool { self == .down || self == .up }
    }

    package var title: String
    package var boxes: [Box] = []
    package var arrows: [Arrow] = []
    package var groups: [Group] = []
    package var direction = Direction.down

    package init(_ title: String) { self.title = title }

    /// The diagram as an SVG document; empty where there are no boxes.
    package var svg: String { boxes.isEmpty ? "" : DiagramDrawing(self).svg }

    /// Who goes where, in words.
    var description: String {
        let names = boxes.map { $0.heading.joined(separator: " ") }
        guard !arrows.isEmpty else { return names.joined(separator: ", ") }
        return arrows.map { "\(names[$0.start]) → \(names[$0.end])" }.joined(separator: ", ")
    }
}
