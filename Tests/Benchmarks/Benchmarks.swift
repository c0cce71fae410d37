import FoundationEssentials
import Glibc

/// Measures nbrun and prints one table for each question; never a gate.
@main
enum Benchmarks {
    /// A new table is a file in `Tables/` and a line here.
    static let tables: [any BenchmarkTable] = [
        NotePages(), Previews(), PythonPrograms(), RecurrentLayers(), NoteLoops(),
        TrainingMemory(), SiteBuilds(),
    ]

    static func main() {
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()))
            let bench = try Bench(options)
            defer { bench.scratch.removeAll() }
            print(bench.machine)
            for table in tables where options.wants(table.title) {
                print("\n\(table.title)\n")
                print(try table.measure(bench).text)
            }
        } catch {
            let complaint = Array("\(error)\n".utf8)
            write(STDERR_FILENO, complaint, complaint.count)
            exit(1)
        }
    }
}
