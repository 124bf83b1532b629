extension InputColumns {
    /// Where the first four columns begin.
    struct Pointers {
        let first: UnsafePointer<Value>
        let second: UnsafePointer<Value>
        let third: UnsafePointer<Value>
        let fourth: UnsafePointer<Value>
    }

    /// Calls a function with the columns' beginnings, of as many rows as there are anchors; does
    /// nothing where there are none.
    @inline(__always)
    func withPointers(_ body: (Pointers) -> Void) {
        let count = anchors.count
        precondition(first.count == count && second.count == count)
        precondition(third.count == count && fourth.count == count)
        first.withUnsafeBufferPointer { first in
            second.withUnsafeBufferPointer { second in
                third.withUnsafeBufferPointer { third in
                    fourth.withUnsafeBufferPointer { fourth in
                        guard let first = first.baseAddress, let second = second.baseAddress,
                            let third = third.baseAddress, let fourth = fourth.baseAddress
                        else { return }
                        body(Pointers(first: first, second: second, third: third, fourth: fourth))
                    }
                }
            }
        }
    }
}
