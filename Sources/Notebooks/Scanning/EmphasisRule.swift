/// Makes emphasis work beside full-width punctuation, as in `**重要：**后`.
///
/// CommonMark lets a run of `*` or `~` open and close emphasis by what stands beside it, and takes
/// punctuation beside a letter for the wrong side. Chinese and Japanese have no spaces to tell, so
/// here CJK punctuation counts as a letter, and other punctuation does not hinder beside CJK text.
enum EmphasisRule {
    /// On which sides of a run an invisible letter makes Markdown see this; `nil` is the text's
    /// edge.
    static func letters(
        before: Unicode.Scalar?, after: Unicode.Scalar?
    ) -> (before: Bool, after: Bool) {
        (needsLetter(at: before, across: after), needsLetter(at: after, across: before))
    }

    private static func needsLetter(
        at near: Unicode.Scalar?, across far: Unicode.Scalar?
    ) -> Bool {
        guard let near, near.isPunctuation else { return false }
        return near.isCJK || (far?.isCJK ?? false)
    }
}
