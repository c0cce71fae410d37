import Foundation
import Testing

/// A file whose content the tests keep; `NBRUN_ACCEPT=1` takes the new content instead of comparing.
enum GoldenFile {
    static func expect(
        _ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/\(name)")
        if ProcessInfo.processInfo.environment["NBRUN_ACCEPT"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        for (number, (found, wanted)) in zip(lines(text), lines(golden)).enumerated()
        where found != wanted {
            Issue.record(
                "\(name):\(number + 1): \(found)\nis not\n\(wanted)", sourceLocation: sourceLocation
            )
            return
        }
        #expect(text.utf8.count == golden.utf8.count, sourceLocation: sourceLocation)
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
