import Testing

/// What notes show beside text: pictures of models, and `IPython.display`.
@Suite struct PictureTests {
    private func shown(_ text: String) async -> [[String: String]] {
        await PlotScript(claim: "", text: text).shown()
    }

    private func printed(_ text: String) async -> (printed: [String], failure: String?) {
        await PlotScript(claim: "", text: text).run()
    }

    private static let model = """
        from tensorflow import keras
        from tensorflow.keras import layers
        from tensorflow.keras.utils import plot_model
        model = keras.Sequential([
            layers.Embedding(1000, 16, input_length=20),
            layers.Bidirectional(layers.LSTM(8, return_sequences=True)),
            layers.GRU(4), layers.Dense(2, activation='softmax')])

        """

    // MARK: Models

    @Test func aModelIsPlottedWithWhatWasAskedFor() async {
        let bundles = await shown(
            Self.model
                + "plot_model(model, show_shapes=True, show_layer_activations=True, show_dtype=True)\nNone"
        )
        let svg = bundles.first?["image/svg+xml"] ?? ""
        #expect(bundles.count == 1 && bundles[0]["text/plain"]?.contains("sequential") == true)
        for words in [
            "embedding_input", "Bidirectional(LSTM) · tanh", "(None, 20, 16)", "Dense · softmax",
            "float32",
        ] { #expect(svg.contains(words), "\(words) is missing") }
    }

    @Test func aPlotIsShownOnceHoweverItIsShown() async {
        let line = "p = plot_model(model, to_file=None)\n"
        #expect(await shown(Self.model + line + "display(p)").count == 1)
        #expect(await shown(Self.model + line).count == 1)
    }

    @Test func namesAndDirectionsAreChoices() async {
        let text = "plot_model(model, show_layer_names=False, rankdir='LR')\nNone"
        let svg = await shown(Self.model + text).first?["image/svg+xml"] ?? ""
        #expect(svg.contains(">GRU<") && !svg.contains(">gru<"))
    }

    @Test func modelsInsideAreDrawnWhereAsked() async {
        let text = """
            from tensorflow import keras
            inner = keras.Sequential([keras.layers.Dense(3, input_shape=(2,), name='deep')], name='encoder')
            a, b = keras.Input((2,)), keras.Input((2,))
            out = keras.layers.Add(name='sum')([inner(a), inner(b)])
            model = keras.Model([a, b], out)
            keras.utils.plot_model(model, expand_nested=%@)
            None
            """
        let whole = await shown(text.split(separator: "%@").joined(separator: "True"))
        let svg = whole.first?["image/svg+xml"] ?? ""
        #expect(svg.contains(">deep<") && svg.contains(">encoder<"))
        #expect(svg.contains("<desc id=\"d\">") && svg.contains("deep Dense → sum Add"))
        let folded = await shown(text.split(separator: "%@").joined(separator: "False"))
        #expect(folded.first?["image/svg+xml"]?.contains(">deep<") == false)
    }

    @Test(arguments: [
        (
            "keras.utils.plot_model(keras.Sequential([keras.layers.Dense(1)]))",
            "ValueError: This model has not yet been built."
        ),
        ("keras.utils.plot_model(3)", "TypeError: plot_model() takes a model of Keras"),
        (
            "keras.utils.plot_model(keras.Sequential([keras.layers.Dense(1, input_shape=(2,))]), rankdir='up')",
            "ValueError: rankdir must be one of"
        ),
        (
            "keras.utils.plot_model(keras.Sequential([]), wide=1)",
            "TypeError: plot_model() got an unexpected keyword argument 'wide'"
        ),
        ("import nbrun; nbrun.unroll(3)", "TypeError: unroll() takes a model"),
        ("import nbrun; nbrun.unroll(keras.layers.LSTM(2), steps=1)", "ValueError: steps must be"),
        (
            "import nbrun; nbrun.unroll(keras.Sequential([keras.layers.Dense(1)]))",
            "ValueError: nbrun.unroll: sequential"
        ),
    ])
    func mistakesAreNamed(code: String, wanted: String) async {
        let failure = await printed("from tensorflow import keras\n" + code).failure ?? ""
        #expect(failure.hasPrefix(wanted), "\(failure)")
    }

    // MARK: Unrolled

    @Test func aModelIsUnrolledWithItsShapes() async {
        let svg =
            await shown(Self.model + "import nbrun\nnbrun.unroll(model)\nNone").first?[
                "image/svg+xml"] ?? ""
        for words in [
            "→ LSTM", "← LSTM", ">GRU<", ">Embedding<", "T steps = 20", "H₁ units = 8",
            "(N, 2H₁)", "(N, 16)", "K outputs = 2",
        ] { #expect(svg.contains(words), "\(words) is missing") }
    }

    @Test func aCellAndALayerAreUnrolledToo() async {
        let text = """
            import nbrun, tensorflow as tf
            from tensorflow.keras import layers
            cell = layers.SimpleRNNCell(3)
            cell.build((4, 5))
            nbrun.unroll(cell)
            layer = layers.RNN([layers.LSTMCell(3), layers.LSTMCell(2)])
            layer(tf.zeros([4, 80, 100]))
            nbrun.unroll(layer, steps=4)
            nbrun.unroll(layers.GRU(7))
            None
            """
        let drawings = await shown(text).compactMap { $0["image/svg+xml"] }
        #expect(drawings.count == 3)
        #expect(drawings.first?.contains("(4, 5)") == true)
        #expect(drawings.dropFirst().first?.contains("(4, 100)") == true)
        #expect(drawings.last?.contains("H units = 7") == true)
    }

    // MARK: Files

    @Test func savedPicturesAreDrawingsUnderTheirOwnEnding() async {
        let text = """
            import os, matplotlib.pyplot as plt
            plt.plot([1, 2]); plt.savefig('a.svg'); plt.savefig('b.png'); plt.savefig('c')
            print(sorted(f for f in os.listdir('.') if f.endswith('.svg') and len(f) < 6))
            print(open('b.svg').read()[:4])
            try:
                plt.savefig('d.mp3')
            except ValueError as e:
                print(str(e)[:30])
            plt.close()
            """
        let lines = await printed(text).printed
        #expect(lines == ["['a.svg', 'b.svg', 'c.svg']", "<svg", "Format 'mp3' is not supported "])
    }

    @Test func aPlotThatWasSavedAsPixelsIsFoundAgain() async {
        let text =
            "plot_model(model, to_file='m.png')\nfrom IPython.display import Image\ndisplay(Image('m.png'))"
        let bundles = await shown(Self.model + text)
        #expect(bundles.contains { $0["image/svg+xml"]?.hasPrefix("<svg") == true })
    }

    // MARK: IPython.display

    @Test(arguments: [
        ("HTML('<b>x</b>')", "text/html", "<b>x</b>"),
        ("Markdown('**x**')", "text/markdown", "**x**"),
        ("Math(r'\\frac12')", "text/latex", "$\\displaystyle \\frac12$"),
        ("Latex('$x$')", "text/latex", "$x$"),
        ("SVG('<svg></svg>')", "image/svg+xml", "<svg></svg>"),
        ("SVG(b'<svg></svg>')", "image/svg+xml", "<svg></svg>"),
        ("Image(b'\\x89PNG')", "image/png", "iVBORw=="),
        ("Image(b' <svg></svg>')", "image/svg+xml", " <svg></svg>"),
    ])
    func richValuesShowThemselves(code: String, type: String, expected: String) async {
        let bundles = await shown("from IPython.display import *\ndisplay(\(code))")
        #expect(bundles.count == 1 && bundles[0][type] == expected)
        #expect(bundles.first?["text/plain"] != nil)
    }

    @Test(arguments: [
        ("Image(b'GIT')", "ValueError: this is no PNG"), ("Image()", "ValueError: Image needs"),
        ("Image('https://example.org/a.png')", "PermissionError"),
        ("HTML(url='x')", "PermissionError"),
        ("Image('nowhere.png')", "FileNotFoundError"), ("Image('../x.png')", "PermissionError"),
    ])
    func whatCannotBeShownIsSaid(code: String, wanted: String) async {
        let failure = await printed("from IPython.display import *\n" + code).failure ?? ""
        #expect(failure.hasPrefix(wanted), "\(failure)")
    }

    @Test func classesOfANoteShowThemselvesTheirOwnWay() async {
        let text = "class A:\n    def _repr_html_(self): return '<i>a</i>'\ndisplay(A())"
        #expect(await shown(text).first?["text/html"] == "<i>a</i>")
    }
}
