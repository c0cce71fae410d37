import FoundationEssentials
import Glibc

/// The machine that measures.
enum Machine {
    static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// The processor's name, as far as the system tells.
    static var processor: String {
        let facts = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let line = facts.split(separator: "\n").first { $0.hasPrefix("model name") }
        guard let name = line?.split(separator: ":").last else { return "an unnamed processor" }
        return String(name.drop { $0 == " " })
    }

    /// The Python on the PATH itself: what stands there may be a script that looks for one.
    static var python: String? {
        let question = "python3 -c 'import sys; print(sys.executable, end=str())' 2>/dev/null"
        guard let answer = popen(question, "r") else { return nil }
        defer { pclose(answer) }
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        guard fgets(&path, PATH_MAX, answer) != nil else { return nil }
        return path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
    }
}
