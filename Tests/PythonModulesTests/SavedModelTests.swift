import Testing

/// Files that Keras 2.15 wrote are read, and give what Keras said.
@Suite struct SavedModelTests {
    private func output(of program: String) async -> String {
        await FolderProgram(folder: "models").output(of: Self.preamble + program)
    }

    private static let preamble = """
        import json
        import numpy as np
        from tensorflow import keras
        x = np.linspace(-1, 1, 24).reshape(3, 4, 2).astype('float32')
        with open('saved_models.json') as file:
            expected = json.load(file)

        """

    @Test(arguments: ["gated.keras", "both_ways.h5", "shared.keras", "shared.h5"])
    func aModelPredictsWhatItPredictedInKeras(_ name: String) async {
        let program = """
            model = keras.models.load_model('\(name)')
            found = model.predict(x, verbose=0).ravel()
            print(np.allclose(found, expected['predictions']['\(name)'], rtol=0, atol=1e-6))
            """
        #expect(await output(of: program) == "True")
    }

    @Test func weightsGoIntoAModelOfTheSameLayers() async {
        let program = """
            model = keras.Sequential([
                keras.Input((4, 2)), keras.layers.GRU(2), keras.layers.Dense(1)])
            model.load_weights('gated.weights.h5')
            found = model.predict(x, verbose=0).ravel()
            print(np.allclose(found, expected['predictions']['gated.keras'], rtol=0, atol=1e-6))
            """
        #expect(await output(of: program) == "True")
    }

    /// The optimizer goes on where it was, so that the losses are those of Keras' own next epochs.
    @Test func trainingGoesOnWhereItStopped() async {
        let program = """
            model = keras.models.load_model('shared.h5')
            history = model.fit(x, np.ones((3, 1)), verbose=0, shuffle=False, epochs=3).history
            print(np.allclose(history['loss'], expected['losses'], rtol=0, atol=1e-5))
            """
        #expect(await output(of: program) == "True")
    }

    @Test func readFilesAreWrittenAsTheyWere() async {
        let program = """
            model = keras.models.load_model('both_ways.h5')
            model.save('again.h5')
            model.save('again.keras')
            found = [keras.models.load_model(name).predict(x, verbose=0).ravel()
                     for name in ('again.h5', 'again.keras')]
            print(np.allclose(found, [expected['predictions']['both_ways.h5']] * 2, atol=1e-6))
            """
        #expect(await output(of: program) == "True")
    }
}
