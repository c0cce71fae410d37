import Foundation

/// Waits until one of some notes, or a note of some folders, changes.
struct NoteWatch {
    private let names: [String]
    private let before: [String: Date]

    /// Seconds between looks: short for a person, long for a processor.
    private static let interval = 0.3

    init(_ names: [String]) throws {
        self.names = names
        before = try Self.dates(of: names)
    }

    func waitForChange() throws {
        while try Self.dates(of: names) == before, !Interrupts.shared.wasPressed {
            Thread.sleep(forTimeInterval: Self.interval)
        }
    }

    private static func dates(of names: [String]) throws -> [String: Date] {
        var dates: [String: Date] = [:]
        for note in try NoteList(names).notes {
            let attributes = try? FileManager.default.attributesOfItem(atPath: note)
            dates[note] = attributes?[.modificationDate] as? Date
        }
        return dates
    }
}
