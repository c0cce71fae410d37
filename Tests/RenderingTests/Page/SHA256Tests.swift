import Testing

@testable import Rendering

@Suite struct SHA256Tests {
    /// The examples of FIPS 180-4 and lengths around a block's end.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func hashesAsTheStandardSays(text: String, wanted: String) {
        let digits = SHA256.hash(Array(text.utf8)).map {
            String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
        }
        #expect(digits.joined() == wanted)
    }

    @Test(arguments: 50...130)
    func hashesEveryLength(count: Int) {
        #expect(SHA256.hash([UInt8](repeating: 7, count: count)).count == 32)
    }
}
