import OneCallCore

/// An invitation as people compare it: where it leads and how it ends; the whole text alone where that says more.
struct ToldApart: Hashable {
    let text: String
    var end: String?
}

/// Several invitations to choose from. Whoever compares them with a message looks at their ends.
func toldApart(_ invitations: [Invitation]) -> [ToldApart] {
    let short = invitations.map(shortened)
    return Set(short).count == short.count ? short : invitations.map { ToldApart(text: $0) }
}

private func shortened(_ invitation: Invitation) -> ToldApart {
    guard let scheme = ["https://", "http://"].first(where: { invitation.hasPrefix($0) }) else {
        return ToldApart(text: invitation)
    }
    let link = invitation.dropFirst(scheme.count)
    let host = link.prefix { !"/?#".contains($0) }
    let end = link.dropFirst(host.count).filter { $0.isLetter || $0.isNumber }.suffix(8)
    guard !host.isEmpty, !end.isEmpty else { return ToldApart(text: invitation) }
    // Two groups of four, as one reads a long number aloud.
    let groups = [end.prefix(4), end.dropFirst(4)].filter { !$0.isEmpty }
    return ToldApart(text: String(host), end: "…\u{A0}" + groups.joined(separator: "\u{A0}"))
}
