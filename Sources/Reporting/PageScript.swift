/// The one script of a page, written by hand and without a library.
enum PageScript {
    /// The script, in a scope of its own.
    static let text =
        "(()=>{\"use strict\";\n"
        + [
            ScriptBasics.text, ScriptPanel.text, ScriptSeries.text, ScriptView.text,
            ScriptGestures.text, ScriptTrades.text, ScriptPage.text,
        ].joined(separator: "\n") + "\n})();"
}
