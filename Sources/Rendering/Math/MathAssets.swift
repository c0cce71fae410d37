import Foundation

/// Where KaTeX is installed: its program, its style and its fonts.
package struct MathAssets: Sendable {
    let script: URL
    let style: URL
    let fonts: URL

    /// The folders that hold `katex.min.js`, looked through in this order. `NBRUN_KATEX` comes first.
    private static let folders = [
        "/usr/share/javascript/katex", "/usr/local/share/javascript/katex",
        "/usr/share/nodejs/katex/dist",
    ]

    /// The package to install where none is found.
    static let packages = "libjs-katex and fonts-katex"

    /// The KaTeX of this machine; nil where it is not installed.
    package static func installed(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> MathAssets? {
        let candidates = [environment["NBRUN_KATEX"]].compactMap { $0 } + folders
        return candidates.lazy.compactMap { MathAssets(folder: URL(fileURLWithPath: $0)) }.first
    }

    /// A folder as KaTeX distributes it; nil when its program or style is not there.
    package init?(folder: URL) {
        script = folder.appendingPathComponent("katex.min.js")
        style = folder.appendingPathComponent("katex.min.css")
        fonts = folder.appendingPathComponent("fonts")
        let files = [script, style].map(\.path)
        guard files.allSatisfy(FileManager.default.isReadableFile) else { return nil }
    }
}
