/// What the tables share: the program, the notes, a folder for what they write, and the yardstick.
struct Bench {
    let options: Options
    let notes: [String]
    let scratch: ScratchFolder
    /// The start-up of an interpreter that readers know, measured in the same rounds; nil where it is missing.
    let yardstick: Command?

    init(_ options: Options) throws {
        for program in [options.program, options.pythonRunner]
        where !Files.isExecutable(program) {
            throw BenchmarkError(
                "there is no program at \(program); build it in release mode first")
        }
        self.options = options
        notes = options.paths.flatMap(Files.notes)
        scratch = try ScratchFolder()
        yardstick = Machine.python.map { Command($0, ["-c", "pass"]) }
    }

    /// Turns a note into a page, in a process of its own.
    func page(of note: String, caching cache: String = "cache") -> Command {
        Command(
            options.program, [note, "-o", scratch.path("page.html"), "--no-cache"],
            environment: ["XDG_CACHE_HOME": scratch.path(cache)])
    }

    /// A line about the machine, for whoever reads the tables elsewhere.
    var machine: String {
        "\(Machine.processor), \(Machine.cores) cores; medians of \(options.runs) runs, taking turns"
    }
}
