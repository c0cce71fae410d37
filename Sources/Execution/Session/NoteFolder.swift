/// The folder that a note stands in: what its cells may read.
struct NoteFolder {
    let path: String

    /// The folder of a note's file; the current one for standard input.
    init(of file: String) {
        guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            path = "."
            return
        }
        path = slash == file.startIndex ? "/" : String(file[..<slash])
    }
}
