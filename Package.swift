// swift-tools-version: 6.2
import PackageDescription

/// What every room is built with: warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// The interpreter and the tensors run tight loops over their own memory; dynamic exclusivity checks
/// cost them a factor of two to three (measured), so they are built without.
let fast: [SwiftSetting] = strict + [.unsafeFlags(["-enforce-exclusivity=unchecked"])]

/// The machine writes slots as two words and soon reads them again. Vector instructions that read both words at
/// once must wait until the writes have reached the cache.
let machine: [SwiftSetting] = fast + [.unsafeFlags(["-Xllvm", "-vectorize-slp=false"])]

/// The loops over floats: fused only where the source says `fma`, so that every CPU gives the same bits.
let kernels: [CSetting] = [
    .unsafeFlags(["-O3", "-ffp-contract=off", "-fno-math-errno", "-Wall", "-Wextra", "-Werror"])
]

let package = Package(
    name: "nbrun",
    platforms: [.macOS(.v14)],
    products: [.executable(name: "nbrun", targets: ["nbrun"])],
    dependencies: [
        // Help, completion and usage errors of the command line for free.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        // Page templates in a notation that users know.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        // Front matter and site configuration: YAML is larger than it looks.
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
        // Integers without a limit, for Python's `int`.
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.0"),
        // HTTP for the preview: small, and without a framework behind it.
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.26.0"),
    ],
    targets: [
        // Ground: where and why something went wrong · loops over floats · the machine's memory and threads ·
        // system libraries
        // (their packages stand in `.ci/packages`).
        .target(name: "Diagnostics", swiftSettings: strict),
        .target(name: "CKernels", cSettings: kernels),
        .target(
            name: "CMachine", cSettings: [.unsafeFlags(["-O2", "-Wall", "-Wextra", "-Werror"])]),
        .systemLibrary(name: "CMarkGFM", pkgConfig: "libcmark-gfm"),
        .systemLibrary(name: "CDuktape", pkgConfig: "duktape"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
        // HDF5 in memory, by a library that is loaded when it is needed.
        .target(
            name: "CHDF5", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
            linkerSettings: [.linkedLibrary("dl")]),

        // Python text → tokens → tree.
        .target(name: "PythonSyntax", dependencies: ["Diagnostics"], swiftSettings: strict),
        // Markdown ↔ notebook.
        .target(
            name: "Notebooks",
            dependencies: [
                "Diagnostics", "CMarkGFM", "PythonSyntax", .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        // Arrays, gradients, random numbers, and how they print.
        .target(name: "Tensors", dependencies: ["CKernels", "CMachine"], swiftSettings: fast),
        // Files of arrays and files of files: HDF5, ZIP.
        .target(name: "Archives", dependencies: ["CHDF5", "CZlib"], swiftSettings: strict),
        // Figures, axes and marks → SVG.
        .target(name: "Charts", swiftSettings: strict),

        // Tree → program → values: the Python of the cells.
        .target(
            name: "PythonRuntime",
            dependencies: [
                "Diagnostics", "PythonSyntax", .product(name: "BigInt", package: "BigInt"),
            ],
            swiftSettings: machine),
        // Layers, cells, initialisers, models.
        .target(name: "NeuralNetworks", dependencies: ["Tensors"], swiftSettings: strict),

        // tensorflow, keras, numpy and the standard library, as Python sees them.
        .target(
            name: "PythonModules",
            dependencies: [
                "Diagnostics", "PythonSyntax", "PythonRuntime", "NeuralNetworks", "Tensors",
                "Charts",
                "Archives", .product(name: "BigInt", package: "BigInt"),
            ],
            // The modules of the standard library that are Python: the binary carries them inside itself.
            resources: [.embedInCode("Standard/Source/Python")],
            swiftSettings: strict),

        // Runs a notebook's cells.
        .target(
            name: "Execution",
            dependencies: [
                "Diagnostics", "PythonSyntax", "Notebooks", "PythonRuntime", "PythonModules",
                "Tensors", "CMachine",
            ],
            swiftSettings: strict),
        // Holds a run to the outputs that the note has recorded, and writes them into it.
        .target(
            name: "Recordings", dependencies: ["Diagnostics", "Notebooks"], swiftSettings: strict),
        // Turns an executed notebook into a page or an .ipynb.
        .target(
            name: "Rendering",
            dependencies: [
                "Diagnostics", "PythonSyntax", "Notebooks", "CDuktape",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            // A link to `templates/`: the binary carries the built-in ones inside itself.
            resources: [.embedInCode("Templates")],
            swiftSettings: strict),

        // Many notebooks → one site.
        .target(
            name: "Sites",
            dependencies: [
                "Diagnostics", "Notebooks", "PythonModules", "Execution", "Rendering",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        // Shows a site to browsers while its notes are written.
        .target(
            name: "Preview", dependencies: [.product(name: "FlyingFox", package: "FlyingFox")],
            swiftSettings: strict),

        // The commands.
        .executableTarget(
            name: "nbrun",
            dependencies: [
                "Sites", "Preview",
                "Diagnostics", "Notebooks", "PythonRuntime", "PythonModules", "Execution",
                "Recordings", "Rendering",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // How fast and how large, in tables.
        .executableTarget(
            name: "Benchmarks", dependencies: ["CKernels"], path: "Tests/Benchmarks",
            exclude: ["Engine", "Programs"], swiftSettings: strict),
        // Runs a Python file as `python3` does, to be compared with it.
        .executableTarget(
            name: "RunPython",
            dependencies: ["Diagnostics", "PythonRuntime", "PythonModules", "Execution"],
            path: "Tests/RunPython", swiftSettings: strict),
        // Random programs, and what CPython says to them.
        .executableTarget(
            name: "Differential", path: "Tests/Differential", swiftSettings: strict),
        // The parts that take bytes from strangers, for `make fuzz` and for what it once found.
        .target(
            name: "FuzzTargets",
            dependencies: [
                "Diagnostics", "Notebooks", "PythonSyntax", "Tensors", "Execution", "Rendering",
                "Archives",
            ],
            path: "Tests/FuzzTargets", swiftSettings: strict),
        .testTarget(
            name: "FuzzTests", dependencies: ["FuzzTargets"], resources: [.copy("Findings")],
            swiftSettings: strict),
        // Golden files, scripts, tolerances: what the tests share.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "PythonSyntaxTests",
            dependencies: ["PythonSyntax", "Diagnostics", "TestSupport"],
            resources: [.copy("References")], swiftSettings: strict),
        .testTarget(
            name: "NotebooksTests", dependencies: ["Notebooks", "Diagnostics", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "TensorsTests", dependencies: ["Tensors", "TestSupport"],
            resources: [.copy("References")], swiftSettings: strict),
        .testTarget(name: "ArchivesTests", dependencies: ["Archives"], swiftSettings: strict),
        .testTarget(
            name: "ChartsTests", dependencies: ["Charts", "TestSupport"],
            resources: [.copy("References")], swiftSettings: strict),
        .testTarget(
            name: "PythonRuntimeTests",
            dependencies: ["PythonRuntime", "PythonSyntax", "Diagnostics", "TestSupport"],
            resources: [.copy("Scripts")], swiftSettings: strict),
        .testTarget(
            name: "NeuralNetworksTests",
            dependencies: ["NeuralNetworks", "Tensors", "TestSupport"],
            resources: [.copy("References")], swiftSettings: strict),
        .testTarget(
            name: "PythonModulesTests",
            dependencies: [
                "PythonModules", "PythonRuntime", "PythonSyntax", "Diagnostics", "TestSupport",
            ], resources: [.copy("Scripts"), .copy("References")], swiftSettings: strict),
        .testTarget(
            name: "ExecutionTests",
            dependencies: [
                "Execution", "Notebooks", "PythonRuntime", "Diagnostics", "TestSupport",
            ],
            resources: [.copy("References")],
            swiftSettings: strict),
        .testTarget(
            name: "RecordingsTests",
            dependencies: ["Recordings", "Notebooks", "Diagnostics", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "SitesTests",
            dependencies: ["Sites", "Rendering", "Execution", "Diagnostics", "TestSupport"],
            swiftSettings: strict),
        // Looks at the pages with a real browser, where there is one.
        .testTarget(name: "BrowserTests", dependencies: ["nbrun"], swiftSettings: strict),
        .testTarget(
            name: "PreviewTests", dependencies: ["Preview", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "NBRunTests",
            dependencies: ["nbrun", "Execution", "Notebooks", "Diagnostics", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "RenderingTests",
            dependencies: ["Rendering", "Notebooks", "Diagnostics", "TestSupport"],
            exclude: ["Golden"], swiftSettings: strict),
    ]
)

// It links only with libFuzzer, which `make fuzz` asks for.
if Context.environment["NBRUN_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz", swiftSettings: strict))
}
