/// Why a file cannot be read or made.
package enum ArchiveError: Error, Sendable, Equatable {
    /// The library that reads and writes the form is not installed: its name in Debian.
    case missingLibrary(String)
    /// The file does not begin as one of its form does.
    case foreign
    /// The file ends before it should, and where it should.
    case truncated(found: Int, expected: Int)
    /// The file contradicts itself.
    case damaged
    /// What the file holds is larger than what may be read.
    case tooLarge
}
