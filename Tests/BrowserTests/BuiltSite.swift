import Foundation

/// A small site that the built program made, and one that it shows.
final class BuiltSite {
    let path = NSTemporaryDirectory() + "nbrun-pages-" + UUID().uuidString
    private var server: Process?

    static let notes: [String: String] = [
        "a-循环.md": """
        # 循环单元

        状态按(1)式更新，见 [the second note](b.md#the-shapes)：

        $$
        h_t = \\tanh(x_t W_{xh} + h_{t-1} W_{hh} + b + c + d + e + f + g + h + i + j + k + l + m) \\tag{1}
        $$

        ## 实现

        ```python
        #| label: step
        import numpy as np
        state = np.zeros((4, 64))
        print("a long line " * 20)
        state.shape
        ```

        | 一个很长的表头 | another rather long header | 第三个很长的表头 | the fourth one |
        |:--|:--|:--|:--|
        | recurrent_kernel_initializer | orthogonal | 正交矩阵正交矩阵 | 0.123456789 |

        ## 结论

        梯度会消失。

        """,
        "b.md": """
        # Weight sharing

        \(String(repeating: "One matrix serves every step. ", count: 60))

        ## The shapes

        Batch first, then time. $x^2$

        """,
        "site.yml": "title: 循环网络\nlanguage: zh-CN\norder: [a-循环, b]\n",
    ]

    init() throws {
        try FileManager.default.createDirectory(
            atPath: path + "/notes", withIntermediateDirectories: true)
        for (name, text) in Self.notes { try write(text, to: name) }
        let build = try start(["build", "notes", "-o", "out", "--strict"])
        build.waitUntilExit()
        guard build.terminationStatus == 0 else {
            throw Browser.Failure(description: "the site was not built")
        }
    }

    deinit {
        server?.interrupt()
        server?.waitUntilExit()
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/notes/\(name)"))
    }

    /// The address of a page on the disk.
    func page(_ name: String) -> String {
        URL(fileURLWithPath: "\(path)/out/\(name)").absoluteString
    }

    /// The path of a note's page that stands alone.
    func singlePage(of note: String) throws -> String {
        let page = "\(path)/single.html"
        let run = try start(["notes/" + note, "-o", page])
        run.waitUntilExit()
        guard FileManager.default.fileExists(atPath: page) else {
            throw Browser.Failure(description: "the note has no page")
        }
        return page
    }

    /// Shows the notes at a port, and returns the address.
    func serve(port: Int) throws -> String {
        server = try start(["serve", "notes", "--port", "\(port)", "--no-open"])
        return "http://127.0.0.1:\(port)/"
    }

    /// Ends serving; the status the program ended with.
    func stop() -> Int32? {
        server?.interrupt()
        server?.waitUntilExit()
        defer { server = nil }
        return server?.terminationStatus
    }

    private func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = Bundle.main.bundleURL.appendingPathComponent("nbrun")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }
}
