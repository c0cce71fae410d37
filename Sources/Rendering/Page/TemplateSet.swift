import Diagnostics
import Foundation
import Mustache

/// The templates, style and script that pages are made with: the built-in ones, or files that replace them.
package struct TemplateSet: Sendable {
    private let mustache: MustacheLibrary
    /// What all pages look like, and what they do.
    let style: String
    let script: String
    /// The other files, by name: what only sites have.
    private let files: [String: String]

    /// The built-in files by name.
    private static var builtIn: [String: String] {
        [
            "page.mustache": PackageResources.page_mustache,
            "cell.mustache": PackageResources.cell_mustache,
            "error.mustache": PackageResources.error_mustache,
            "variables.mustache": PackageResources.variables_mustache,
            "main.mustache": PackageResources.main_mustache,
            "site.mustache": PackageResources.site_mustache,
            "around.mustache": PackageResources.around_mustache,
            "style.css": PackageResources.style_css, "script.js": PackageResources.script_js,
            "site.css": PackageResources.site_css, "search.js": PackageResources.search_js,
            "theme.js": PackageResources.theme_js, "preview.js": PackageResources.preview_js,
            "favicon.svg": PackageResources.favicon_svg,
        ].mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// Reads a folder whose files replace the built-in ones of the same name, one by one.
    ///
    /// Throws a `Diagnostic` for a folder that cannot be read and for a template that is no Mustache.
    package init(directory: String? = nil) throws {
        var files = Self.builtIn
        if let directory { files.merge(try Self.files(in: directory)) { _, own in own } }
        var mustache = MustacheLibrary()
        for (name, text) in files where name.hasSuffix(".mustache") {
            do {
                try mustache.register(text, named: String(name.dropLast(".mustache".count)))
            } catch {
                let place = Diagnostic.Place(
                    file: directory.map { "\($0)/\(name)" } ?? name,
                    position: Self.position(of: error))
                throw Diagnostic(
                    .error, "the template is not valid Mustache: \(Self.reason(of: error))",
                    at: place)
            }
        }
        self.mustache = mustache
        style = files["style.css"] ?? ""
        script = files["script.js"] ?? ""
        self.files = files
    }

    /// A file that pages of sites refer to, by its name here.
    package func file(_ name: String) -> String { files[name] ?? "" }

    /// What the templates are, in a few letters: pages made with others are others.
    package var fingerprint: String {
        checksum(files.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }.joined().utf8)
            .hexadecimal
    }

    package func render(_ template: String, _ values: [String: Any]) -> String {
        mustache.render(values, withTemplate: template) ?? ""
    }

    private static func files(in directory: String) throws -> [String: String] {
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: directory)
            let wanted = names.filter {
                $0.hasSuffix(".mustache") || builtIn[$0] != nil
            }
            return try Dictionary(
                uniqueKeysWithValues: wanted.map { name in
                    (name, try String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8))
                })
        } catch {
            throw Diagnostic(
                .error, "the templates in \(directory) cannot be read",
                hints: ["give a folder with files like page.mustache and style.css in UTF-8"])
        }
    }

    private static func position(of error: any Error) -> SourcePosition {
        guard let error = error as? MustacheTemplate.ParserError else {
            return SourcePosition(line: 1, column: 1)
        }
        return SourcePosition(line: error.context.lineNumber, column: error.context.columnNumber)
    }

    private static func reason(of error: any Error) -> String {
        "\((error as? MustacheTemplate.ParserError)?.error ?? error)"
    }
}
