import Notebooks

extension [VariableSummary] {
    /// A listing of variables as the template takes it.
    var templateValues: [String: Any] {
        [
            "count": count, "names": map(\.name).joined(separator: "  "),
            "rows": map { variable in
                [
                    "name": variable.name, "type": variable.type, "shape": variable.shape,
                    "dtype": variable.dtype, "preview": variable.preview,
                ]
            },
        ]
    }
}

extension [VariableSummary] {
    /// The same for pages that list the variables of several notes.
    package var listing: [String: Any] { templateValues }
}

/// The words of pages that belong to no note.
package enum PageWords {
    package static func values(language: String) -> [String: Any] {
        Phrases(language: language).values
    }
}

extension Phrases {
    /// The words as the templates take them.
    var values: [String: Any] {
        [
            "contents": contents, "variables": variables, "allVariables": allVariables,
            "recorded": recorded, "notRun": notRun, "imported": imported, "traceback": traceback,
            "skip": skip, "theme": theme, "shapes": shapes, "copy": copy, "copied": copied,
            "name": columns.name, "type": columns.type, "shape": columns.shape,
            "dtype": columns.dtype,
            "value": columns.value,
        ]
    }
}
