import Diagnostics
import Notebooks
import Testing

/// Exported notebooks: `In [2]:` lines, code with blank lines, recorded output, and no marker
/// between.
struct TranscriptTests {
    /// The cells as `number|code|output`, and the blocks.
    private func described(_ markdown: String) -> String {
        let notebook = read(markdown)
        let cells = notebook.cells.map { cell in
            let number = cell.prompt.map(String.init) ?? "-"
            return "\(number)|\(cell.source.text)|\(cell.recordedOutput ?? "-")"
        }
        return (cells + [outline(notebook.blocks)]).joined(separator: "\n§ ")
    }

    @Test func aNoteLikeTheOnesThatJupyterExports() {
        let markdown = """
            ### 单元

            ![图](a.png)

            In [2]:
            import tensorflow as tf

            In [3]:
            # 注释：最简单的单元
            cell = layers.SimpleRNNCell(3)

            cell.trainable_variables

            [<tf.Variable 'kernel:0' shape=(4, 3) dtype=float32, numpy=
             array([[ 0.7, -0.1,  0.1]], dtype=float32)>,
             <tf.Variable 'bias:0' shape=(3,) dtype=float32>]

            In [5]:
            print("x shape:", x.shape)

            out, h = cell(x, [h])

            out.shape, h.shape
            # 同一个东西
            id(out), id(h)

            x shape: (4, 100)


            (1525508470528, 1525508470528)

            ### 多层

            ![b](b.png)

            In [7]:
            rnn = keras.Sequential([
                # 注释
                layers.SimpleRNN(64),

                layers.SimpleRNN(64)
            ])
            x.shape

            TensorShape([4, 64])
            """
        #expect(
            described(markdown) == """
                2|import tensorflow as tf|-
                § 3|# 注释：最简单的单元
                cell = layers.SimpleRNNCell(3)

                cell.trainable_variables|[<tf.Variable 'kernel:0' shape=(4, 3) dtype=float32, numpy=
                 array([[ 0.7, -0.1,  0.1]], dtype=float32)>,
                 <tf.Variable 'bias:0' shape=(3,) dtype=float32>]
                § 5|print("x shape:", x.shape)

                out, h = cell(x, [h])

                out.shape, h.shape
                # 同一个东西
                id(out), id(h)|x shape: (4, 100)


                (1525508470528, 1525508470528)
                § 7|rnn = keras.Sequential([
                    # 注释
                    layers.SimpleRNN(64),

                    layers.SimpleRNN(64)
                ])
                x.shape|TensorShape([4, 64])
                § <h3>单元</h3><p><img a.png 图></p><cell 0><cell 1><cell 2><h3>多层</h3>\
                <p><img b.png b></p><cell 3>
                """)
    }

    /// What stands below `In [1]:`, the code, and the output.
    @Test(arguments: [
        ("x = 1\n\ny = 2", "x = 1\n\ny = 2", "-"),
        ("x\n\n(4, 64)", "x", "(4, 64)"),
        ("x\n\nTensorShape([4, 64])", "x", "TensorShape([4, 64])"),
        ("x\n\narray([1., 2.], dtype=float32)", "x", "array([1., 2.], dtype=float32)"),
        (
            "x\n\ntf.Tensor(3.0, shape=(), dtype=float32)", "x",
            "tf.Tensor(3.0, shape=(), dtype=float32)"
        ),
        ("x.dtype\n\ntf.float32", "x.dtype", "tf.float32"),
        ("print(a, b)\n\n(4, 64) (4, 64)", "print(a, b)", "(4, 64) (4, 64)"),
        ("print(a, b)\n\n(4, 64) [1, 2]", "print(a, b)", "(4, 64) [1, 2]"),
        ("x\n\n-0.5", "x", "-0.5"),
        ("x\n\nnan", "x", "nan"),
        ("x\n\n{'loss': [0.1, 0.2], 'n': None}", "x", "{'loss': [0.1, 0.2], 'n': None}"),
        ("x\n\n'text'", "x", "'text'"),
        ("for i in r:\n    print(i)\n\n0\n1", "for i in r:\n    print(i)", "0\n1"),
        ("print('Hello')\n\nHello", "print('Hello')", "Hello"),
        ("print('训练完成，误差：', e)\n\n训练完成，误差： 0.1", "print('训练完成，误差：', e)", "训练完成，误差： 0.1"),
        ("x = 1\n\n(4, 64)", "x = 1\n\n(4, 64)", "-"),
        ("f(x)\n\n\"\"\"\nnotes\n\"\"\"\ny = 1", "f(x)\n\n\"\"\"\nnotes\n\"\"\"\ny = 1", "-"),
        (
            "def f():\n    x = 1\n\n    return x\n\nf()\n\n1",
            "def f():\n    x = 1\n\n    return x\n\nf()", "1"
        ),
        ("class A:\n\n    def f(self):\n        pass\n\n    def g(self):\n        pass", nil, "-"),
        ("if x:\n    y\n\nelse:\n    z", "if x:\n    y\n\nelse:\n    z", "-"),
        ("x = [\n    1,\n\n    2,\n\n]\nx\n\n[1, 2]", "x = [\n    1,\n\n    2,\n\n]\nx", "[1, 2]"),
        ("s = '''a\n\nb'''\nprint(s)\n\na\n\nb", "s = '''a\n\nb'''\nprint(s)", "a\n\nb"),
        ("x = 1\n\n# a comment\n\ny = 2", "x = 1\n\n# a comment\n\ny = 2", "-"),
        ("x = 1\n\n### START ###\ny = 2", "x = 1\n\n### START ###\ny = 2", "-"),
        (
            "%matplotlib inline\n\nx = 1\n\n!ls\nx\n\n5", "%matplotlib inline\n\nx = 1\n\n!ls\nx",
            "5"
        ),
        ("print x\n\n5", "print x", "5"),
        ("x\n\nOut[1]:\n5", "x", "5"),
        ("print(1)\nx\n\n1\nOut[1]: 5", "print(1)\nx", "1\n5"),
        (
            "model.summary()\n\nModel: \"m\"\n____\n Layer (type)\n====", "model.summary()",
            "Model: \"m\"\n____\n Layer (type)\n===="
        ),
        (
            "f()\n\nTraceback (most recent call last):\n  File\nValueError: no", "f()",
            "Traceback (most recent call last):\n  File\nValueError: no"
        ),
        ("from m import Dense\nx\n\nDense(3)", "from m import Dense\nx\n\nDense(3)", "-"),
        ("    x = 1\n\n    x\n\n    5", "x = 1\n\nx", "5"),
        ("x.shape\nOut[1]: # the shape\nTensorShape([2])", "x.shape", "TensorShape([2])"),
        (
            "x.shape\nDownloading data from http://a.b\n5/5 [===]\nOut[1]:\n(6, 2)", "x.shape",
            "Downloading data from http://a.b\n5/5 [===]\n(6, 2)"
        ),
        (
            "for i in r:\n    print(i, w)\n0 0.02 [0.9]\n1 0.01 [0.8]",
            "for i in r:\n    print(i, w)",
            "0 0.02 [0.9]\n1 0.01 [0.8]"
        ),
        (
            "m.fit(x)\nEpoch 1/3\n5/5 - loss: 0.2\nOut[1]:\n<keras.History>", "m.fit(x)",
            "Epoch 1/3\n5/5 - loss: 0.2\n<keras.History>"
        ),
        ("x = 1\ny = f(\nz = 2", "x = 1\ny = f(\nz = 2", "-"),
        ("x = 1\nfor i in r print(i)\ny = 2", "x = 1\nfor i in r print(i)\ny = 2", "-"),
        ("x = 1\nprint x", "x = 1\nprint x", "-"),
        ("x\n\nplt.show()\n<Figure size 640x480>", "x\n\nplt.show()", "<Figure size 640x480>"),
        ("", "", "-"),
    ])
    func codeEndsWhereOutputBegins(below: String, code: String?, output: String) {
        let cells = read("In [1]:\n\(below)\n\nIn [2]:\ny\n").cells
        #expect(cells.map(\.prompt) == [1, 2])
        #expect(cells[0].source.text == code ?? below)
        #expect(cells[0].recordedOutput ?? "-" == output)
        #expect(cells[1].source.text == "y")
    }

    /// What stands below a cell, and the blocks behind the cell.
    @Test(arguments: [
        ("### Heading", "<h3>Heading</h3>"),
        ("# Heading\n\ntext, and more of it", "<h1>Heading</h1><p>text, and more of it</p>"),
        ("5\n\n# Heading", "<h1>Heading</h1>"),
        ("5\n## Heading", "<h2>Heading</h2>"),
        ("5\n\n![a](b.png)", "<p><img b.png a></p>"),
        ("* item", "<ul><li><p>item</p></>"),
        ("1. item", "<ol 1><li><p>item</p></>"),
        ("> quote", "<quote><p>quote</p></quote>"),
        ("$$\nx\n$$", "<math>x</math>"),
        ("<img src=\"a\">", "<html><img src=\"a\">\n</html>"),
        ("```sh\nls\n```", "<pre sh>ls</pre>"),
        ("[link](http://a.b)", "<p><a http://a.b>link</a></p>"),
        ("接下来我们定义网络，它有两层。", "<p>接下来我们定义网络，它有两层。</p>"),
        ("5\n\n接下来我们定义网络，它有两层。", "<p>接下来我们定义网络，它有两层。</p>"),
        ("下面定义网络", "<p>下面定义网络</p>"),
        ("Now we build the network:\n\nmore", "<p>Now we build the network:</p><p>more</p>"),
        ("**Bold** text", "<p><b>Bold</b> text</p>"),
    ])
    func theCellEndsWhereMarkdownBeginsAgain(below: String, blocks: String) {
        let notebook = read("In [1]:\nx = f()\nx\n\n\(below)\n\nIn [2]:\ny\n")
        #expect(outline(notebook.blocks) == "<cell 0>\(blocks)<cell 1>")
        #expect(notebook.cells[0].source.text == "x = f()\nx")
    }

    @Test(arguments: [
        ("In[2]:\nx", 2), ("In [2]:  \nx", 2), ("In  [ 2 ]:\nx", 2), ("In [ ]:\nx", nil),
        ("In [*]:\nx", nil),
        ("\u{FEFF}In [2]:\r\nx\r\n", 2),
    ])
    func promptsComeInSeveralShapes(markdown: String, number: Int?) {
        let cell = read(markdown).cells.first
        #expect(cell?.source.text == "x")
        #expect(cell?.prompt == number)
    }

    @Test(arguments: [
        "```\nIn [2]:\nx\n```", "```text\nIn [2]:\nx\n```", "$$\nIn [2]:\n", "- In [2]:\n  x",
        "> In [2]:\n> x",
        "    In [2]:\n    x", "<div>\nIn [2]:\nx\n</div>", "In [2]: x", "see In [2]:\nx",
        "In [a]:\nx", "In:\nx",
        "`In [2]:`\nx", "Out[2]:\n5",
    ])
    func otherLinesAreNoPrompts(markdown: String) {
        #expect(read(markdown + "\n").cells.isEmpty == !markdown.hasPrefix("$$"))
    }

    @Test func aPromptAboveAFenceNumbersIt() {
        let notebook = read("In [4]:\n\n```python\nx\n```\n\nOut[4]:\n\n```\n5\n```\n")
        #expect(outline(notebook.blocks) == "<cell 0>")
        #expect(notebook.cells[0].prompt == 4)
        #expect(notebook.cells[0].recordedOutput == "5")
    }

    @Test func promptsEndListsAndQuotes() {
        #expect(outline("- a\nIn [1]:\nx") == "<ul><li><p>a</p></><cell 0>")
        #expect(outline("> a\n\nIn [1]:\nx") == "<quote><p>a</p></quote><cell 0>")
    }

    @Test func linesAndPlacesAreThoseOfTheFile() throws {
        let notebook = read(
            "# 标题\r\n\r\nIn [1]:\r\nx = 1\r\n\r\nx\r\n\r\n1\r\n\r\n2\r\n\r\n# End\r\n")
        let cell = notebook.cells[0]
        #expect(cell.source.text == "x = 1\n\nx")
        #expect(cell.source.origin?.lines.map(\.line) == [4, 5, 6])
        #expect(cell.recordedOutput == "1\n\n2")
        let place = try #require(cell.place)
        #expect(place.form == .transcript)
        #expect(notebook.source.text(of: place.cell) == "In [1]:\r\nx = 1\r\n\r\nx\r\n")
        #expect(notebook.source.text(of: place.code) == "x = 1\r\n\r\nx\r\n")
        #expect(notebook.source.text(of: try #require(place.recorded)) == "1\r\n\r\n2\r\n")
        #expect(notebook.blocks.map(\.line) == [1, 3, 12])
    }

    @Test func optionsStandInTranscriptsToo() {
        #expect(!read("In [1]:\n#| echo: false\nx").cells[0].options.echo)
    }
}
