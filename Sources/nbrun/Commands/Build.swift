import ArgumentParser
import Diagnostics
import Execution
import Foundation
import Sites

/// `nbrun build FOLDER -o SITE`: makes a site of a folder of notes.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a site of a folder of notes.",
        discussion: """
            Every note becomes a page; the pages share one style and one set of fonts, know their neighbours, and can be \
            searched without a server. site.yml says the site's title, language, order, repository and url; index.md \
            what its home page says.

            Links that lead nowhere, missing pictures and titles that stand twice are warned of; --strict makes them an \
            error. Notes that have not changed are not run again.

              nbrun build notebooks -o site/public
            """)

    @OptionGroup var site: SiteArguments

    @Option(name: .shortAndLong, help: "The folder of the pages.")
    var output: String = "site/public"

    @Flag(help: "End with status 1 where anything is warned of.")
    var strict = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Option(help: "Colours on the terminal: auto, always or never.")
    var color: ColorArgument = .auto

    func run() throws {
        let reporter = Reporter(color: color, isQuiet: quiet, usesStandardOutput: false)
        do {
            Interrupts.shared.listen()
            let news = try SiteBuild(self, reporter: reporter).run()
            if Interrupts.shared.wasPressed { throw ExitCode(Interrupts.status) }
            let isWarned = news.diagnostics.contains { $0.severity != .note }
            if news.hasFailed || strict && isWarned { throw ExitCode(1) }
        } catch let diagnostic as Diagnostic {
            reporter.show(diagnostic)
            throw ExitCode(2)
        }
    }
}

/// One build of a site into a folder.
private struct SiteBuild {
    let arguments: Build
    let reporter: Reporter
    private let start = ContinuousClock().now

    init(_ arguments: Build, reporter: Reporter) {
        self.arguments = arguments
        self.reporter = reporter
    }

    /// What a build says at its end.
    struct News {
        let diagnostics: [Diagnostic]
        let hasFailed: Bool
    }

    func run() throws -> News {
        let started = Date()
        let source = try arguments.site.source(output: arguments.output)
        let options = try arguments.site.options(isPreview: false)
        let cache = arguments.site.cacheFolder
        let key = cache.flatMap { _ in SiteRecord.key(of: source, options) }
        if let cache, let key, let record = SiteRecord(in: cache, for: arguments.output),
            record.isCurrent(key: key)
        {
            return unchanged(record)
        }
        let folder = SiteFolder(arguments.output)
        let progress = SiteProgress(reporter)
        let site = try SiteBuilder(
            source, worker: NoteWorker(options, cache: cache), output: folder
        ).build { progress.update($0, $1) }
        progress.finish()
        try folder.finish()
        if let cache, let key {
            SiteRecord(site, key: key, started: started, outputs: folder.files)?
                .save(in: cache, for: arguments.output)
        }
        return report(site)
    }

    private func unchanged(_ record: SiteRecord) -> News {
        for diagnostic in record.diagnostics { reporter.show(diagnostic) }
        say("\(record.noteCount) notes, nothing has changed")
        return News(diagnostics: record.diagnostics, hasFailed: record.hasFailed)
    }

    private func report(_ site: Site) -> News {
        for diagnostic in site.diagnostics { reporter.show(diagnostic) }
        say("\(site.noteCount) notes, \(site.executedCount) executed")
        return News(diagnostics: site.diagnostics, hasFailed: site.hasFailed)
    }

    private func say(_ what: String) {
        let (seconds, attoseconds) = (ContinuousClock().now - start).components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        reporter.say(
            "\(arguments.site.folder) → \(arguments.output): \(what), \(milliseconds) ms")
    }
}
