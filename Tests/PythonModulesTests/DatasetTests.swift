import Testing

/// Data sets are read from files beside the note and prepared as Keras prepares them.
@Suite struct DatasetTests {
    private func output(of program: String) async -> String {
        await FolderProgram(folder: "datasets").output(
            of: """
                import json
                from tensorflow import keras
                with open('expected.json') as file:
                    expected = json.load(file)


                def lists(data):
                    return [[x.tolist(), y.tolist()] for x, y in data]

                """ + program)
    }

    @Test(arguments: [
        ("imdb", "imdb.load_data()"),
        ("frequent", "imdb.load_data(num_words=200, skip_top=2, maxlen=8)"),
        ("reuters", "reuters.load_data(num_words=500, test_split=.3)"),
    ])
    func textsAreListsOfNumbersAsInKeras(_ name: String, _ call: String) async {
        let found = await output(
            of: "print(lists(keras.datasets.\(call)) == expected['\(name)'])")
        #expect(found == "True")
    }

    @Test func imagesAreReadFromPackedFiles() async {
        let found = await output(
            of: """
                (x, y), (u, v) = keras.datasets.mnist.load_data()
                print(x.shape, x.dtype, x[2, 3, 3], y, u.shape, v)
                """)
        #expect(found == "(3, 4, 4) uint8 47 [5 0 4] (2, 4, 4) [7 2]")
    }

    @Test func whatIsNotThereSaysWhereToPutIt() async {
        let found = await output(of: "keras.datasets.cifar10.load_data()")
        #expect(
            found
                == "FileNotFoundError: keras.datasets.cifar10 needs the file cifar10.npz, and a note downloads nothing. Put a copy of ~/.keras/datasets/cifar10.npz (Keras keeps it there once it was loaded with an internet connection) into the folder `datasets` beside the note, or let nbrun make data up with --synthetic-data."
        )
    }
}
