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

        ![循环单元展开图](../images/rnn unit.png)

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

    /// A cell whose code stands in the note from a line on, indented by some columns.
    static func cell(_ index: Int, _ code: String, line: Int, indent: Int = 0) -> Cell {
        let count = code.split(separator: "\n", omittingEmptySubsequences: false).count
        let lines = (0..<count).map { SourcePosition(line: line + $0, column: indent + 1) }
        return Cell(
            index: index,
            source: SourceText(name: name, text: code, origin: LineOrigin(lines: lines)))
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

    static let cells: [Cell] = {
        let first = cell(
            0,
            """
            x = tf.random.normal([4, 80, 100])
            xt = x[:, 0, :]
            cell = layers.SimpleRNNCell(64)
            out, h1 = cell(xt, [tf.zeros([4, 64])])
            print("xt:", xt.shape)
            out.shape
            """, line: 26, indent: 4)
        let second = cell(
            1,
            """
            layer = layers.SimpleRNN(64, return_sequence=True)
            out = layer(x)
            """, line: 37, indent: 4)
        return [first, second]
    }()

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

    static let gradient =
        "\\frac{\\partial h_t}{\\partial h_i} = \\prod_{k=i}^{t-1} W_{hh}^T \\, \\mathrm{diag}\\left(\\sigma'(a_{k+1})\\right) \\tag{2}"
    static let update = "h_t = \\sigma(W_{xh}x_t + W_{hh}h_{t-1} + b) \\tag{1}"

    static let blocks: [Block] = {
        let innerItem = Block.ListItem(blocks: [
            paragraph("SimpleRNNCell", 20), Block(.quote([paragraph("一次前进一个时间戳。", 22)]), line: 22),
            Block(.cell(0), line: 25), Block(.quote([paragraph("然后是一个错误：", 33)]), line: 33),
            Block(.cell(1), line: 36),
        ])
        let outer = Block.List(
            start: nil, isTight: false,
            items: [
                .init(blocks: [
                    paragraph("梯度", 11),
                    Block(.quote([paragraph("梯度沿时间相乘，见公式(2)：", 13)]), line: 13),
                    Block(.math(gradient), line: 15),
                ]),
                .init(blocks: [
                    paragraph("实现", 18),
                    Block(.list(.init(start: nil, isTight: false, items: [innerItem])), line: 20),
                ]),
            ])
        return [
            Block(.heading(level: 1, text("循环单元")), line: 1),
            Block(.heading(level: 2, text("公式")), line: 3),
            Block(
                .paragraph([
                    .text("在每个时间戳 "), .math("t", isDisplayed: false), .text(" 上，状态按(1)式更新："),
                ]), line: 5),
            Block(.math(update), line: 7), Block(.list(outer), line: 11),
            Block(
                .paragraph([
                    .image(source: "../images/rnn unit.png", title: "", alternative: "循环单元展开图")
                ]),
                line: 40),
            Block(
                .table(
                    .init(
                        alignments: [.left, .right, .left],
                        header: [text("层"), text("参数"), text("说明")],
                        rows: [
                            [text("SimpleRNN"), text("10560"), [.code("units=64")]],
                            [text("GRU"), text("31872"), text("三个门，参数约为三倍")],
                        ])), line: 42),
            Block(
                .list(
                    .init(
                        start: nil, isTight: true,
                        items: [
                            .init(isDone: true, blocks: [paragraph("前向传播", 47)]),
                            .init(isDone: false, blocks: [paragraph("反向传播", 48)]),
                        ])), line: 47),
            Block(
                .paragraph([
                    .strong(text("注意：")), .text("梯度会"), .emphasis(text("消失")),
                    .footnoteReference(label: "1", number: 1), .text("。"),
                ]), line: 50),
            Block(.footnote(label: "1", number: 1, [paragraph("见 Bengio 等人，1994。", 52)]), line: 52),
        ]
    }()

    static var executed: ExecutedNotebook {
        ExecutedNotebook(
            notebook: Notebook(
                source: SourceText(name: name, text: text), blocks: blocks, cells: cells),
            runs: runs, variables: runs[0].variables,
            prelude: ["import tensorflow as tf", "from tensorflow.keras import layers"])
    }
}
