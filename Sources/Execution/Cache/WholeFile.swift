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
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: temporary)
            keepPermissions(of: url, on: temporary)
            guard rename(temporary.path, url.path) == 0 else {
                throw CocoaError(
                    .fileWriteUnknown,
                    userInfo: [NSLocalizedDescriptionKey: String(cString: strerror(errno))])
            }
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw Diagnostic(.error, "\(path) cannot be written: \(reason(error))")
        }
    }

    /// A file that is replaced stays as readable and writable as it was.
    private static func keepPermissions(of old: URL, on new: URL) {
        var status = stat()
        if stat(old.path, &status) == 0 { chmod(new.path, status.st_mode & 0o7777) }
    }

    private static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        if let code = underlying?.code, underlying?.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(code)))
        }
        return error.localizedDescription
    }
}
