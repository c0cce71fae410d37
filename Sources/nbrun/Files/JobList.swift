import Diagnostics
import Foundation
import Rendering

/// A note to run and where its page goes.
struct Job: Sendable {
    /// The note's path; `-` for standard input.
    let note: String
    /// The page's path; `-` for standard output.
    let page: String
    let format: any OutputFormat
}

/// The notes that the command line names, folders opened.
struct JobList {
    private(set) var jobs: [Job] = []
    /// Where the index page of a folder goes; nil where no folder was given.
    private(set) var index: String?

    /// Throws a `Diagnostic` for what is not there and for an output that can't hold the pages.
    init(notes: [String], output: String?, format: any OutputFormat) throws {
        let isFolder = notes.contains { Self.isDirectory($0) }
        let isOne = notes.count == 1 && !isFolder
        for note in notes {
            if note == "-" {
                jobs.append(Job(note: note, page: output ?? "-", format: format))
            } else if Self.isDirectory(note) {
                try addFolder(note, to: output ?? note, format)
            } else {
                jobs.append(
                    Job(
                        note: note, page: Self.page(for: note, output, isOne: isOne, format),
                        format: format))
            }
        }
        try refuseCollisions()
        if isFolder, format.name == "html" { index = Self.join(output ?? notes[0], "index.html") }
    }

    private static func isDirectory(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            && isDirectory.boolValue
    }

    /// The page of a single note: what `-o` names, in it where it is a folder, or beside the note.
    private static func page(
        for note: String, _ output: String?, isOne: Bool, _ format: any OutputFormat
    ) -> String {
        let name = stem(of: lastComponent(of: note)) + "." + format.fileExtension
        guard let output else {
            let folder = note.dropLast(lastComponent(of: note).count)
            return folder + name
        }
        if output == "-" { return output }
        let isFolder = !isOne || output.hasSuffix("/") || isDirectory(output)
        return isFolder ? join(output, name) : output
    }

    private mutating func addFolder(_ folder: String, to output: String, _ format: any OutputFormat)
        throws
    {
        for path in try NoteList([folder]).notes {
            let file = String(path.dropFirst(folder.count).drop { $0 == "/" })
            let page = Self.stem(of: file) + "." + format.fileExtension
            jobs.append(Job(note: path, page: Self.join(output, page), format: format))
        }
    }

    /// Two notes must not write one page.
    private func refuseCollisions() throws {
        var seen: [String: String] = [:]
        for job in jobs where job.page != "-" {
            if let other = seen.updateValue(job.note, forKey: job.page) {
                throw Diagnostic(
                    .error, "\(other) and \(job.note) would both write \(job.page)",
                    hints: ["rename one, or run them one after the other with an -o of their own"])
            }
        }
    }

    private static func stem(of path: String) -> String { PathParts.stem(of: path) }

    private static func lastComponent(of path: String) -> String {
        PathParts.name(of: path)
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
