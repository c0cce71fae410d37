import Foundation
import Rendering

/// What a site's search looks through: every section of every page, and the words in them.
///
/// It is a script that sets one variable, because a page opened from a disk may not read other files.
struct SearchIndex {
    private struct Contents: Encodable {
        /// Address and title.
        var pages: [[String]] = []
        /// The number of the page, the anchor, the title, the prose.
        var sections: [Section] = []
        /// The sections of each word: the differences between their numbers, in base 36.
        var words: [String: String] = [:]
    }

    private struct Section: Encodable {
        let page: Int
        let section: NoteContent.Section

        func encode(to encoder: any Encoder) throws {
            var values = encoder.unkeyedContainer()
            try values.encode(page)
            try values.encode(section.anchor)
            try values.encode(section.title)
            try values.encode(String(section.text.prefix(SearchIndex.longest)))
        }
    }

    /// Characters of a section that can be shown around a hit; its words are all found.
    private static let longest = 1_500

    private var contents = Contents()
    private var numbers: [String: [Int]] = [:]

    init(_ notes: [SiteNote]) {
        for note in notes { add(note) }
        contents.words = numbers.mapValues(Self.differences)
    }

    private mutating func add(_ note: SiteNote) {
        let content = note.result.content
        let page = contents.pages.count
        contents.pages.append([SitePath.escaped(note.page), content.title])
        for (index, section) in content.sections.enumerated() {
            let number = contents.sections.count
            contents.sections.append(Section(page: page, section: section))
            var text = section.title + "\n" + section.text + "\n" + section.code
            if index == 0 { text += "\n" + content.title }
            for word in SearchWords.words(of: text) { numbers[word, default: []].append(number) }
        }
    }

    private static func differences(_ numbers: [Int]) -> String {
        var last = 0
        var parts: [String] = []
        for number in numbers {
            parts.append(String(number - last, radix: 36))
            last = number
        }
        return parts.joined(separator: " ")
    }

    /// The script.
    func script() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array("window.nbrunIndex=".utf8) + [UInt8](try encoder.encode(contents))
            + Array(";\n".utf8)
    }
}
