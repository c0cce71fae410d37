// The fields are the format's own names.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import Foundation
import Notebooks
import Testing

@testable import Rendering

@Suite struct IPYNBFormatTests {
    private struct File: Decodable {
        struct Cell: Decodable {
            var cell_type: String
            var id: String
            var execution_count: Int?
            var source: [String]
            var outputs: [Output]?
        }
        struct Output: Decodable {
            var output_type: String
            var name: String?
            var text: [String]?
            var data: [String: [String]]?
            var execution_count: Int?
            var ename: String?
            var evalue: String?
            var traceback: [String]?
        }
        var cells: [Cell]
        var nbformat: Int
        var nbformat_minor: Int
    }

    private func file(_ note: ExecutedNotebook = SampleNote.executed) throws -> File {
        let options = try RenderOptions(typesetter: .shared())
        let page = try IPYNBFormat().render(note, options: options)
        #expect(page.bytes.last == UInt8(ascii: "\n"))
        return try JSONDecoder().decode(File.self, from: Data(page.bytes))
    }

    @Test func holdsCellsAndTextInTheirOrder() throws {
        let file = try file()
        #expect((file.nbformat, file.nbformat_minor) == (4, 5))
        #expect(
            file.cells.map(\.cell_type) == ["markdown", "code", "markdown", "code", "markdown"])
        #expect(file.cells[2].source == ["> 然后是一个错误："])
        #expect(file.cells[1].execution_count == 1)
    }

    @Test func outputsAreThoseOfTheRun() throws {
        let outputs = try #require(try file().cells[1].outputs)
        #expect(outputs.map(\.output_type) == ["stream", "stream", "execute_result"])
        #expect(outputs[0].text == ["xt: (4, 100)\n"])
        #expect(outputs[2].data == ["text/plain": ["TensorShape([4, 64])"]])
        let error = try #require(try file().cells[3].outputs?.first)
        #expect(error.ename == "TypeError")
        #expect(error.evalue == "('Keyword argument not understood:', 'return_sequence')")
        #expect(error.traceback?.count == 5)
    }

    @Test func piecesOfOneStreamAreOneOutput() throws {
        var note = SampleNote.executed
        note.runs[0].outputs = [
            .stream(.stdout, "a"), .stream(.stdout, "b\nc\n"), .stream(.stderr, "d"),
        ]
        let outputs = try #require(try file(note).cells[1].outputs)
        #expect(outputs.map(\.text) == [["ab\n", "c\n"], ["d"]])
    }

    @Test func identifiersAreValidAndEachItsOwn() throws {
        let note = SampleNote.silent("```python\nx\n```\n\n```python\nx\n```\n")
        let names = try file(note).cells.map(\.id)
        #expect(Set(names).count == 2)
        #expect(
            names.allSatisfy {
                $0.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 45 }
            })
    }

    @Test func aCellThatDidNotRunHasNoNumber() throws {
        var note = SampleNote.silent("```python\n#| eval: false\nx\n```\n")
        note.runs[0].status = .skipped
        #expect(try file(note).cells[0].execution_count == nil)
    }
}
