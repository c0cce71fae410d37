import Diagnostics
import Foundation
import Notebooks
import PythonRuntime
import Testing

@testable import Execution

/// A program that runs one note after the other holds none of them.
@Suite(.serialized) struct MemoryTests {
    private let circles = """
        ```python
        import numpy as np, tensorflow as tf, matplotlib.pyplot as plt, dataclasses, re, json
        from tensorflow import keras
        from tensorflow.keras import layers

        def outer():
            def inner(n): return inner(n - 1) if n else 0
            return inner
        class Node:
            def __init__(self): self.next, self.items, self.table = self, [self], {1: self}
            @property
            def twice(self): return [self, super()]
        @dataclasses.dataclass
        class Point:
            x: int = 0
        node, recursive, point = Node(), outer(), Point(3)
        node.method = node.__init__
        def generate():
            yield generate
        running = generate(); next(running)
        model = keras.Sequential([layers.SimpleRNN(3, input_shape=(4, 2)), layers.Dense(1)])
        model.compile('adam', 'mse')
        model.fit(tf.ones([8, 4, 2]), tf.ones([8, 1]), epochs=1, verbose=0)
        plt.plot(np.arange(5))
        try: 1 / 0
        except ZeroDivisionError as error: kept = error
        ```
        """

    @Test func anInterpreterGoesWhenItsNoteIsOver() throws {
        let note = NotebookReader.read(SourceText(name: "note.md", text: circles))
        let ended = InterpreterThread.run { () -> Ended in
            let ended = Ended()
            autoreleasing {
                let python = Interpreter()
                ended.interpreter = python
                let run = NotebookSession.record(note, options: SessionOptions(), in: python) { _ in
                }
                #expect(run.note.runs.allSatisfy { $0.status == .succeeded }, "\(run.note.runs)")
                python.close()
            }
            return ended
        }
        #expect(ended.interpreter == nil)
    }

    private func autoreleasing(_ body: () -> Void) { body() }

    /// What a test looks at from outside of the interpreter's thread, after that has ended.
    private final class Ended: @unchecked Sendable {
        weak var interpreter: Interpreter?
    }
}
