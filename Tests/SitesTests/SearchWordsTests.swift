import Testing

@testable import Sites

@Suite struct SearchWordsTests {
    @Test func latinWordsAreWholeAndSmall() {
        #expect(
            SearchWords.words(of: "The SimpleRNNCell, h_t = x1!") == ["the", "simplernncell", "x1"])
    }

    @Test func chineseGivesPairsAndTheLastCharacter() {
        #expect(SearchWords.words(of: "循环单元") == ["循环", "环单", "单元", "元"])
        #expect(SearchWords.words(of: "层") == ["层"])
    }

    @Test func scriptsMeetWithoutMixing() {
        #expect(SearchWords.words(of: "用LSTM单元") == ["用", "lstm", "单元", "元"])
    }

    /// What a reader types as part of a longer word is the beginning of some entry.
    @Test(arguments: ["循环", "环", "单元", "元", "循"])
    func everyPartIsFound(part: String) {
        let words = SearchWords.words(of: "循环单元")
        #expect(words.contains { $0.hasPrefix(part) })
    }
}
