extension BodyWriter {
    mutating func writePicture(
        _ address: String, alternative: String, title: String = "", attributes: String = ""
    ) {
        switch picture(address) {
        case .embedded(let address):
            write(picture: address, alternative, title, attributes)
        case .file(_, let name):
            let address = (options.site?.root ?? "") + SiteLinks.pictures + name
            write(picture: address, alternative, title, attributes + " loading=\"lazy\"")
        case .missing:
            writeFrame(label: phrases.missingPicture, address, alternative: alternative)
        case .remote(let url):
            writeFrame(label: phrases.remotePicture, url, alternative: alternative)
        }
    }

    private mutating func write(
        picture address: String, _ alternative: String, _ title: String, _ attributes: String
    ) {
        html += "<img src=\"\(address.escapedHTML)\" alt=\"\(alternative.escapedHTML)\""
        if !title.isEmpty { html += " title=\"\(title.escapedHTML)\"" }
        html += "\(attributes)>"
    }

    /// An `<img>` of the note's raw HTML.
    mutating func writePicture(_ tag: HTMLTag) {
        let attributes = tag.attributes
            .filter { $0.name != "alt" && $0.name != "title" }
            .compactMap { attribute in
                AllowedHTML.value(of: attribute, on: "img").map {
                    " \(attribute.name)=\"\($0.escapedHTML)\""
                }
            }
        writePicture(
            tag["src"] ?? "", alternative: tag["alt"] ?? "", title: tag["title"] ?? "",
            attributes: attributes.joined())
    }

    /// The picture at an address, read once; a missing one is warned of once.
    private mutating func picture(_ address: String) -> Picture {
        if let known = pictures[address] { return known }
        let picture = Picture(address, resources: options.resources, site: options.site)
        pictures[address] = picture
        if case .file(let path, let name) = picture { pictureFiles[path] = name }
        switch picture {
        case .embedded, .file: break
        case .missing: warn("the picture \(address) cannot be read", at: address)
        case .remote:
            warn(
                "the picture \(address) is on the web and not part of the page", at: address,
                hints: ["save it beside the note and name its file"])
        }
        return picture
    }

    /// What stands for a picture that the page does not have: its description and where it should be.
    private mutating func writeFrame(label: String, _ address: String, alternative: String) {
        let text = alternative.isEmpty ? label : alternative
        let path = "<code>\(address.escapedHTML)</code>"
        let isLinked = SafeURL.isRemote(address) && !isInLink && !sanitizer.isInLink
        html += "<span class=\"frame\" role=\"group\" aria-label=\"\(label): \(text.escapedHTML)\">"
        html += "<span class=\"frame-text\">\(text.escapedHTML)</span>"
        if isLinked, let link = SafeURL.link(address) {
            html += "<a href=\"\(link.escapedHTML)\" rel=\"noopener\">\(path)</a>"
        } else {
            html += path
        }
        html += "</span>"
    }
}
