import Testing

/// Every layer gives what TensorFlow 2.15 gives, forwards and backwards, and its derivatives are those of its values.
/// The cases and the way of checking them lie in `References/layers`.
@Suite struct LayerReferenceTests {
    /// What a check prints where nothing differs.
    private static let silence = "83 cases"

    @Test func outputsAndGradientsAreTensorFlows() async {
        let found = await FolderProgram(folder: "layers").output(
            of: "from check import *\ncheck(differs_from_tensorflow)")
        #expect(found == Self.silence)
    }

    @Test func derivativesAreThoseOfTheValuesInDoublePrecision() async {
        let found = await FolderProgram(folder: "layers").output(
            of: "from check import *\ncheck(differs_from_differences)")
        #expect(found == Self.silence)
    }
}
