import Testing

@testable import Charts

@Suite struct UnrollingTests {
    private func drawing(steps: Int?, rows: [Unrolling.Row]) -> Unrolling {
        var drawing = Unrolling("net", input: Unrolling.Shape(["N", "D"], [4, 100]))
        drawing.stepCount = steps
        drawing.rows = rows
        drawing.letters = [
            Unrolling.Letter("N", "batch", 4), Unrolling.Letter("T", "steps", steps),
        ]
        return drawing
    }

    private var layer: Unrolling.Row {
        let shape = Unrolling.Shape(["N", "H"], [nil, 64])
        return Unrolling.Row(
            "rnn", label: "SimpleRNN",
            kind: .recurrent([Unrolling.Pass(states: ["h"], shape: shape)]),
            output: shape, givesSteps: false)
    }

    @Test(arguments: [
        (Int?.none, 3, ["1", "2", "…", "T"]), (80, 3, ["1", "2", "…", "80"]),
        (80, 5, ["1", "2", "3", "4", "…", "80"]), (4, 3, ["1", "2", "3", "4"]), (1, 3, ["1"]),
        (0, 3, ["1"]),
    ])
    func theFirstStepsAndTheLastAreDrawn(steps: Int?, shown: Int, expected: [String]) {
        var drawing = drawing(steps: steps, rows: [layer])
        drawing.shownSteps = shown
        let names = drawing.columns.map { column in
            if case .step(let name) = column { name } else { "…" }
        }
        #expect(names == expected)
    }

    @Test func shapesAreInLettersAndNumbers() {
        #expect(Unrolling.Shape(["N", "D"], [4, 100]).lines == ["(N, D)", "(4, 100)"])
        #expect(Unrolling.Shape(["N", "D"], [nil, 100]).lines == ["(N, D)", "(N, 100)"])
        #expect(Unrolling.Shape(["N", "D"], [nil, nil]).lines == ["(N, D)"])
    }

    @Test func theDrawingNamesStatesStepsAndLetters() {
        let svg = drawing(steps: 80, rows: [layer]).svg
        #expect(svg.contains("(4, 100)") && svg.contains("(N, 64)") && svg.contains("T steps = 80"))
        #expect(svg.components(of: ">SimpleRNN<") == 3)
    }

    @Test func everyKindOfRowIsDrawn() {
        let shape = Unrolling.Shape(["N", "K"], [nil, 2])
        let pass = Unrolling.Pass(states: ["h", "c"], shape: shape, returnsState: true)
        var back = pass
        back.isBackwards = true
        let kinds: [Unrolling.Kind] = [.steps, .recurrent([pass, back]), .whole, .last]
        let rows = kinds.enumerated().map { index, kind in
            Unrolling.Row(
                "row \(index)", label: "Box", kind: kind, output: shape, givesSteps: index < 2)
        }
        let svg = drawing(steps: nil, rows: rows).svg
        #expect(svg.components(of: "→ Box") == 3 && svg.components(of: "← Box") == 3)
        #expect(svg.components(of: ">Box<") == 5)
    }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func components(of text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}
