/// The line that tells how far an epoch has come, as Keras writes it.
package struct ProgressBar {
    package enum Style: Sendable {
        /// A bar that overwrites itself.
        case bar
        /// One line at the end.
        case line
    }

    private static let width = 30
    /// No line is written anew sooner than this after the one before, in seconds.
    private static let interval = 0.05

    private let style: Style
    private let start: Double
    /// How many steps there are, where that is known.
    package var target: Int?
    /// The names whose values are shown as they are.
    package var stateful: Set<String>
    /// A number with four digits, in exponential notation or not.
    private let format: (Double, _ isExponential: Bool) -> String
    private var values: [(name: String, sum: Double, weight: Double)] = []
    private var seen = 0
    private var writtenWidth = 0
    private var lastUpdate = 0.0
    private var afterFirstStep: Double?

    /// Values of `stateful` names are shown as they are, all others as means over the steps.
    package init(
        _ style: Style, target: Int?, stateful: Set<String>, now: Double,
        format: @escaping (Double, Bool) -> String
    ) {
        self.format = format
        self.style = style
        self.target = target
        self.stateful = stateful
        start = now
    }

    /// What is to be written after a step; empty where it is too soon.
    package mutating func update(
        _ current: Int, _ news: [(name: String, value: Double)], isLast: Bool, now: Double
    ) -> String {
        take(in: news, current)
        seen = current
        let stepTime = stepDuration(current, now)
        if style == .line { return isLast ? line(current, now) : "" }
        guard isLast || now - lastUpdate >= Self.interval else { return "" }
        lastUpdate = now
        return overwritten(current, stepTime, isLast, now)
    }

    private mutating func take(in news: [(name: String, value: Double)], _ current: Int) {
        let steps = Double(max(current - seen, 1))
        for (name, value) in news {
            let place = values.firstIndex { $0.name == name }
            if stateful.contains(name) {
                if let place { values.remove(at: place) }
                values.insert((name, value, 1), at: place ?? values.count)
            } else if let place {
                values[place].sum += value * steps
                values[place].weight += steps
            } else {
                values.append((name, value * steps, steps))
            }
        }
    }

    /// The mean time of a step, of which the first, which includes preparations, does not count.
    private mutating func stepDuration(_ current: Int, _ now: Double) -> Double {
        var duration = 0.0
        if current > 0 {
            if let afterFirstStep, current > 1 {
                duration = (now - afterFirstStep) / Double(current - 1)
            } else {
                duration = (now - start) / Double(current)
            }
        }
        if current == 1 { afterFirstStep = now }
        return duration
    }

    // MARK: Text

    private mutating func overwritten(
        _ current: Int, _ stepTime: Double, _ isLast: Bool, _ now: Double
    ) -> String {
        let before = writtenWidth
        let bar = self.bar(current)
        var info: String
        if target == nil || isLast {
            info = " - \(Self.rounded(now - start))s\(Self.time(stepTime, "step"))"
        } else {
            info = " - ETA: " + Self.remaining(stepTime * Double((target ?? 0) - current))
        }
        info += metrics(byMagnitude: true)
        writtenWidth = bar.count + info.count
        if before > writtenWidth { info += String(repeating: " ", count: before - writtenWidth) }
        let back = String(repeating: "\u{8}", count: before) + "\r"
        return back + bar + info + (isLast ? "\n" : "")
    }

    private func bar(_ current: Int) -> String {
        guard let target else { return Self.padded("\(current)", to: 7) + "/Unknown" }
        let digits = String(max(target, 1)).count
        let share = target > 0 ? Double(current) / Double(target) : 1
        let done = min(max(Int(Double(Self.width) * share), 0), Self.width)
        var text = Self.padded("\(current)", to: digits) + "/\(target) ["
        if done > 0 {
            text += String(repeating: "=", count: done - 1) + (current < target ? ">" : "=")
        }
        return text + String(repeating: ".", count: Self.width - done) + "]"
    }

    private func line(_ current: Int, _ now: Double) -> String {
        let passed = now - start
        let count = target.map {
            Self.padded("\(current)", to: String(max($0, 1)).count) + "/\($0)"
        }
        return (count ?? "\(current)/Unknown") + " - \(Self.rounded(passed))s"
            + metrics(byMagnitude: false) + " -" + Self.time(passed, "epoch") + " -"
            + Self.time(passed / Double(max(current, 1)), "step") + "\n"
    }

    private func metrics(byMagnitude: Bool) -> String {
        values.map { name, sum, weight in
            let mean = sum / max(weight, 1)
            let isLarge = (byMagnitude ? mean.magnitude : mean) > 1e-3
            return " - \(name): " + format(mean, !isLarge)
        }.joined()
    }

    private static func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(width - text.count, 0)) + text
    }

    private static func rounded(_ seconds: Double) -> Int {
        Int(exactly: seconds.rounded(.toNearestOrEven)) ?? 0
    }

    /// ` 3s/step`, ` 12ms/step`, ` 840us/step`.
    private static func time(_ seconds: Double, _ unit: String) -> String {
        if seconds >= 1 || seconds == 0 { return " \(rounded(seconds))s/\(unit)" }
        if seconds >= 1e-3 { return " \(rounded(seconds * 1e3))ms/\(unit)" }
        return " \(rounded(seconds * 1e6))us/\(unit)"
    }

    private static func remaining(_ seconds: Double) -> String {
        let whole = Int(exactly: seconds.rounded(.down)) ?? 0
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        if whole > 3600 {
            return "\(whole / 3600):\(two(whole % 3600 / 60)):\(two(whole % 60))"
        }
        return whole > 60 ? "\(whole / 60):\(two(whole % 60))" : "\(whole)s"
    }
}
