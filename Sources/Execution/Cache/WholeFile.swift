import Diagnostics
import Foundation

/// Writes a file so that a reader finds the old one or the new one, never half of one.
package enum WholeFile {
    /// Throws a `Diagnostic` that names the path and the reason.
    package static func write(_ bytes: [UInt8], to path: String) throws {
        // A link stays one: what it points to is replaced.
        let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let folder = url.deletingLastPathComponent()
        let temporary = folder.appendingPathComponent(".\(url.lastPathComponent).\(getpid()).tmp")
            .path
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try fill(temporary, with: bytes)
            keepPermissions(of: url.path, on: temporary)
            try check(rename(temporary, url.path))
        } catch {
            unlink(temporary)
            throw Diagnostic(.error, "\(path) cannot be written: \(reason(error))")
        }
    }

    /// Makes a file that was not there with these bytes.
    private static func fill(_ path: String, with bytes: [UInt8]) throws {
        // What a killed program with our number left behind, or somebody put there.
        unlink(path)
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        try check(file)
        do {
            try bytes.withUnsafeBytes { bytes in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let count = Glibc.write(
                        file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                    if count < 0, errno == EINTR { continue }
                    try check(Int32(truncatingIfNeeded: min(count, 0)))
                    rest = rest.dropFirst(count)
                }
            }
        } catch {
            close(file)
            throw error
        }
        // Some file systems notice only here that there is no room.
        try check(close(file))
    }

    private static func check(_ status: Int32) throws {
        if status < 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    /// A file that is replaced stays as readable and writable as it was.
    private static func keepPermissions(of old: String, on new: String) {
        var status = stat()
        if stat(old, &status) == 0 { chmod(new, status.st_mode & 0o7777) }
    }

    private static func reason(_ error: any Error) -> String {
        if let error = error as? POSIXError {
            return String(cString: strerror(error.code.rawValue))
        }
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        if let code = underlying?.code, underlying?.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(code)))
        }
        return error.localizedDescription
    }
}
