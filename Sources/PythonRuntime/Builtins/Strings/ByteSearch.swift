import Glibc

/// Searching byte sequences: in UTF-8 a match of whole code points is a match of their bytes.
enum ByteSearch {
    /// The first place of a pattern within a range.
    static func first(_ pattern: TextBytes, in bytes: TextBytes, _ range: Range<Int>) -> Int? {
        guard pattern.count <= range.count else { return nil }
        guard let wanted = pattern.baseAddress, pattern.count > 0, let base = bytes.baseAddress
        else { return range.lowerBound }
        var start = range.lowerBound
        let end = range.upperBound - pattern.count + 1
        // Where first bytes promise too much in vain, the search goes on in time that is surely linear.
        var patience = 16 + range.count / 8
        while start < end, let found = memchr(base + start, Int32(wanted.pointee), end - start) {
            let place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if pattern.count == 1 || memcmp(found, wanted, pattern.count) == 0 { return place }
            start = place + 1
            patience -= 1
            if patience < 0 { return firstLinear(pattern, in: bytes, start..<range.upperBound) }
        }
        return nil
    }

    /// The search of Knuth, Morris and Pratt: no byte is looked at twice.
    private static func firstLinear(_ pattern: TextBytes, in bytes: TextBytes, _ range: Range<Int>)
        -> Int?
    {
        var fallback = [0]
        var matched = 0
        for index in pattern.indices.dropFirst() {
            while matched > 0, pattern[index] != pattern[matched] {
                matched = fallback[matched - 1]
            }
            if pattern[index] == pattern[matched] { matched += 1 }
            fallback.append(matched)
        }
        matched = 0
        for index in range {
            while matched > 0, bytes[index] != pattern[matched] { matched = fallback[matched - 1] }
            if bytes[index] == pattern[matched] { matched += 1 }
            if matched == pattern.count { return index - matched + 1 }
        }
        return nil
    }

    /// The last place of a pattern within a range.
    static func last(_ pattern: TextBytes, in bytes: TextBytes, _ range: Range<Int>) -> Int? {
        guard pattern.count <= range.count else { return nil }
        guard let wanted = pattern.baseAddress, pattern.count > 0, let base = bytes.baseAddress
        else { return range.upperBound }
        var position = range.upperBound - pattern.count
        while position >= range.lowerBound {
            if base[position] == wanted.pointee,
                memcmp(base + position, wanted, pattern.count) == 0
            {
                return position
            }
            position -= 1
        }
        return nil
    }

    /// How often a pattern that is not empty occurs without overlapping, counted up to a limit.
    static func count(
        _ pattern: TextBytes, in bytes: TextBytes, _ range: Range<Int>, limit: Int = .max
    ) -> Int {
        var count = 0
        var start = range.lowerBound
        while count < limit,
            let place = first(pattern, in: bytes, start..<range.upperBound)
        {
            count += 1
            start = place + pattern.count
        }
        return count
    }

    /// Whether a pattern stands at a place of a range.
    static func matches(
        _ pattern: TextBytes, in bytes: TextBytes, at place: Int, before end: Int
    ) -> Bool {
        guard place >= 0, place + pattern.count <= end else { return false }
        guard let wanted = pattern.baseAddress, let base = bytes.baseAddress else { return true }
        return memcmp(base + place, wanted, pattern.count) == 0
    }
}
