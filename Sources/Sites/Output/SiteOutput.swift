/// Where the files of a site go.
package protocol SiteOutput: Sendable {
    /// Takes a file under its path in the site.
    func write(_ bytes: [UInt8], to path: String) throws
}
