/// Why modules of the standard library are not available in a note.
enum Refusals {
    /// The reason by the module's name.
    static let reasons: [String: String] = {
        var reasons: [String: String] = [:]
        for (reason, names) in groups {
            for name in names.split(separator: " ") { reasons[String(name)] = reason }
        }
        return reasons
    }()

    private static let groups = [
        "a note may not start programs": "subprocess pty popen2 commands",
        "a note may not use the network":
            "socket ssl urllib http requests ftplib smtplib socketserver xmlrpc telnetlib",
        "a note runs on one thread":
            "threading _thread multiprocessing concurrent asyncio queue sched",
        "a note may not change files": "shutil tempfile zipfile tarfile gzip bz2 lzma sqlite3 dbm",
        "a note may not reach into memory": "ctypes mmap gc tracemalloc",
        "unpickling can run any code": "pickle cPickle _pickle shelve marshal",
        "a note has no keyboard and no windows": "tkinter curses readline getpass turtle",
        "a note is not debugged from inside": "pdb cProfile profile timeit_",
    ]
}
