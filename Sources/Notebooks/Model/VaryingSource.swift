/// A call whose result no seed fixes: the outputs behind it need not be the same on the next run.
package struct VaryingSource: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Codable { case random, clock }

    package var kind: Kind
    /// The call as the note writes it, without its arguments: `tf.random.normal`.
    package var call: String
    /// The line of the note's file, from 1.
    package var line: Int

    package init(kind: Kind, call: String, line: Int) {
        self.kind = kind
        self.call = call
        self.line = line
    }

    /// `unseeded `tf.random.normal` at line 12`.
    package var description: String {
        let what = call.isEmpty ? "numbers" : "`\(call)`"
        return switch kind {
        case .random: "unseeded \(what) at line \(line)"
        case .clock: "the clock, read by \(what) at line \(line)"
        }
    }
}
