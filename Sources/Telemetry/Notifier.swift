/// Takes messages to people.
public protocol Notifier: Sendable {
    /// Delivers one message, or throws when it is not certain that it arrived. It is then tried
    /// again, so a message may arrive twice, under the same key.
    func deliver(_ notice: Notice) throws(NotifierError)
}
