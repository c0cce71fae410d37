import Foundation

/// Compares our Python with CPython.
@main
enum Differential {
    static func main() throws {
        let options = try Options(Array(CommandLine.arguments.dropFirst()))
        switch options.task {
        case .folder(let path): try FolderComparison(options).run(path)
        case .random: try RandomComparison(options).run()
        case .mutants(let path): try MutantRun(options).run(path)
        }
    }
}
