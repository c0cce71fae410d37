import Testing

@testable import Rendering

@Suite struct StyleSheetTests {
    @Test func dropsCommentsAndIndentation() {
        #expect(
            StyleSheet.compact("/* a */\n.x {\n    color: red; /* b\n c */\n}\n\n")
                == ".x {\ncolor: red;\n}")
    }
}
