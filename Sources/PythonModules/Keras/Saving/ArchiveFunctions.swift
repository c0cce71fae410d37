import Archives
import PythonRuntime

/// HDF5 and ZIP files as Python's side of saving takes them.
enum ArchiveFunctions {
    static func define(_ m: ModuleBuilder) {
        m.def("read_hdf5(data)\n\nGroups as (attributes, members), arrays as arrays.") {
            (python: Interpreter, data: ByteStream.Bytes) -> Value in
            try translating(python) {
                try HDF5Values(python).value(HDF5File.read(data.bytes))
            }
        }
        m.def("write_hdf5(root)\n\nA group is (attributes, members), or members alone.") {
            (python: Interpreter, root: Value) -> Value in
            let group = try HDF5Values(python).group(root)
            return try translating(python) {
                .object(BytesObject(try HDF5File.write(group), in: python))
            }
        }
        m.def("read_zip(data)") { (python: Interpreter, data: ByteStream.Bytes) -> Value in
            let zip = try translating(python) { try ZipFile(reading: data.bytes) }
            return python.dictionary(
                zip.entries.map { ($0.name, .object(BytesObject($0.bytes, in: python))) })
        }
        m.def("write_zip(files)") { (python: Interpreter, files: Value) -> Value in
            let items = (files.object as? DictionaryObject)?.items ?? []
            let entries = try items.map { name, bytes in
                ZipFile.Entry(
                    name: name.text ?? "", bytes: try ByteStream.Bytes.from(bytes, in: python).bytes
                )
            }
            return try translating(python) {
                .object(BytesObject(try ZipFile(entries).file(), in: python))
            }
        }
    }

    /// Mistakes in files in h5py's words, as far as it has any.
    private static func translating<R>(_ python: Interpreter, _ body: () throws -> R) throws -> R {
        do {
            return try body()
        } catch let error as ArchiveError {
            throw failure(error, python)
        }
    }

    private static func failure(_ error: ArchiveError, _ python: Interpreter) -> PythonError {
        func cannotOpen(_ why: String) -> PythonError {
            python.error("OSError", "Unable to synchronously open file (\(why))")
        }
        switch error {
        case .missingLibrary(let package):
            let failure = python.error(
                "ImportError", "Saved models are HDF5 files, and their library is not installed.")
            failure.exception.hints.append("install it: `apt install \(package)`")
            return failure
        case .foreign: return cannotOpen("file signature not found")
        case .truncated(let found, let expected):
            return cannotOpen(
                "truncated file: eof = \(found), sblock->base_addr = 0, stored_eof = \(expected)")
        case .damaged: return cannotOpen("the file is damaged")
        case .tooLarge:
            return python.error("MemoryError", "The saved model is larger than a note may read.")
        }
    }
}
