import TestSupport
import Testing

/// `--synthetic-data` from the command line.
struct SyntheticDataTests {
    private let note = """
        ```python
        from tensorflow.keras.datasets import boston_housing
        (x, y), (tx, ty) = boston_housing.load_data()
        print(x.shape, tx.shape, x.dtype, y.dtype)
        ```

        """

    @Test func aNoteRunsOnMadeUpData() throws {
        let folder = try TemporaryFolder()
        try folder.write(note, to: "a.md")
        let ending = try Program.run(
            ["a.md", "--synthetic-data", "--to", "ipynb", "-o", "a.ipynb"], in: folder)
        #expect(ending.status == 0)
        #expect(try folder.read("a.ipynb").contains("(404, 13) (102, 13) float64 float64"))
    }

    @Test func withoutItTheCellSaysWhatIsMissing() throws {
        let folder = try TemporaryFolder()
        try folder.write(note, to: "a.md")
        _ = try Program.run(["a.md", "--to", "ipynb", "-o", "a.ipynb"], in: folder)
        let output = try folder.read("a.ipynb")
        #expect(output.contains("FileNotFoundError"))
        #expect(output.contains("--synthetic-data"))
    }
}
