/// A number's text in its parts, to be grouped, filled and aligned.
struct NumberLayout {
    /// `-`, `+`, a blank, or nothing.
    var sign = ""
    /// `0x` and its kin.
    var prefix = ""
    var digits: String
    /// What stands behind the integer digits: `.5e+10`, `%`.
    var rest = ""
    /// Digits in a group; none in `inf` and `nan`.
    var groupSize: Int? = 3

    /// The text of a specification.
    func text(_ specification: FormatSpecification, in python: Interpreter) throws -> String {
        try python.checkSize(1, times: specification.width)
        let fixedWidth = sign.utf8.count + prefix.utf8.count + rest.unicodeScalars.count
        var digits = self.digits
        if let grouping = specification.grouping {
            let minimum = specification.isZeroFilled ? specification.width - fixedWidth : 0
            digits = grouped(grouping, minimum: minimum)
        }
        let blanks = max(
            specification.width - fixedWidth - digits.unicodeScalars.count, 0)
        let fill = String(specification.fill)
        func padding(_ count: Int) -> String { String(repeating: fill, count: count) }
        let head = sign + prefix
        switch specification.alignment {
        case .left: return head + digits + rest + padding(blanks)
        case .right: return padding(blanks) + head + digits + rest
        case .center:
            return padding(blanks / 2) + head + digits + rest + padding(blanks - blanks / 2)
        case .afterSign: return head + padding(blanks) + digits + rest
        }
    }

    /// Digits with separators between groups; zeros in front fill up a width.
    private func grouped(_ grouping: FormatSpecification.Grouping, minimum: Int) -> String {
        guard let groupSize else {
            return String(repeating: "0", count: max(minimum - digits.utf8.count, 0)) + digits
        }
        var reversed: [UInt8] = []
        var count = 0
        var source = Array(digits.utf8)[...]
        while !source.isEmpty || reversed.count < minimum {
            if count > 0, count % groupSize == 0 { reversed.append(grouping.rawValue) }
            reversed.append(source.popLast() ?? UInt8(ascii: "0"))
            count += 1
        }
        return String(decoding: reversed.reversed(), as: UTF8.self)
    }
}

extension FormatSpecification {
    /// The sign to show before a number.
    func sign(isNegative: Bool) -> String {
        if isNegative { return "-" }
        return sign == "+" || sign == " " ? sign.map { String($0) } ?? "" : ""
    }

    /// A text aligned in the width.
    func aligned(_ text: String, in python: Interpreter) throws -> String {
        guard width > 0 else { return text }
        try python.checkSize(fill.utf8.count, times: width)
        let blanks = max(width - text.unicodeScalars.count, 0)
        func padding(_ count: Int) -> String { String(repeating: String(fill), count: count) }
        switch alignment {
        case .left: return text + padding(blanks)
        case .right, .afterSign: return padding(blanks) + text
        case .center: return padding(blanks / 2) + text + padding(blanks - blanks / 2)
        }
    }
}
