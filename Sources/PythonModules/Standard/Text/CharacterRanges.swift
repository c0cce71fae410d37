/// What the Unicode standard 14 says of ranges of code points, written small.
///
/// An entry is the distance from the entry before, a letter for the value and how many more code points have it;
/// numbers have the base 36.
struct CharacterRanges {
    private var starts: [UInt32] = []
    private var ends: [UInt32] = []
    private var values: [UInt8] = []

    init(_ text: String) {
        var next: UInt32 = 0
        for entry in text.utf8.split(separator: UInt8(ascii: " ")) {
            guard let place = entry.firstIndex(where: { (65...90).contains($0) }) else { continue }
            let start = next + Self.number(entry[..<place])
            let end = start + Self.number(entry[entry.index(after: place)...])
            starts.append(start)
            ends.append(end)
            values.append(entry[place])
            next = end + 1
        }
    }

    private static func number(_ digits: Substring.UTF8View) -> UInt32 {
        digits.reduce(0) { $0 * 36 + UInt32($1 < 58 ? $1 - 48 : $1 - 87) }
    }

    /// The letter of a code point; nil where no range has it.
    subscript(value: UInt32) -> UInt8? {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < starts.count && starts[low] <= value ? values[low] : nil
    }
}

extension CharacterRanges {
    /// East Asian widths: wide, full, ambiguous, narrow and half; all others are neutral.
    static let widths = """
        wN2m yA 0N1 0A 0N1 0A1 1A 1N 0A1 0N 0A4 1A4 1A3 6A 9A 6A1 5A3 4A 1A2 1A1 2A 1A1 3A3 1A 1A 2A \
        fA 1A 7A aA1 3A 5A2 4A 6A3 1A 3A3 1A 4A1 iA1 3A 2qA 1A 1A 1A 1A 1A 1A 1A 38A fA 2qA 2A 1A2 1A \
        2A 7A3 1A 1A wA33 8F1 6F3 7F 1F 3Ag 0F 0A6 7Ag 1A6 1jA eA1r 1A 66F 12F1 1eF1 3F 1jF7 rF3 6Fa \
        7iF 1oF1 2tFd 1nF1 1dF1 fF sF1 1F bF4 vF 2F5 6kF 8F1 2F1 mF 7F 1F2 4F1 9F1 2F1 4F7 1F3 2F 5F1 \
        pF1 3F 6F3 2F1 mF 7F 2F 2F 2F1 1F 5F3 2F1 3F2 1F6 4F 1F6 hF9 3F 9F 3F mF 7F 2F 5F1 aF 3F 3F1 \
        1Fe 4F1 cF6 7F 3F 8F1 2F1 mF 7F 2F 5F1 9F1 2F1 3F6 3F3 2F 5F1 iF9 2F 6F2 3F 4F2 2F 1F 2F2 2F2 \
        3F2 cF3 5F2 3F 4F1 1F5 1Fd lF4 dF 3F nF gF1 9F 3F 4F6 2F 3F1 1F1 4F1 aF6 mF 3F nF aF 5F1 9F 3F \
        4F6 2F5 2F 4F1 aF 2Fc dF 3F 1fF 3F 6F3 gF1 qF 3F iF2 oF 9F 1F1 7F2 1F3 6F 1F 8F5 aF1 3Fb 1mF3 \
        tF10 2F 1F 5F oF 1F nF1 5F 1F 6F1 aF1 4Fv 20F 10F3 13F 10F fF dF10 5iF 1F4 1F1 1cW2n 6hF 4F1 \
        7F 1F 4F1 15F 4F1 xF 4F1 7F 1F 4F1 fF 1lF 4F1 1vF1 wF2 qF5 2eF1 6F1 ilF2 2hF6 mF8 oF8 kFb dF \
        3F 2Fb 2mF1 aF5 aF5 qF5 2hF6 17F4 1yF9 vF cF3 cF3 1F2 16F1 5Fa 18F3 qF5 bF2 1qF1 1tF tF1 bF5 \
        aF5 eF1 vF1c 25F2 1bF 38F7 1oF2 fF2 1oF6 17F1 bF7 17F4 euF1 6F1 12F1 6F1 8F 1F 1F 1F vF1 1hF \
        fF eF1 6F jF1 3F 9F gA 2A3 1A1 2A1 2A2 1A3 8A 1A1 1A 5A 2A 12F cF1 0A aA 1A3 aF dF2 9H 2A kFe \
        xFe 3A 1A 3A 9A 2A aA1 3A 4A 13A1 6A3 1Ab 4A9 fA 2F3 0A9 uA1 oA 1A iA oA 1A1 3A1 2A 3A 1A 3A \
        4A 2A3 2A 1A 1A5 1A 5A3 4A1 aA 3A 5A dA1 2A3 2A1 2A1 iA1 2A1 dA 3A bA pA 2aA 7W1 dW1 5aW3 3W \
        2W 1fFo bFk 0A3t 1A2o 4Az cAf 2A3 aA1 1A6 8A1 2A1 4A1 2A1 4A2 2A 2A3 gA3 9A dW1 6A1 2A 4A1 4W1 \
        6A 1A xA 1A 5Wb cA1 1A2 1A3 1A1 1A fW jW aA1 1W 8W1 hW1 0A 4W1 0A7 0W 0A4 0W 0Ac 1A 4A1 0W 0A6 \
        0W1 0A 0W 0A3 0W 0A1 0W 0A1 5W 4W1 sW kA eW 1W 4W2 1W uA9 lW2 oW eW 12N7 bbN1 b8W1 1fW 4W 0A3 \
        qF1 wF 9pF4 19F 1F4 1F1 1kF6 2Fd oF8 7F 7F 7F 7F 7F 7F 7F 7F 3iFx 0Wp 0F 0W2g 0Fb 0W5x 0Fp 0Wb \
        0F4 0W1p 1F 0W2d 0F1 0W2u 0F4 0W16 0F 0W2l 0F 0W2b 0Fb 0W1a 0F 0W13 0A7 0W5f3 1sWh3g 0F2 0W1i \
        0F8 9oFj 54F7 5nF4 2F 1F 5Fn 1nF2 aF5 1kF7 1yF7 cF5 38Fa 1Ws 0F2 26F bF3 xF 1jF8 eF1 aF1 2vFn \
        sF9 6F1 6F1 6F8 7F 7F 1oF3 3iF1 aF5 0W8mb 0Fb nF3 1dF3 1kwA4xr 0Wa5 0F1 0W2x 0F11 7Fb 5F4 qF \
        5F 1F 2F 2F 3hFf cdF1 1iF6 1Fv gAf 0W9 0F5 gWy 0F 0Wi 0F 0W3 0F3 5F 3rF1 1F2o 0H2l 0F2 0H5 0F1 \
        0H5 0F1 0H5 0F1 0H2 0Fa 0H6 0F9 4A 0F1 cF qF jF 2F fF1 eFx 3fF4 3F3 19F2 2gF dF2 1F1a 1aF3l \
        tF2 1dFe sF3 10F8 uF4 17F4 uF 11F3 eF15 4eF1 aF5 10F3 10F3 14F7 1gFa cF fF 7F 2F bF fF 7F 2F1u \
        8nF8 mF9 8Fn 6F 16F 9F1w 6F1 1F 18F 2F2 1F1 nF 20F7 9F1b jF 2F4 xF2 rF4 1F1r 1kF3 kF1 1eF 2F4 \
        8F 3F tF1 3F3 aF6 9F6 1sFv 13F3 cF8 1iF2 tF1 rF4 qF6 4Fb 7F27 21F1i 1fFc 1fF6 1aF7 aF85 vF 16F \
        3F1 2F25 14F7 16Fl qF11 sFj nF8 26F3 10F8 1wF9 1F1 pF6 aF5 1hF iF7 13F8 2oF kFa iF 18F1s 7F 1F \
        4F fF bF5 1nF4 aF5 4F 8F1 2F1 mF 7F 2F 5F aF1 2F1 3F1 1F5 1F4 7F1 7F2 5F3u 2kF 5Ft 20F7 aF4l \
        1iF1 12Fx 1xFa aF5 dFi 1mF5 aF1h rF1 fF3 nF54 1oF2r 2bFb 8F1 1F1 8F 2F uF 2F1 cF8 aF1x 8F1 \
        1aF1 bFq 20F7 2bFc 21F7a 9F 19F eF9 tF2 wF1 mF eF20 7F 2F 18F2 1F 2F 9F7 aF5 6F 2F 11F 2F 6F6 \
        aF8l pF52 1Fe 1eFc pnF2t 33F 5Fa 5gF217 2rFc trF 9F346 g7F6ns ftF6 vF aF3 29F aF5 uF1 6F9 1yF9 \
        aF 7F lF4 jFj3 2jF2s 23F3 1lF6 hF1r 0W4 0Fa 0W1 0Fd 0W4qf 0F7 0Wyd 0F15 0W8 0F6w6 0W3 0F 0W6 \
        0F 0W1 0F 0W82 0F18 0W2 0Fg 0W3 0F7 0Waz 0F1s3 2zF4 dF2 9F6 aF1 8F3mj 1aF1 nF8 38F1n 6uF9 13F1 \
        5eFk 1yF49 kFb 2fF8 pF3q 2dF 1zF 2F1 1F1 2F1 4F cF 1F 7F 1tF 4F1 8F 7F sF 4F 5F 1F2 7F 9gF1 \
        84F1 jiFe 5F fFun vF68 7F hF1 7F 2F 5F5w 19F2 eF1 aF3 2F8v vFg 1mF4 1Fyn 7F 4F 2F fF 5hF1 gF14 \
        24F3 aF3 2Fls 1wF23 1pF5d 4F rF 2F 1F1 1F aF 4F 1F 1F5 1F3 1F 1F 1F 3F 2F 1F1 1F 1F 1F 1F 1F \
        2F 1F1 4F 7F 4F 4F 1F aF hF4 3F 5F hF1f 2F7h 4W 13F3 2sFb fF1 fF eW 0F 11F9 0Aa 5At 2A1l 6At \
        0W 0A1 0W9 0Ah 1F1j qW2 0Fc 0W17 0F3 0W8 0F6 0W1 0Fd 0W5 0F49 0Ww cW8 1W1x 1Wl cW16 4W4 cWg 3W \
        3W1y 1W 1W56 2W1q dW3 1Wn iW qW1 dW 2eW2c 1cW1x 6W 3W2 2W2 0F4 0W2 bW1 0F2 4W8 0F2 38Fb 2hF6 \
        0Wb 0F3 0W 0Fe cF3 1kF7 aF5 14F7 uF1 2F25 cW1a 1W9 1W54 2cFb eF1 0W4 0F2 0W4 0F2 0W6 0F8 0Ws \
        0F2 0Wa 0F4 0W5 0F9 0W9 0F5 0W7 0F7 0W6 0F8 43F 1jF10 aFsl 0Wwyn 0Fv 0W37c 0F6 0W65 0F1 0W4g1 \
        0Fd 0W5rk 0F2e6 0Wf1 0F15t 0W3t6 0Ffcfp 1Ft 2oF3j 0A6n 0F1e6n 0A1ekd 0F1 0A1ekd 0F1
        """

