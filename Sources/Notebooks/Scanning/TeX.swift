/// TeX between delimiters.
enum TeX {
    /// Without the blanks at both ends, but for one that a backslash makes a space.
    static func trimmed(_ tex: String) -> String {
        var scalars = tex.unicodeScalars[...]
        while let first = scalars.first, first.isMarkdownSpace { scalars.removeFirst() }
        while let last = scalars.last, last.isMarkdownSpace {
            if scalars.dropLast().last == "\\" { break }
            scalars.removeLast()
        }
        return String(scalars)
    }
}
