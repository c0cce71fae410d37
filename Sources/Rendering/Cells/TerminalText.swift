/// Printed text as a terminal would show it: lines written over, colours.
enum TerminalText {
    /// The text as HTML.
    static func html(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) else {
            return text.escapedHTML
        }
        var screen = Screen()
        for scalar in text.unicodeScalars { screen.take(scalar) }
        return screen.finish()
    }

    private struct Style: Equatable {
        var colour: String?
        var isBold = false

        /// Applies the numbers of `ESC [ … m`.
        mutating func apply(_ codes: [Int]) {
            for code in codes.isEmpty ? [0] : codes {
                switch code {
                case 0: self = Style()
                case 1: isBold = true
                case 22: isBold = false
                case 30...37: colour = Self.names[code - 30]
                case 90...97: colour = Self.names[code - 90]
                case 39: colour = nil
                case 38, 48: return  // Colours by number: the rest of the codes belong to it.
                default: break
                }
            }
        }

        private static let names = [
            "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
        ]

        var classes: String {
            [colour.map { "ansi-\($0)" }, isBold ? "ansi-bold" : nil].compactMap { $0 }.joined(
                separator: " ")
        }
    }

    /// The line being written and what came before it.
    private struct Screen {
        private enum State {
            case text, escape
            case sequence(String)
            /// A title or a link, up to its end mark.
            case command
        }

        private var html = ""
        private var line: [(scalar: Unicode.Scalar, style: Style)] = []
        private var column = 0
        private var style = Style()
        private var state = State.text

        mutating func take(_ scalar: Unicode.Scalar) {
            switch state {
            case .text: takeText(scalar)
            case .escape: state = scalar == "[" ? .sequence("") : scalar == "]" ? .command : .text
            case .sequence(let codes):
                if (0x40...0x7E).contains(scalar.value) {
                    state = .text
                    control(scalar, codes)
                } else {
                    state = .sequence(codes + String(Character(scalar)))
                }
            case .command:
                if scalar == "\u{7}" {
                    state = .text
                } else if scalar == "\u{1B}" {
                    state = .escape
                }
            }
        }

        private mutating func takeText(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "\n": endLine()
            case "\r": column = 0
            case "\u{8}": column = max(column - 1, 0)
            case "\u{1B}": state = .escape
            case "\t": put(scalar)
            default: if scalar.value >= 0x20 { put(scalar) }
            }
        }

        private mutating func put(_ scalar: Unicode.Scalar) {
            while line.count < column { line.append((" ", Style())) }
            if column < line.count {
                line[column] = (scalar, style)
            } else {
                line.append((scalar, style))
            }
            column += 1
        }

        private mutating func control(_ final: Unicode.Scalar, _ codes: String) {
            if final == "m" {
                style.apply(
                    codes.split(separator: ";", omittingEmptySubsequences: false).map {
                        Int($0) ?? 0
                    })
            } else if final == "K" {
                line.removeSubrange((codes == "2" ? 0 : min(column, line.count))...)
            }
        }

        private mutating func endLine() {
            flush()
            html += "\n"
        }

        private mutating func flush() {
            var start = 0
            while start < line.count {
                let style = line[start].style
                let end = line[start...].firstIndex { $0.style != style } ?? line.count
                let text = String(String.UnicodeScalarView(line[start..<end].map(\.scalar)))
                    .escapedHTML
                html += style == Style() ? text : "<span class=\"\(style.classes)\">\(text)</span>"
                start = end
            }
            line.removeAll(keepingCapacity: true)
            column = 0
        }

        mutating func finish() -> String {
            flush()
            return html
        }
    }
}