    /// Directions of writing where a code point's category does not tell them: the letters stand for
    /// `UnicodeDataModule.directions`.
    static let directions = """
        9T 0C 0T 0U 0C eC2 0T 1M1 0G2 0M4 0F 0D 0F 0D1 0E9 0D 0M5 rM 14C qD 0M 5M 8G1 0E1 2M1 1E 2M3 \
        e1M1 bM9 sM 3rM 9M 8M 6yI 8rP 1P 2P 2P 9Pq 4P5 bB5 2A 0G1 0A 0D 0A dA1b lB9 0G 0B1 0A2 1A2s 7B \
        7A1 7A1 0E9 0Aj 1A1 1At tA2g bA eP16 9P1 1M2 0P 3Pn 4P 9P 3P 7Pe 1Po 5P 1Aa 5Au 1B1 eA15 oB \
        7rI adI 7bM6 0I 1rI 6I 3sI 15I avIm 2Iq 1I 1I 3pI7 1I5 1Ia 5hI1 159I aqM9 6Ma 8pM1 ezI9 9I8 \
        whI 0P 6Mh 2J 0Q 0N 0L 0S 0D 0G4 0Me 0D 2Mn 7K 0R 0H 0O 6E 3E5 0F1 4E9 0F1 4iG wI 0Mf 15M 3sF \
        0G 82I1w qI 5mM13 0Ej 0I25 0Ml bwI 5lMt 30I73 s9M6 74M2c bwM2 1lM 59M 44If 2oIs dIt 9Me 0Ir \
        3I1d 0Me 0Ib 4I4m 4I2q 2Iu mj2M2 2rM aM1 47M8 2wM 0I1 4rI1 1G 1mM3 e7I2 69I fr5P 1P9 0F 0Pc \
        1P4 1P 1P1 1P1 1P9 0A36 gAa2 iA1r 2A1h 14Ac jM9 mMs 3D 0M 0D 1M 0D 0M1 7G 0M1 0F1 4M 1G 0M 4A4 \
        1A3q 4M1 0G2 0M4 0F 0D 0F 0D1 0E9 0D 0M5 rM 10M4 43M2 79M 1hI8 0M23 1I1 1tI18 6cEq zoP5 2P \
        1P17 1P1 3P 2Pm 1P1z 8P8 1cPi 1P1 5Pw 3M 0Pp 5P 1sP1j 4Pj 2P1a fP3 1P2 1Ps aP8 7P8 7P1r wP10 \
        6Pb 9P1h 3M6 0Pl 2Pq 5Pp 7P3 cP6 28P20 1jP1e dP1e 7P5 0Az cB9 86Bu 1P15 3P 2P1 26P13 8Al bA8 \
        mPh 4P3 12Pr kPm 2jMj 2fI fI 13mMc 5uI jrI1 fqI 4q8I8 av7I9 wsM f5lI 3ozI37 1oI6t aI12 2I1n \
        5I2 mI1 7It 4I1m ygI 1lI 1lI 1lI 1lI 10E1d 0Ie7 1jI3 1eI7 1Id 1I1 1c8I 1bkP5g 2P8 1cP1v 7P 4P9 \
        4P1 ltA1v 24A1o 5eA3 1Aq 1A1 1A 2A 1A9 1A3 1A 1A 6A 4A 1A 1A 1A2 1A1 1A 2A 1A 1A 1A 1A 1A1 1A \
        2A3 1A6 1A3 1A3 1A 1A9 1Ag 5A2 1A4 1Ag g4Ea 0M1 3Iu 1I1l 6I1o 1lIs dI17 4I8 7I1 1weE9
        """
}
