/// A model unrolled through time: its layers once for every step, and what goes from step to step.
package struct Unrolling: Sendable {
    /// A layer, as a row of boxes over the steps.
    package struct Row: Equatable, Sendable {
        package var name: String
        /// What its boxes say: `SimpleRNN`.
        package var label: String
        package var kind: Kind
        /// What comes out of it, at every step or once.
        package var output: Shape
        package var givesSteps: Bool

        package init(
            _ name: String, label: String, kind: Kind, output: Shape, givesSteps: Bool
        ) {
            (self.name, self.label, self.kind) = (name, label, kind)
            (self.output, self.givesSteps) = (output, givesSteps)
        }
    }

    package enum Kind: Equatable, Sendable {
        /// Every step for itself.
        case steps
        /// States go from step to step, on one way or on two.
        case recurrent([Pass])
        /// All steps at once; one output.
        case whole
        /// What comes after the last step.
        case last
    }

    /// A way through time.
    package struct Pass: Equatable, Sendable {
        /// The names of the states: `h`, or `h` and `c`.
        package var states: [String]
        package var shape: Shape
        package var isBackwards: Bool
        /// Whether the states after the last step are given out.
        package var returnsState: Bool

        package init(
            states: [String], shape: Shape, isBackwards: Bool = false, returnsState: Bool = false
        ) {
            (self.states, self.shape) = (states, shape)
            (self.isBackwards, self.returnsState) = (isBackwards, returnsState)
        }
    }

    /// A shape in letters, and in numbers where they are known.
    package struct Shape: Equatable, Sendable {
        package var letters: [String]
        package var numbers: [Int?]

        package init(_ letters: [String], _ numbers: [Int?]) {
            (self.letters, self.numbers) = (letters, numbers)
        }

        /// The lines of a label: `(N, D)` above `(4, 100)`; letters alone where no number is known.
        var lines: [String] {
            let head = "(\(letters.joined(separator: ", ")))"
            guard numbers.contains(where: { $0 != nil }) else { return [head] }
            let known = zip(letters, numbers).map { letter, number in
                number.map(String.init) ?? letter
            }
            return [head, "(\(known.joined(separator: ", ")))"]
        }
    }

    /// A letter and what it stands for.
    package struct Letter: Equatable, Sendable {
        package var letter: String
        package var meaning: String
        package var number: Int?

        package init(_ letter: String, _ meaning: String, _ number: Int?) {
            (self.letter, self.meaning, self.number) = (letter, meaning, number)
        }

        var text: String { letter + " " + meaning + (number.map { " = \($0)" } ?? "") }
    }

    package var title: String
    /// From the inputs to the outputs.
    package var rows: [Row] = []
    /// What comes in at every step.
    package var input: Shape
    /// How many steps there are; nil where that is open.
    package var stepCount: Int?
    /// How many of them are drawn at most.
    package var shownSteps = 3
    package var letters: [Letter] = []

    package init(_ title: String, input: Shape) { (self.title, self.input) = (title, input) }

    /// The drawing as an SVG document.
    package var svg: String { UnrollingDrawing(self).svg }

    /// The drawing in words.
    var description: String {
        let rows = rows.map {
            "\($0.name) (\($0.label)) → \($0.output.lines.joined(separator: " = "))"
        }
        return ([input.lines.joined(separator: " = ")] + rows).joined(separator: ", ")
            + "; " + letters.map(\.text).joined(separator: ", ")
    }

    /// The names of states after a step: `h₁, c₁`.
    static func symbols(_ names: [String], _ step: String) -> String {
        names.map { "$\($0)_{\(step)}$" }.joined(separator: ", ")
    }

    /// The steps that are drawn, nil for those between: the first ones and the last.
    var columns: [Column] {
        let shown = max(shownSteps, 2)
        if let stepCount, stepCount <= shown + 1 {
            return (1...max(stepCount, 1)).map { .step("\($0)") }
        }
        return (1..<shown).map { .step("\($0)") } + [
            .gap, .step(stepCount.map(String.init) ?? "T"),
        ]
    }

    enum Column: Equatable {
        /// A step and its number as text.
        case step(String)
        /// Steps that are not drawn.
        case gap
    }
}
