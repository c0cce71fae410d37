import Notebooks
import Testing

@testable import Rendering

@Suite struct ShapeLineTests {
    @Test func namesOfOneShapeShareIt() {
        let notes = [
            ShapeNote(line: 4, name: "out", shape: "(4, 64)", dtype: "float32"),
            ShapeNote(line: 4, name: "h", shape: "(4, 64)", dtype: "float32"),
            ShapeNote(line: 2, name: "names", shape: "3 items", dtype: ""),
        ]
        #expect(
            ShapeLine.lines(of: notes) == [
                ShapeLine(line: 2, text: "names  3 items"),
                ShapeLine(line: 4, text: "out, h  (4, 64) float32"),
            ])
    }

    @Test func differentShapesOnALineStandSideBySide() {
        let notes = [
            ShapeNote(line: 1, name: "a", shape: "(2,)", dtype: "int32"),
            ShapeNote(line: 1, name: "b", shape: "(3,)", dtype: "int32"),
        ]
        #expect(ShapeLine.lines(of: notes).map(\.text) == ["a  (2,) int32 · b  (3,) int32"])
    }
}
