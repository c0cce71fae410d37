import PythonRuntime

/// A picture that a note saves: always a drawing, since nothing here makes pixels.
enum PictureFile {
    /// The endings that matplotlib knows.
    private static let formats = [
        "eps", "jpeg", "jpg", "pdf", "pgf", "png", "ps", "raw", "rgba", "svg", "svgz", "tif",
        "tiff",
        "webp",
    ]

    /// Saves a drawing into the note's layer: beside a file of pixels that was asked for, under the same name
    /// with the ending `.svg`, and says so.
    static func save(_ svg: String, to path: String, format: String?, in python: Interpreter) throws
    {
        let ending = try self.ending(of: path, format, python)
        let file = ending == "svg" && path.hasSuffix(".svg") ? path : drawing(for: path)
        try NoteFolderAccess.of(python).write(Array(svg.utf8), to: file, in: python)
        guard file != path else { return }
        DisplayChannel.of(python).remark(
            "\(name(of: path)) is saved as the drawing \(name(of: file)): nbrun makes no pictures of pixels"
        )
    }

    /// The file in which the drawing stands that a note saved as a picture of pixels.
    static func drawing(for path: String) -> String {
        guard let ending = self.ending(of: path), formats.contains(ending) else {
            return path + ".svg"
        }
        return path.dropLast(ending.count) + "svg"
    }

    private static func ending(of path: String) -> String? {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        return name[name.index(after: dot)...].lowercased()
    }

    private static func name(of path: String) -> Substring {
        path.split(separator: "/").last ?? path[...]
    }

    private static func ending(
        of path: String, _ format: String?, _ python: Interpreter
    ) throws -> String {
        let ending = format?.lowercased() ?? self.ending(of: path) ?? "png"
        guard formats.contains(ending) else {
            throw python.valueError(
                "Format '\(ending)' is not supported (supported formats: \(formats.joined(separator: ", ")))"
            )
        }
        return ending
    }
}
