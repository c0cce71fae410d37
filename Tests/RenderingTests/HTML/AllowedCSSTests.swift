import Testing

@testable import Rendering

@Suite struct AllowedCSSTests {
    @Test(arguments: [
        ("color: red", "color: red"), ("COLOR:#FF0000;", "color: #ff0000"),
        ("width:600;height:400px", "width: 600; height: 400px"),
        ("background: rgb(1, 2, 3)", "background-color: rgb(1, 2, 3)"),
        ("color:red; position:fixed; text-align:center", "color: red; text-align: center"),
    ])
    func keepsLooks(style: String, wanted: String) {
        #expect(AllowedCSS.declarations(style) == wanted)
    }

    @Test(arguments: [
        "position: fixed", "background: url(x)", "background-color: url(x)",
        "width: expression(alert(1))",
        "color: var(--x)", "color: r\\65 d", "color: red/**/", "behavior: x", "", "color",
        "margin: -99px",
        "font-family: x; }", "width: calc(1px + 2px)",
    ])
    func dropsPlacementAndAddresses(style: String) {
        let kept = AllowedCSS.declarations(style)
        #expect(kept == nil || kept == "font-family: x")
    }
}
