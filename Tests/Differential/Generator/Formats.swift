extension ProgramGenerator {
    /// A format specification, mostly a valid one.
    mutating func specification() -> String {
        var text = ""
        if random.once(in: 3) {
            text +=
                random.pick(["", "", "*", "0", "é", "{", " "]) + random.pick(["<", ">", "^", "="])
        }
        text += random.pick(["", "", "", "+", "-", " "])
        text += random.pick(["", "", "", "", "", "z"])
        text += random.pick(["", "", "", "#"])
        text += random.pick(["", "", "", "0"])
        text += random.pick(["", "", String(random.below(25))])
        text += random.pick(["", "", "", ",", "_"])
        if random.once(in: 3) { text += "." + random.pick([String(random.below(12)), "0", "30"]) }
        text += random.pick([
            "", "", "d", "f", "g", "e", "s", "x", "X", "o", "b", "c", "n", "%", "E", "G", "F", "f",
            "g",
        ])
        if random.once(in: 50) { text += random.pick(["q", "ff", ",", "r", "}"]) }
        return text
    }

    mutating func formatting() -> String {
        switch random.below(4) {
        case 0: percentFormat()
        case 1: templateFormat()
        default: formattedString()
        }
    }

    private mutating func percentItem() -> String {
        var text = "%"
        text += random.pick(["", "", "", "-", "+", " ", "#", "0", "-+", "+0", "# "])
        text += random.pick(["", "", "", String(random.below(20)), "*"])
        if random.once(in: 3) {
            text += "." + random.pick([String(random.below(12)), "0", "", "*"])
        }
        return text
            + random.pick([
                "d", "i", "s", "r", "f", "g", "e", "x", "X", "o", "c", "%", "a", "G", "E", "F", "u",
                "s", "d",
                "f", "q",
            ])
    }

    private mutating func percentFormat() -> String {
        let prefix = random.once(in: 8) ? "b" : ""
        if random.once(in: 4) {
            let items = (0..<(1 + random.below(3))).map { _ in
                "%(" + random.pick(["a", "b", "nope"]) + ")" + percentItem().dropFirst()
            }
            return
                "\(prefix)'\(items.joined(separator: " "))' % {'a': \(anything(0)), 'b': \(anything(0))}"
        }
        let items = (0..<(1 + random.below(3))).map { _ in percentItem() }
        let values = items.flatMap { item in
            item.filter { $0 == "*" }.map { _ in smallInt() } + [percentValue(item)]
        }
        let right =
            values.count == 1 && random.once(in: 2)
            ? values[0] : "(" + values.joined(separator: ", ") + ",)"
        return "\(prefix)'\(items.joined(separator: "|"))' % \(right)"
    }

    private mutating func percentValue(_ item: String) -> String {
        switch item.last {
        case "d", "i", "x", "X", "o", "u", "c":
            expression(random.pick([.int, .int, .float, .bool]), depth: 0)
        case "f", "g", "e", "F", "G", "E":
            expression(random.pick([.float, .float, .int]), depth: 0)
        default: anything(1)
        }
    }

    private mutating func templateFormat() -> String {
        var text = ""
        for _ in 0..<(1 + random.below(3)) {
            text += random.pick(["", "a", "{{", "}}", " "])
            let field = random.pick([
                "", "", "0", "1", "2", "k", "0[0]", "k[a]", "0.real", "k.nope", "0[-1]", "9",
            ])
            let conversion = random.pick(["", "", "", "!r", "!s", "!a", "!x"])
            let format = random.pick(["", "", ":" + specification(), ":{}", ":>{1}", ":{k}"])
            text += "{" + field + conversion + format + "}"
        }
        if random.once(in: 20) {
            text += random.pick(["{", "}", "{!}", "{:", "{a!", "{0!r", "{[}"])
        }
        let values = (0..<3).map { _ in anything(1) }.joined(separator: ", ")
        return "\(Batch.literal(text)).format(\(values), k=\(anything(1)))"
    }

    private mutating func formattedString() -> String {
        var text = ""
        for _ in 0..<(1 + random.below(3)) {
            text += random.pick(["", "a", "{{", "}}", " ", "é"])
            let value = random.pick([
                variables.last?.name ?? "1", "x", "(x, 1)", "x + 1", "[x][0]", "'t'",
                "{'a': x}['a']".replacing("'", with: "\\u{22}"),
            ])
            let plain = value.contains("\\") ? "x" : value.replacing("'t'", with: "x")
            let padded = plain.hasPrefix("{") ? " " + plain : plain
            let conversion = random.pick(["", "", "", "!r", "!s", "!a", "=", " = ", "=!r"])
            let format = random.pick([
                "", "", ":" + clean(specification()), ":{w}", ":>{w}", ":{w}.{w}f",
            ])
            text += "{" + padded + conversion + format + "}"
        }
        return "(lambda x, w: f'\(text)')(\(anything(1)), \(random.below(15)))"
    }

    /// Without the signs that would end the field.
    private func clean(_ text: String) -> String {
        text.replacing("{", with: "*").replacing("}", with: "")
    }

    /// A number in many formats.
    mutating func deepNumberFormat() -> String {
        let value = random.once(in: 2) ? floatLiteral() : intLiteral()
        let texts = (0..<4).map { _ in Batch.literal(specification()) }.joined(separator: ", ")
        return "for f in [\(texts)]: show(lambda: format(\(value), f))"
    }
}
