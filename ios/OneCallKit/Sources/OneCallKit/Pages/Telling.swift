/// What is to be told to who listens to the screen, when one page follows another.
public enum Telling: Equatable, Sendable {
    /// Another screen: it is read from its heading on.
    case screen
    /// The same screen says this now. What is being read, typed or pressed stays where it is: a connection that comes
    /// and goes takes nobody away from a button.
    case news(String)
    case nothing
}

extension Page {
    /// What is told when this page follows `last`: of the same screen only what was not said before.
    public func telling(after last: Page) -> Telling {
        guard kind == last.kind else { return .screen }
        let before = last.said
        let news = said.filter { !before.contains($0) }
        return news.isEmpty ? .nothing : .news(news.joined(separator: " "))
    }

    private var said: [String] { [heading] + lines.map(\.said) }
}

extension Line {
    /// The whole line, for who listens.
    public var said: String { [text, more].compactMap { $0 }.joined(separator: " ") }
}
