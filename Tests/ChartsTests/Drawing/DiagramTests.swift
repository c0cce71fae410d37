import Testing

@testable import Charts

@Suite struct DiagramTests {
    private func diagram(_ count: Int, _ arrows: [(Int, Int)]) -> Diagram {
        var diagram = Diagram("model")
        diagram.boxes = (0..<count).map { Diagram.Box(["layer \($0)"]) }
        diagram.arrows = arrows.map { Diagram.Arrow($0.0, $0.1) }
        return diagram
    }

    private func layout(_ diagram: Diagram) -> DiagramLayout {
        DiagramLayout(diagram, boxSizes: diagram.boxes.map { _ in (60, 24) })
    }

    /// A chain, a diamond with a long way round, two inputs, and parts without arrows.
    static let shapes: [(Int, [(Int, Int)])] = [
        (4, [(0, 1), (1, 2), (2, 3)]), (5, [(0, 1), (0, 2), (1, 3), (2, 3), (0, 4), (3, 4)]),
        (6, [(0, 2), (1, 4), (2, 3), (3, 4), (4, 5), (2, 5)]), (3, []), (1, []),
        (7, [(0, 3), (1, 4), (2, 5), (3, 6), (4, 6), (5, 6), (0, 6)]),
    ]

    @Test(arguments: shapes.indices, Diagram.Direction.allCases)
    func boxesKeepApartAndArrowsGoOneWay(shape: Int, direction: Diagram.Direction) {
        var diagram = diagram(Self.shapes[shape].0, Self.shapes[shape].1)
        diagram.direction = direction
        let layout = layout(diagram)
        for (index, a) in layout.frames.enumerated() {
            for b in layout.frames[(index + 1)...] {
                #expect(
                    a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top)
            }
        }
        for (arrow, way) in zip(diagram.arrows, layout.ways) {
            #expect(way.count >= 2)
            let (start, end) = (layout.frames[arrow.start], layout.frames[arrow.end])
            switch direction {
            case .down: #expect(start.bottom <= way[0].y && way[way.count - 1].y <= end.top)
            case .up: #expect(start.top >= way[0].y && way[way.count - 1].y >= end.bottom)
            case .right: #expect(start.right <= way[0].x && way[way.count - 1].x <= end.left)
            case .left: #expect(start.left >= way[0].x && way[way.count - 1].x >= end.right)
            }
        }
    }

    @Test func aChainStandsInOneLine() {
        let layout = layout(diagram(4, [(0, 1), (1, 2), (2, 3)]))
        #expect(Set(layout.frames.map(\.left)).count == 1)
    }

    @Test func branchesDoNotCrossWhereTheyNeedNot() {
        let layout = layout(diagram(6, [(0, 3), (1, 2), (2, 4), (3, 5)]))
        let isLeftAbove = layout.frames[0].left < layout.frames[1].left
        #expect((layout.frames[3].left < layout.frames[2].left) == isLeftAbove)
        #expect((layout.frames[5].left < layout.frames[4].left) == isLeftAbove)
    }

    @Test func arrowsThatGoRoundEndTheLayoutAllTheSame() {
        #expect(layout(diagram(3, [(0, 1), (1, 2), (2, 0)])).frames.count == 3)
    }

    @Test func aDrawingSaysItsWordsAndEscapesThem() {
        var diagram = diagram(2, [(0, 1)])
        diagram.boxes[0].heading = ["a<b & $c$"]
        diagram.boxes[1].rows = [Diagram.Row("output", "(None, 64)")]
        diagram.groups = [Diagram.Group("encoder", 0..<2)]
        let svg = diagram.svg
        #expect(svg.contains("a&lt;b &amp; $c$") && svg.contains("(None, 64)"))
        #expect(svg.contains("encoder") && svg.contains("aria-labelledby"))
        #expect(Diagram("empty").svg.isEmpty)
    }
}
