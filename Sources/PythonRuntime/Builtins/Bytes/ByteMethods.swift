/// The work of the methods that `bytes` and `bytearray` share.
enum ByteMethods {
    static func find(
        _ pattern: [UInt8], in bytes: [UInt8], _ range: Range<Int>?, last: Bool = false
    ) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            pattern.withUnsafeBufferPointer { pattern in
                let range = range ?? bytes.indices
                return last
                    ? ByteSearch.last(pattern, in: bytes, range)
                    : ByteSearch.first(pattern, in: bytes, range)
            }
        }
    }

    static func count(_ pattern: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int {
        if pattern.isEmpty { return range.count + 1 }
        return bytes.withUnsafeBufferPointer { bytes in
            pattern.withUnsafeBufferPointer { ByteSearch.count($0, in: bytes, range) }
        }
    }

    static func replace(_ old: [UInt8], in bytes: [UInt8], by new: [UInt8], limit: Int) -> [UInt8] {
        let limit = limit < 0 ? Int.max : limit
        var result: [UInt8] = []
        if old.isEmpty {
            for (index, byte) in bytes.enumerated() {
                if index < limit { result += new }
                result.append(byte)
            }
            return bytes.count < limit ? result + new : result
        }
        var start = 0
        var left = limit
        while left > 0, let place = find(old, in: bytes, start..<bytes.count) {
            result += bytes[start..<place]
            result += new
            start = place + old.count
            left -= 1
        }
        return result + bytes[start...]
    }

    static func split(_ bytes: [UInt8], _ separator: [UInt8]?, limit: Int, fromRight: Bool)
        -> [ArraySlice<UInt8>]
    {
        let limit = limit < 0 ? Int.max : limit
        guard let separator else { return words(bytes, limit: limit, fromRight: fromRight) }
        var pieces: [ArraySlice<UInt8>] = []
        var range = 0..<bytes.count
        while pieces.count < limit,
            let place = find(separator, in: bytes, range, last: fromRight)
        {
            let end = place + separator.count
            pieces.append(
                fromRight ? bytes[end..<range.upperBound] : bytes[range.lowerBound..<place])
            range = fromRight ? range.lowerBound..<place : end..<range.upperBound
        }
        pieces.append(bytes[range])
        return fromRight ? pieces.reversed() : pieces
    }

    private static func words(_ bytes: [UInt8], limit: Int, fromRight: Bool)
        -> [ArraySlice<UInt8>]
    {
        var words: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while true {
            if fromRight {
                while rest.last?.isByteSpace == true { rest.removeLast() }
            } else {
                while rest.first?.isByteSpace == true { rest.removeFirst() }
            }
            if rest.isEmpty || words.count == limit { break }
            if fromRight {
                let start = rest.lastIndex { $0.isByteSpace }.map { $0 + 1 } ?? rest.startIndex
                words.append(rest[start...])
                rest = rest[..<start]
            } else {
                let end = rest.firstIndex { $0.isByteSpace } ?? rest.endIndex
                words.append(rest[..<end])
                rest = rest[end...]
            }
        }
        if !rest.isEmpty { words.append(rest) }
        return fromRight ? words.reversed() : words
    }

    static func lines(_ bytes: [UInt8], keepingEnds: Bool) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var place = 0
        while place < bytes.count {
            guard bytes[place] == 10 || bytes[place] == 13 else {
                place += 1
                continue
            }
            let isPair = bytes[place] == 13 && place + 1 < bytes.count && bytes[place + 1] == 10
            let end = place + (isPair ? 2 : 1)
            lines.append(bytes[start..<(keepingEnds ? end : place)])
            (start, place) = (end, end)
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    static func strip(_ bytes: [UInt8], _ set: [UInt8]?, left: Bool, right: Bool)
        -> ArraySlice<UInt8>
    {
        func isCut(_ byte: UInt8) -> Bool { set.map { $0.contains(byte) } ?? byte.isByteSpace }
        var rest = bytes[...]
        if left { rest = rest.drop(while: isCut) }
        if right { while let last = rest.last, isCut(last) { rest.removeLast() } }
        return rest
    }

    static func expandTabs(_ bytes: [UInt8], _ size: Int) -> [UInt8] {
        var result: [UInt8] = []
        var column = 0
        for byte in bytes {
            if byte == 9 {
                let blanks = size > 0 ? size - column % size : 0
                result += [UInt8](repeating: 32, count: blanks)
                column += blanks
            } else {
                result.append(byte)
                column = byte == 10 || byte == 13 ? 0 : column + 1
            }
        }
        return result
    }

    /// Upper case behind anything but a letter, lower case behind letters.
    static func title(_ bytes: [UInt8]) -> [UInt8] {
        var followsLetter = false
        return bytes.map { byte in
            defer { followsLetter = byte.isASCIILetter }
            return followsLetter ? byte.lowercased : byte.uppercased
        }
    }

    static func isTitle(_ bytes: [UInt8]) -> Bool {
        var followsLetter = false
        var found = false
        for byte in bytes {
            if byte.isASCIIUpper == followsLetter, byte.isASCIILetter { return false }
            found = found || byte.isASCIILetter
            followsLetter = byte.isASCIILetter
        }
        return found
    }

    /// Two digits a byte, with a separator between groups counted from the right, or the left for negative sizes.
    static func hex(_ bytes: [UInt8], separator: String?, group: Int) -> String {
        var result = ""
        for (index, byte) in bytes.enumerated() {
            if let separator, group != 0, index > 0 {
                let distance = group > 0 ? bytes.count - index : index
                if distance % Int(clamping: group.magnitude) == 0 { result += separator }
            }
            result += Quoting.hex(byte, 2)
        }
        return result
    }
}
