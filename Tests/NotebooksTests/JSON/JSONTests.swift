import Foundation
import Testing

@testable import Notebooks

@Suite struct JSONTests {
    @Test func writesAsJupyterDoes() {
        let value = JSON.sorted([
            "b": .array([.integer(1), .string("x")]), "a": .sorted([:]), "c": .array([]),
            "n": .null,
        ])
        #expect(
            value.text
                == "{\n \"a\": {},\n \"b\": [\n  1,\n  \"x\"\n ],\n \"c\": [],\n \"n\": null\n}")
    }

    @Test(arguments: [
        "quote \" and \\", "tab\tand\nline\r", "\u{1}\u{1F}\u{8}\u{C}", "中文 😀", "\u{2028}", "",
    ])
    func escapesSoThatReadersGetTheTextBack(text: String) throws {
        let data = Data(JSON.array([.string(text)]).text.utf8)
        #expect(try JSONDecoder().decode([String].self, from: data) == [text])
    }

    @Test func linesKeepTheirEnds() {
        #expect("a\nb\r\n\nc".splitKeepingLineEnds == ["a\n", "b\r\n", "\n", "c"])
        #expect("a\n".splitKeepingLineEnds == ["a\n"])
        #expect("".splitKeepingLineEnds.isEmpty)
    }
}
