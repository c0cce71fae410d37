extension Double {
    /// A measured number, zero or more, with so many digits behind the point.
    func fixed(_ digits: Int) -> String {
        let unit = (0..<digits).reduce(1) { unit, _ in unit * 10 }
        let (whole, rest) = Int((self * Double(unit)).rounded()).quotientAndRemainder(
            dividingBy: unit)
        if digits == 0 { return "\(whole)" }
        return "\(whole)." + String(repeating: "0", count: digits - "\(rest)".count) + "\(rest)"
    }
}
