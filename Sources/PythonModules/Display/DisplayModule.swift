import PythonRuntime

/// `IPython.display`.
enum DisplayModule {
    static func register(in python: Interpreter) {
        python.modules.register("IPython") { python in
            let m = ModuleBuilder("IPython", pythonWording: true, in: python)
            try m.set("__version__", "8.18.1")
            m.raw("get_ipython()") { _, _ in .none }
            if let display = try python.modules.find("IPython.display", in: python) {
                try m.set("display", Value.object(display))
            }
            return m.module
        }
        for name in ["IPython.display", "IPython.core.display"] {
            python.modules.register(name) { try make(name, in: $0) }
        }
        // IPython puts these two in reach of every cell.
        python.builtins["display"] = .object(
            NativeFunction(
                "display(*objs, **kwargs)\n\nShows values in their richest form.",
                module: "IPython.core.display_functions",
                .raw { python, arguments in try show(arguments, python) }, in: python))
    }

    private static func make(_ name: String, in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder(name, pythonWording: true, in: python)
        m.module.namespace["display"] = python.builtins["display"]
        m.raw("clear_output(wait=False)") { python, arguments in
            let waits = arguments.positional.first ?? arguments.keywords.first?.value
            DisplayChannel.of(python).clear(try waits.map { try python.isTrue($0) } ?? false)
            return .none
        }
        m.raw("set_matplotlib_formats(*formats, **kwargs)") { _, _ in .none }
        for (name, mime) in [
            ("HTML", "text/html"), ("Markdown", "text/markdown"), ("Latex", "text/latex"),
            ("SVG", "image/svg+xml"), ("Pretty", "text/plain"),
        ] {
            rich(m, name) { text in [mime: text] }
        }
        rich(m, "Math") { text in ["text/latex": "$\\displaystyle \(text)$"] }
        image(m)
        let channel = DisplayChannel.of(python)
        channel.representations.append { value in (value.object as? RichObject)?.bundle }
        return m.module
    }

    /// `display(a, b, …)`.
    private static func show(_ arguments: Arguments, _ python: Interpreter) throws -> Value {
        let channel = DisplayChannel.of(python)
        for value in arguments.positional {
            var bundle = try channel.representations(of: value, in: python)
            if bundle["text/plain"] == nil {
                bundle["text/plain"] = try channel.plainText(value, python)
            }
            channel.publish(bundle)
        }
        return .none
    }

    // MARK: Rich values

    private static func rich(
        _ m: ModuleBuilder, _ name: String, _ bundle: @escaping (String) -> [String: String]
    ) {
        m.type(name) { t in
            t.type.moduleName = "IPython.core.display"
            t.type.hasInstanceDictionary = true
            t.constructor("\(name)(data=None, url=None, filename=None, metadata=None)") {
                python, type, values in
                var text = try text(of: values[0], python)
                if let path = values[2].text {
                    text = String(
                        decoding: try NoteFolderAccess.of(python).contents(path, in: python),
                        as: UTF8.self)
                }
                guard values[1].isNone else { throw offline(python) }
                let object = RichObject(bundle(text), text: text, type: type)
                return .object(object)
            }
            t.property("data") { python, own -> Value in
                .string((own.object as? RichObject)?.text ?? "", in: python)
            }
        }
    }

    private static func text(of data: Value, _ python: Interpreter) throws -> String {
        if let bytes = data.object as? BytesObject {
            return String(decoding: bytes.bytes, as: UTF8.self)
        }
        return data.isNone ? "" : try python.str(data)
    }

    private static func offline(_ python: Interpreter) -> PythonError {
        python.error("PermissionError", "a note may not use the network")
    }

    private static func image(_ m: ModuleBuilder) {
        m.type("Image") { t in
            t.type.moduleName = "IPython.core.display"
            t.type.hasInstanceDictionary = true
            t.constructor(
                "Image(data=None, url=None, filename=None, format=None, embed=None, width=None, height=None, retina=False, unconfined=False, metadata=None, alt=None)"
            ) { python, type, values in
                guard values[1].isNone else { throw offline(python) }
                let bytes: [UInt8]
                if let data = values[0].object as? BytesObject {
                    bytes = data.bytes
                } else if let path = values[2].text ?? values[0].text {
                    guard !path.hasPrefix("http://"), !path.hasPrefix("https://") else {
                        throw offline(python)
                    }
                    bytes = try picture(path, python)
                } else {
                    throw python.valueError("Image needs data or a file below the note's folder")
                }
                guard let mime = PictureKind.mime(of: bytes) else {
                    throw python.valueError("this is no PNG, JPEG, GIF, WebP or SVG picture")
                }
                let data =
                    mime == PictureKind.drawing
                    ? String(decoding: bytes, as: UTF8.self) : PictureKind.base64(bytes)
                return .object(RichObject([mime: data], text: "", type: type))
            }
        }
    }

    /// A picture's file; where the note saved a drawing in its place, that one.
    private static func picture(_ path: String, _ python: Interpreter) throws -> [UInt8] {
        let files = NoteFolderAccess.of(python)
        let drawing = PictureFile.drawing(for: path)
        let isDrawing = !files.isFile(path) && files.isFile(drawing)
        return try files.contents(isDrawing ? drawing : path, in: python)
    }
}

/// A value that is nothing but what it shows.
package final class RichObject: InstanceObject {
    let bundle: [String: String]
    let text: String

    init(_ bundle: [String: String], text: String, type: TypeObject) {
        self.bundle = bundle
        self.text = text
        super.init(type: type)
    }
}
