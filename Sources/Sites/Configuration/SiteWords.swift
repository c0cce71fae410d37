import Rendering

/// The words that the frame of a site says, in its language.
struct SiteWords {
    let notes: String
    let search: String
    let nothingFound: String
    let previous: String
    let next: String
    let variables: String
    let source: String
    let notFound: String
    let existing: String
    /// What the pages themselves say, for listings that stand in no note.
    private var page: [String: Any] = [:]

    init(language: String) {
        self = language.hasPrefix("zh") ? .chinese : .english
        page = PageWords.values(language: language)
    }

    private init(
        notes: String, search: String, nothingFound: String, previous: String, next: String,
        variables: String, source: String, notFound: String, existing: String
    ) {
        self.notes = notes
        self.search = search
        self.nothingFound = nothingFound
        self.previous = previous
        self.next = next
        self.variables = variables
        self.source = source
        self.notFound = notFound
        self.existing = existing
    }

    private static var english: SiteWords {
        SiteWords(
            notes: "Notes", search: "Search", nothingFound: "Nothing found", previous: "Previous",
            next: "Next", variables: "Variables and models", source: "Source of this page",
            notFound: "There is no such page", existing: "The notes there are")
    }

    private static var chinese: SiteWords {
        SiteWords(
            notes: "笔记", search: "搜索", nothingFound: "没有找到", previous: "上一篇", next: "下一篇",
            variables: "变量与模型", source: "本页源文件", notFound: "没有这一页", existing: "现有的笔记")
    }

    /// As the templates take them.
    var values: [String: Any] {
        page.merging([
            "notes": notes, "search": search, "nothingFound": nothingFound, "previous": previous,
            "next": next, "variables": variables, "source": source,
        ]) { $1 }
    }
}
