import Foundation

/// The browser of the person at the screen.
enum Browser {
    /// Opens an address where there is a screen; does nothing elsewhere.
    static func open(_ address: String) {
        let environment = ProcessInfo.processInfo.environment
        guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil else { return }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", address]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        // Without such a program the address on the terminal is enough.
        try? process.run()
    }
}

/// Addresses that a server can listen at.
enum BrowserAddress {
    /// Whether a text is an IP address, of version 4 or 6.
    static func isNumeric(_ text: String) -> Bool {
        var address = in6_addr()
        return inet_pton(AF_INET, text, &address) == 1 || inet_pton(AF_INET6, text, &address) == 1
    }
}
