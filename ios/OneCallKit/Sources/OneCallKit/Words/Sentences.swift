import Foundation
import OneCallCore

/// What the screens say: the core's messages and the app's own labels, in the customer's language.
public protocol Sentences: Sendable {
    /// The sentence of a message, with its arguments in place.
    func say(_ message: Message) -> String

    /// A label of the app's.
    func label(_ label: AppLabel) -> String

    /// The moment by this phone's clock: the time of day, and the day unless it is today.
    func moment(_ date: Date) -> String
}
