import Foundation

/// Runs the programs of a folder in both Pythons and compares what they print and the error's last line.
struct FolderComparison {
    private let reference: ProgramProcess
    private let ours: ProgramProcess

    init(_ options: Options) throws {
        reference = ProgramProcess(program: try Programs.path(of: options.reference))
        ours = ProgramProcess(program: try Programs.path(of: options.ours))
    }

    func run(_ folder: String) throws {
        let paths = (try FileManager.default.subpathsOfDirectory(atPath: folder))
            .filter { $0.hasSuffix(".py") }.sorted().map { folder + "/" + $0 }
        var differing = 0
        for path in paths {
            let expected = try reference.run(path)
            let actual = try ours.run(path)
            guard expected.output != actual.output || expected.lastError != actual.lastError else {
                continue
            }
            differing += 1
            let difference = Difference(
                [], expected: expected.output + expected.lastError,
                actual: actual.output + actual.lastError)
            print("--- \(path)")
            print("CPython: \(difference.lines.expected)")
            print("ours:    \(difference.lines.actual)")
        }
        print("\(paths.count) programs ran, \(differing) differed")
        exit(differing == 0 ? 0 : 1)
    }
}
