/// Emphasis and bare links beside full-width punctuation.
extension InlineScanner {
    mutating func scanEmphasis() {
        let mark = text[position]
        let end = position + text[position...].prefix { $0 == mark }.count
        let letters = EmphasisRule.letters(
            before: neighbour(buffer.scalar(before: position)),
            after: neighbour(buffer.scalar(at: end)))
        if letters.before { findings.append(.letter(at: buffer.source(position))) }
        if letters.after { findings.append(.letter(at: buffer.source(end - 1) + 1)) }
        position = end
    }

    /// The border of a table's cell is an edge.
    private func neighbour(_ scalar: Unicode.Scalar?) -> Unicode.Scalar? {
        isTableRow && scalar == "|" ? nil : scalar
    }

    /// Ends a bare link before full-width punctuation, which Markdown would take into the address.
    mutating func scanLink() {
        let rest = text[position...]
        let isLink =
            rest.starts(with: "www.".utf8)
            || rest.starts(with: "//".utf8) && position > 0 && text[position - 1] == ASCII.colon
        guard isLink, !isDefinition else {
            position += 1
            return
        }
        position += 2
        while position < text.count, !(text[position] <= ASCII.space), text[position] != ASCII.less
        {
            let byte = text[position]
            if byte == ASCII.star || byte == ASCII.tilde {
                let end = position + text[position...].prefix { $0 == byte }.count
                if buffer.scalar(at: end)?.isCJK ?? false { return endLink() }
                position = end
                continue
            }
            guard byte >= 0x80, let scalar = buffer.scalar(at: position) else {
                position += 1
                continue
            }
            if scalar.isCJK, scalar.isPunctuation { return endLink() }
            position += UTF8.width(scalar)
        }
    }

    private mutating func endLink() {
        findings.append(.linkEnd(at: buffer.source(position)))
    }

    /// Whether the address stands behind `[label]: `, where it may hold anything.
    private var isDefinition: Bool {
        var before = text[..<position]
        if before.last == ASCII.colon { before.removeLast() }
        while before.last?.isLetter ?? false { before.removeLast() }
        while before.last?.isBlank ?? false { before.removeLast() }
        return before.suffix(2).elementsEqual([ASCII.closeBracket, ASCII.colon])
    }
}

/// What nothing is looked for in.
extension InlineScanner {
    mutating func skipHTML() {
        let rest = text[position...]
        position =
            commentEnd(rest) ?? InlineHTML.tag(rest) ?? InlineHTML.autolink(rest) ?? position + 1
    }

    private mutating func commentEnd(_ rest: ArraySlice<UInt8>) -> Int? {
        guard hasCommentEnd, rest.starts(with: "<!--".utf8) else { return nil }
        for end in rest.indices.dropFirst(4) where text[end] == ASCII.greater {
            if text[end - 1] == ASCII.dash, text[end - 2] == ASCII.dash { return end + 1 }
        }
        hasCommentEnd = false
        return nil
    }

    /// Passes over the address in `](address`.
    mutating func skipDestination() {
        position += 1
        guard position < text.count, text[position] == ASCII.openParenthesis else { return }
        let end = text[(position + 1)...].firstIndex {
            $0.isWhitespace || "()[]".utf8.contains($0)
        }
        markPath(from: position + 1, firstBlank: end ?? text.count)
        position = end ?? text.count
    }

    /// Markdown takes no path with blanks; the names of pictures have them all the same.
    private mutating func markPath(from start: Int, firstBlank: Int) {
        guard firstBlank < text.count, text[firstBlank] == ASCII.space, firstBlank > start else {
            return
        }
        let stop = text[firstBlank...].firstIndex { "()[]<>\"'\n".utf8.contains($0) }
        guard let stop, text[stop] == ASCII.closeParenthesis, text[stop - 1] != ASCII.space,
            isPicture(text[start..<stop])
        else { return }
        findings.append(.path(buffer.source(start..<stop)))
    }

    private func isPicture(_ path: ArraySlice<UInt8>) -> Bool {
        let name = String(decoding: path.suffix(5), as: UTF8.self).lowercased()
        return [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp"].contains {
            name.hasSuffix($0)
        }
    }
}
