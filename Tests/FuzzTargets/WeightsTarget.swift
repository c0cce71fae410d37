import Archives
import Diagnostics
import Execution
import Foundation
import Notebooks

extension FuzzTarget {
    /// A saved model or its weights that somebody damaged, as an archive and as what a note loads.
    static let weights = FuzzTarget(name: "weights") { bytes in
        readArchive(bytes)
        let folder = FileManager.default.temporaryDirectory.path + "/nbrun-fuzz-weights-\(getpid())"
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let name = bytes.starts(with: Array("PK".utf8)) ? "saved.keras" : "saved.h5"
        _ = FileManager.default.createFile(
            atPath: folder + "/" + name, contents: Data(bytes),
            attributes: [.posixPermissions: 0o600])
        var options = SessionOptions()
        options.limits = CellLimits(seconds: 5, bytes: 2 << 30)
        let text = "```python\n" + loading(name) + "```\n"
        let source = SourceText(name: folder + "/note.md", text: text)
        _ = NotebookSession.run(NotebookReader.read(source), options: options)
    }

    /// An archive that can be read is read again from what is written of it.
    private static func readArchive(_ bytes: [UInt8]) {
        guard let archive = try? ZipFile(reading: bytes), let file = try? archive.file() else {
            return
        }
        guard (try? ZipFile(reading: file)) == archive else {
            fatalError("an archive is not what was written")
        }
    }

    private static func loading(_ name: String) -> String {
        """
        from tensorflow import keras
        layers = [keras.layers.Input((4, 3)), keras.layers.GRU(5), keras.layers.Dense(2)]
        try:
            keras.models.load_model('\(name)').summary()
        except Exception as error:
            print(error)
        keras.Sequential(layers).load_weights('\(name)')

        """
    }
}
