import Diagnostics
import Notebooks

/// A small note about recurrent cells, as reading and running it would give it.
enum SampleNote {
    static let text = """
        # 循环单元

        ## 公式

        在每个时间戳 $t$ 上，状态按(1)式更新：

        $$
        h_t = \\sigma(W_{xh}x_t + W_{hh}h_{t-1} + b) \\tag{1}
        $$

        + 梯度

          > 梯度沿时间相乘，见公式(2)：

          $$
          \\frac{\\partial h_t}{\\partial h_i} = \\prod_{k=i}^{t-1} W_{hh}^T \\, \\mathrm{diag}\\left(\\sigma'(a_{k+1})\\right) \\tag{2}
          $$

        + 实现

          + SimpleRNNCell

            > 一次前进一个时间戳。

            ```python
            x = tf.random.normal([4, 80, 100])
            xt = x[:, 0, :]
            cell = layers.SimpleRNNCell(64)
            out, h1 = cell(xt, [tf.zeros([4, 64])])
            print("xt:", xt.shape)
            out.shape
            ```

            > 然后是一个错误：

            ```python
            layer = layers.SimpleRNN(64, return_sequence=True)
            out = layer(x)
            ```

        ![循环单元展开图](../images/rnn_unit.png)

        | 层 | 参数 | 说明 |
        |:--|--:|:--|
        | SimpleRNN | 10560 | `units=64` |
        | GRU | 31872 | 三个门，参数约为三倍 |

        - [x] 前向传播
        - [ ] 反向传播

        **注意：**梯度会*消失*[^1]。

        [^1]: 见 Bengio 等人，1994。

        """

    static let name = "notes/rnn.md"

    static func text(_ text: String) -> [Inline] { [.text(text)] }

    static func paragraph(_ text: String, _ line: Int) -> Block {
        Block(.paragraph([.text(text)]), line: line)
    }

    static let failure = ErrorReport(
        name: "TypeError", value: "('Keyword argument not understood:', 'return_sequence')",
        frames: [
            .init(
                file: name, cell: "In [2]", function: "<module>",
                position: SourcePosition(line: 37, column: 13),
                excerpt: .init(
                    line: "layer = layers.SimpleRNN(64, return_sequence=True)", column: 9, width: 42
                ))
        ],
        traceback: [
            "Traceback (most recent call last):", "  File \"\(name)\", line 37, in <module>",
            "    layer = layers.SimpleRNN(64, return_sequence=True)",
            "            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
            "TypeError: ('Keyword argument not understood:', 'return_sequence')",
        ], hints: ["did you mean `return_sequences`?"])

    static let runs: [CellRun] = [
        CellRun(
            number: 1, status: .succeeded,
            outputs: [
                .stream(.stdout, "xt: (4, 100)\n"), .stream(.stderr, "UserWarning: 训练未开始\n"),
                .result(["text/plain": "TensorShape([4, 64])"]),
            ],
            variables: [
                VariableSummary(
                    name: "x", type: "EagerTensor", shape: "(4, 80, 100)", dtype: "float32",
                    preview: "[[[ 0.3274685 , -0.8426258 ,  0.3194337 , ..."),
                VariableSummary(
                    name: "cell", type: "SimpleRNNCell", shape: "", dtype: "",
                    preview: "<SimpleRNNCell>"),
            ],
            shapeNotes: [
                ShapeNote(line: 1, name: "x", shape: "(4, 80, 100)", dtype: "float32"),
                ShapeNote(line: 2, name: "xt", shape: "(4, 100)", dtype: "float32"),
                ShapeNote(line: 4, name: "out", shape: "(4, 64)", dtype: "float32"),
                ShapeNote(line: 4, name: "h1", shape: "1 item", dtype: ""),
            ]),
        CellRun(number: 2, status: .failed, outputs: [.error(failure)]),
    ]

    static var executed: ExecutedNotebook {
        ExecutedNotebook(
            notebook: NotebookReader.read(SourceText(name: name, text: text)), runs: runs,
            variables: runs[0].variables,
            prelude: ["import tensorflow as tf", "from tensorflow.keras import layers"])
    }

    /// A note whose cells all ran and gave nothing.
    static func silent(_ text: String) -> ExecutedNotebook {
        let note = NotebookReader.read(SourceText(name: name, text: text))
        let runs = note.cells.map { CellRun(number: $0.index + 1, status: .succeeded) }
        return ExecutedNotebook(notebook: note, runs: runs, variables: [])
    }
}
