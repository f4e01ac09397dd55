import AuthenticationServices
import CryptoKit
import Foundation
import OneCallKit
import UIKit

/// The system's browser, as a sheet that gives the address it came back by to this app alone.
@MainActor
public final class PhoneAccountBrowser: NSObject, AccountBrowsing, ASWebAuthenticationPresentationContextProviding {
    private var session: ASWebAuthenticationSession?

    public func show(_ page: URL, until scheme: String) async -> URL? {
        // The first answer counts, however many come, and from whichever thread.
        let (answers, sink) = AsyncStream.makeStream(of: URL?.self, bufferingPolicy: .bufferingOldest(1))
        let session = ASWebAuthenticationSession(url: page, callbackURLScheme: scheme) { @Sendable returned, _ in
            sink.yield(returned)
            sink.finish()
        }
        session.presentationContextProvider = self
        self.session = session
        if !session.start() { sink.finish() }
        for await returned in answers {
            return returned
        }
        return nil
    }

    public func presentationAnchor(for session: ASWebAuthenticationSession) -> ASPresentationAnchor {
        let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
        return scenes.flatMap(\.windows).first(where: \.isKeyWindow) ?? ASPresentationAnchor()
    }
}

/// Asks the accounts' server: without cookies, cache or redirects.
public final class PhoneAccountServer: NSObject, AccountAsking, URLSessionTaskDelegate {
    private let session = URLSession(configuration: .ephemeral)

    public func ask(_ request: URLRequest) async -> AccountAnswer? {
        guard let (bytes, response) = try? await session.bytes(for: request, delegate: self),
            let status = (response as? HTTPURLResponse)?.statusCode
        else { return nil }
        var body = Data()
        do {
            for try await byte in bytes {
                body.append(byte)
                if body.count > AccountAnswer.longest { return nil }
            }
        } catch {
            return nil
        }
        return AccountAnswer(status: status, body: body)
    }

    public func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest
    ) async -> URLRequest? {
        nil
    }
}

extension Accounts {
    /// Those of this iPhone.
    public static func phone() -> Accounts {
        Accounts(
            browser: PhoneAccountBrowser(), server: PhoneAccountServer(),
            storage: FreshInstallStorage(KeychainStorage(account: "account"), mark: DefaultsMark(of: "account")),
            sha256: { Data(SHA256.hash(data: $0)) })
    }
}
