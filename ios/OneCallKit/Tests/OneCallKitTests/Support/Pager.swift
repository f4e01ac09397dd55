@testable import OneCallKit

/// Every page that a customer is shown, to be waited for.
@MainActor
final class Pager {
    let customer: Customer
    private let pages: AsyncStream<Page>

    init(_ customer: Customer) {
        self.customer = customer
        let (pages, sink) = AsyncStream.makeStream(of: Page.self)
        self.pages = pages
        customer.onChange = { sink.yield($0) }
    }

    /// The page of this kind, now or later. One that never comes ends with the time limit of the test.
    @discardableResult
    func awaits(_ kind: String, _ isWanted: (Page) -> Bool = { _ in true }) async throws -> Page {
        if customer.page.kind == kind, isWanted(customer.page) { return customer.page }
        for await page in pages where page.kind == kind && isWanted(page) {
            return page
        }
        throw Missing("not shown: \(kind)")
    }
}
