/// The words that the page itself says, in the note's language.
struct Phrases {
    let contents: String
    let variables: String
    let allVariables: String
    let recorded: String
    let notRun: String
    let imported: String
    let traceback: String
    let missingPicture: String
    let remotePicture: String
    let footnotes: String
    let skip: String
    let theme: String
    let shapes: String
    let copy: String
    let copied: String
    let back: String
    let columns: Columns

    /// The heads of a listing of variables.
    struct Columns {
        let name: String
        let type: String
        let shape: String
        let dtype: String
        let value: String
    }
}

extension Phrases {
    init(language: String) {
        self = language.hasPrefix("zh") ? .chinese : .english
    }

    private static let english = Phrases(
        contents: "Contents", variables: "Variables", allVariables: "All variables",
        recorded: "Output recorded in the note", notRun: "not run",
        imported: "Set for this note",
        traceback: "Traceback", missingPicture: "Missing picture",
        remotePicture: "Picture on the web",
        footnotes: "Footnotes", skip: "Skip to the text", theme: "Light or dark", shapes: "Shapes",
        copy: "Copy", copied: "Copied", back: "Back to the text",
        columns: Columns(name: "Name", type: "Type", shape: "Shape", dtype: "Dtype", value: "Value")
    )

    private static let chinese = Phrases(
        contents: "目录", variables: "变量", allVariables: "全部变量", recorded: "笔记中记录的输出",
        notRun: "未运行", imported: "已为本文设定", traceback: "回溯", missingPicture: "图片缺失",
        remotePicture: "网络图片", footnotes: "脚注", skip: "跳到正文", theme: "浅色或深色", shapes: "形状",
        copy: "复制", copied: "已复制", back: "回到正文",
        columns: Columns(name: "名称", type: "类型", shape: "形状", dtype: "数据类型", value: "值"))
}
