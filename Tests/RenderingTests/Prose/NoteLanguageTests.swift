import Diagnostics
import Notebooks
import Testing

@testable import Rendering

@Suite struct NoteLanguageTests {
    @Test(arguments: [
        ("在每个时间戳上，网络层接受输入。", "zh-CN"), ("Weight sharing: 每一个数据，都经过相同的层", "zh-CN"),
        ("Plain English with 一 sign.", "en"), ("これは再帰型ニューラルネットワークです。", "ja"), ("순환 신경망", "ko"),
        ("", "en"),
        ("`代码` 1 + 1", "en"), ("---\nlang: fr\n---\n中文", "fr"),
        ("---\nlang: '\"><script>'\n---\nwords", "en"),
    ])
    func isGuessedFromTheLetters(text: String, wanted: String) {
        #expect(
            NoteLanguage.tag(of: NotebookReader.read(SourceText(name: "n", text: text))) == wanted)
    }
}
