import PythonRuntime

/// A drawing that a function gave back: shown where it is a cell's value, and below the cell where nobody showed it.
package final class PictureObject: InstanceObject {
    let svg: String
    /// How it prints: `<plot of sequential>`.
    let summary: String
    fileprivate var wasShown = false

    fileprivate init(_ svg: String, summary: String, type: TypeObject) {
        self.svg = svg
        self.summary = summary
        super.init(type: type)
    }
}

/// The drawings of a note that are still to be shown.
final class PictureSession {
    private let type: TypeObject
    private let channel: DisplayChannel
    private(set) var waiting: [PictureObject] = []

    static func of(_ python: Interpreter) -> PictureSession {
        python.state(PictureSession.self) { PictureSession($0) }
    }

    private init(_ python: Interpreter) {
        type = TypeObject(
            "Picture", bases: [python.types.object], module: "nbrun",
            metatype: python.types.type, in: python)
        channel = DisplayChannel.of(python)
        channel.representations.append { value in
            (value.object as? PictureObject).map(Self.shown)
        }
        channel.atCellEnd.append { [unowned self] in self.showWaiting() }
        let t = TypeBuilder(type, in: python)
        t.unary(.repr) { _, own -> String in
            (own.object as? PictureObject)?.summary ?? "<Picture>"
        }
        t.property("data") { python, own -> Value in
            .string((own.object as? PictureObject)?.svg ?? "", in: python)
        }
        // What programs ask the graphs of pydot for.
        for name in ["create", "create_svg"] {
            t.raw("\(name)(self, prog=None, format='svg', encoding=None)") { python, arguments in
                let picture = arguments.positional.first?.object as? PictureObject
                return .object(BytesObject(Array((picture?.svg ?? "").utf8), in: python))
            }
        }
    }

    private static func shown(_ picture: PictureObject) -> [String: String] {
        picture.wasShown = true
        return ["text/plain": picture.summary, "image/svg+xml": picture.svg]
    }

    /// A drawing as a value.
    func picture(_ svg: String, summary: String) -> Value {
        let picture = PictureObject(svg, summary: summary, type: type)
        waiting.append(picture)
        return .object(picture)
    }

    private func showWaiting() {
        let pictures = waiting.filter { !$0.wasShown }
        waiting = []
        for picture in pictures { channel.publish(Self.shown(picture)) }
    }
}
