import Foundation

/// A headless Chromium that is told what to do over its DevTools protocol, through two pipes.
final class Browser {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Where the program is; nil where it is not installed.
    static let program = [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    ]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Whether somebody asked for the browser: it takes longer than all other tests together.
    static let isWanted = ProcessInfo.processInfo.environment["NBRUN_BROWSER"] == "1"

    /// Seconds to wait for an answer: a busy machine starts a browser slowly.
    private static let patience = 60.0

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let profile = NSTemporaryDirectory() + "nbrun-browser-" + UUID().uuidString
    private var rest: [UInt8] = []
    private var number = 0
    private var session: String?
    /// What the page reported: requests, messages of the console, exceptions.
    private(set) var events: [(method: String, parameters: [String: Any])] = []

    init(width: Int = 1280, height: Int = 900) throws {
        guard let program = Self.program else { throw Failure(description: "no browser") }
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The protocol speaks through descriptors 3 and 4.
        process.arguments = [
            "-c",
            "exec \(program) --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run"
                + " --disable-background-networking --disable-component-update --hide-scrollbars"
                + " --user-data-dir='\(profile)' --remote-debugging-pipe about:blank"
                + " 3<&0 4>&1 >/dev/null 2>/dev/null </dev/null",
        ]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try open(width: width, height: height)
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: profile)
    }

    private func open(width: Int, height: Int) throws {
        let target = try call("Target.createTarget", ["url": "about:blank"])
        let attached = try call(
            "Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])
        session = attached["sessionId"] as? String
        for domain in ["Page", "Runtime", "Network", "Log"] { try call(domain + ".enable") }
        try resize(width: width, height: height)
    }

    // MARK: The protocol

    @discardableResult
    func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
        number += 1
        var message: [String: Any] = ["id": number, "method": method, "params": parameters]
        message["sessionId"] = session
        var bytes = try JSONSerialization.data(withJSONObject: message)
        bytes.append(0)
        input.fileHandleForWriting.write(bytes)
        let end = Date(timeIntervalSinceNow: Self.patience)
        while Date() < end {
            guard let answer = try receive(until: end) else { break }
            guard answer["id"] as? Int == number else { continue }
            if let error = answer["error"] as? [String: Any] {
                throw Failure(description: "\(method): \(error["message"] ?? error)")
            }
            return answer["result"] as? [String: Any] ?? [:]
        }
        throw Failure(description: "\(method): no answer")
    }

    /// The next message; events are remembered too.
    private func receive(until end: Date) throws -> [String: Any]? {
        while true {
            if let zero = rest.firstIndex(of: 0) {
                let data = Data(rest[..<zero])
                rest.removeSubrange(...zero)
                let message =
                    try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
                if let method = message["method"] as? String {
                    events.append((method, message["params"] as? [String: Any] ?? [:]))
                }
                return message
            }
            var request = pollfd(
                fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
            let wait = Int32(max(0, end.timeIntervalSinceNow * 1000))
            guard poll(&request, 1, wait) > 0 else { return nil }
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw Failure(description: "the browser is gone") }
            rest += data
        }
    }

    // MARK: Pages

    func resize(width: Int, height: Int) throws {
        try call(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500])
    }

    /// Opens a page and waits until it is loaded.
    func open(_ address: String) throws {
        events = []
        try call("Page.navigate", ["url": address])
        try wait(for: "document.readyState === 'complete' && location.href !== 'about:blank'")
    }

    /// The value of a piece of JavaScript.
    @discardableResult
    func evaluate(_ script: String) throws -> Any? {
        let answer = try call(
            "Runtime.evaluate",
            ["expression": script, "returnByValue": true, "awaitPromise": true])
        if let problem = answer["exceptionDetails"] {
            throw Failure(description: "\(script): \(problem)")
        }
        return (answer["result"] as? [String: Any])?["value"]
    }

    func text(_ script: String) throws -> String { try evaluate(script) as? String ?? "" }
    func number(_ script: String) throws -> Double {
        (try evaluate(script) as? NSNumber)?.doubleValue ?? .nan
    }
    func isTrue(_ script: String) throws -> Bool { try evaluate(script) as? Bool ?? false }

    /// Waits until a piece of JavaScript is true.
    func wait(for script: String, seconds: Double = 30) throws {
        let end = Date(timeIntervalSinceNow: seconds)
        while Date() < end {
            if (try? isTrue(script)) == true { return }
            Thread.sleep(forTimeInterval: 0.02)
        }
        throw Failure(description: "never true: \(script)")
    }

    /// Types into what has the focus.
    func type(_ text: String) throws { try call("Input.insertText", ["text": text]) }

    /// The addresses that were asked for.
    var requests: [String] {
        events.filter { $0.method == "Network.requestWillBeSent" }.compactMap {
            ($0.parameters["request"] as? [String: Any])?["url"] as? String
        }
    }

    /// What the browser complained of.
    var complaints: [String] {
        events.compactMap { event in
            switch event.method {
            case "Runtime.exceptionThrown": return "\(event.parameters)"
            case "Log.entryAdded":
                let entry = event.parameters["entry"] as? [String: Any]
                let level = entry?["level"] as? String
                return level == "error" || level == "warning"
                    ? "\(entry?["text"] ?? "") \(entry?["url"] ?? "")" : nil
            case "Runtime.consoleAPICalled":
                return event.parameters["type"] as? String == "error"
                    ? "\(event.parameters)" : nil
            default: return nil
            }
        }
    }

    /// Saves a picture where `NBRUN_PHOTOS` names a folder for them.
    func photograph(_ name: String, isWhole: Bool = false) throws {
        guard let folder = ProcessInfo.processInfo.environment["NBRUN_PHOTOS"] else { return }
        let answer = try call(
            "Page.captureScreenshot", ["format": "png", "captureBeyondViewport": isWhole])
        guard let text = answer["data"] as? String, let data = Data(base64Encoded: text) else {
            return
        }
        try data.write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
    }
}
