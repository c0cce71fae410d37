import Diagnostics
import Notebooks
import PythonRuntime
import PythonSyntax

/// The usual imports, for a note that uses their names without binding them anywhere.
enum Prelude {
    private static let usual: [(name: String, line: String)] = [
        ("np", "import numpy as np"),
        ("tf", "import tensorflow as tf"),
        ("keras", "from tensorflow import keras"),
        ("layers", "from tensorflow.keras import layers"),
        ("plt", "import matplotlib.pyplot as plt"),
    ]

    /// The imports that the cells need.
    static func imports(for cells: [Cell]) -> [String] {
        var used: Set<String> = []
        var bound: Set<String> = []
        for cell in cells where cell.options.eval {
            guard let module = try? Parser.parse(MagicCell(cell.source).source) else { continue }
            let names = ModuleNames(module)
            used.formUnion(names.used)
            bound.formUnion(names.bound)
        }
        return usual.filter { used.contains($0.name) && !bound.contains($0.name) }.map(\.line)
    }
}
