/// Finds where running text speaks of a numbered equation: `(3)式`, `公式(6)`, `Eqs. (1) and (2)`.
struct EquationReferences {
    /// A piece of text, with the number of the equation it names.
    struct Piece: Equatable {
        var text: String
        var tag: String?
    }

    private struct Candidate {
        var range: Range<Int>
        var tag: String
        var isReference: Bool
    }

    /// Words that make the number behind them an equation's.
    private static let before = [
        "式", "公式", "方程", "方程式", "等式", "由", "据", "见", "代入", "Eq.", "Eqs.", "Eqn.", "Eqns.", "eq.",
        "eqs.",
        "eqn.", "Equation", "Equations", "equation", "equations", "Formula", "formula",
    ].map { Array($0) }
    /// Text that joins the numbers of a list.
    private static let joints: Set<Character> = [
        " ", ",", "，", "、", "和", "与", "及", "至", "到", "-", "–", "~", "a", "n", "d", "o", "r", "t",
    ]

    /// The text cut at its references; `isTag` tells which numbers equations carry.
    static func pieces(of text: String, isTag: (String) -> Bool) -> [Piece] {
        guard text.contains(where: { $0 == "(" || $0 == "（" }) else { return [Piece(text: text)] }
        let characters = Array(text)
        let references = joined(candidates(in: characters, isTag: isTag), in: characters)
        guard !references.isEmpty else { return [Piece(text: text)] }
        var pieces: [Piece] = []
        var position = 0
        for reference in references {
            if reference.range.lowerBound > position {
                pieces.append(
                    Piece(text: String(characters[position..<reference.range.lowerBound])))
            }
            pieces.append(Piece(text: String(characters[reference.range]), tag: reference.tag))
            position = reference.range.upperBound
        }
        if position < characters.count {
            pieces.append(Piece(text: String(characters[position...])))
        }
        return pieces
    }

    private static func candidates(in text: [Character], isTag: (String) -> Bool) -> [Candidate] {
        var candidates: [Candidate] = []
        for start in text.indices where text[start] == "(" || text[start] == "（" {
            // A number like "3.12a" or "A-4"; longer parentheses are prose.
            let end = text[start...].prefix(12).firstIndex { $0 == ")" || $0 == "）" }
            guard let end else { continue }
            let tag = String(text[(start + 1)..<end]).trimmed
            guard isTag(tag) else { continue }
            candidates.append(candidate(tag, start..<(end + 1), in: text))
        }
        return candidates
    }

    private static func candidate(_ tag: String, _ range: Range<Int>, in text: [Character])
        -> Candidate
    {
        let gap = text[..<range.lowerBound].reversed().prefix {
            $0 == " " || $0 == "~" || $0 == "\u{A0}"
        }.count
        let head = text[..<(range.lowerBound - gap)]
        let isNamed = before.contains { word in head.suffix(word.count).elementsEqual(word) }
        let isFollowed = text[range.upperBound...].drop { $0 == " " }.first == "式"
        return Candidate(range: range, tag: tag, isReference: isNamed || isFollowed)
    }

    /// A number in a list with a reference is one too.
    private static func joined(_ candidates: [Candidate], in text: [Character]) -> [Candidate] {
        var candidates = candidates
        func areJoined(_ left: Int, _ right: Int) -> Bool {
            text[candidates[left].range.upperBound..<candidates[right].range.lowerBound]
                .allSatisfy(joints.contains)
        }
        for index in candidates.indices.dropFirst() where candidates[index - 1].isReference {
            if areJoined(index - 1, index) { candidates[index].isReference = true }
        }
        for index in candidates.indices.dropLast().reversed()
        where candidates[index + 1].isReference {
            if areJoined(index, index + 1) { candidates[index].isReference = true }
        }
        return candidates.filter(\.isReference)
    }
}
