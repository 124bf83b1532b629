import Charts
import Testing

@Suite("ByteText")
struct ByteTextTests {
    private func text(_ body: (inout ByteText) -> Void) -> String {
        var text = ByteText()
        body(&text)
        return text.text
    }

    @Test("writes whole numbers, also the least and the greatest")
    func integers() {
        for value in [0, 7, -7, 10, 99, 100, -1_000, Int.max, Int.min] {
            #expect(text { $0.append(value) } == "\(value)")
        }
        #expect(text { $0.append(7, digits: 4) } == "0007")
        #expect(text { $0.append(12_345, digits: 2) } == "12345")
        #expect(text { $0.append(0, digits: 2) } == "00")
    }

    @Test(
        "writes the shortest text of a number",
        arguments: [
            (0, "0"), (-0.0, "0"), (10, "10"), (-12.5, "-12.5"), (0.1, "0.1"), (1e-5, "1e-05"),
            (123.4567, "123.4567"), (0.0001, "0.0001"), (1e22, "1e+22"), (.nan, ""),
            (0.1 + 0.2, "0.30000000000000004"), (-0.05, "-0.05"), (1e15, "1000000000000000"),
        ] as [(Double, String)])
    func shortest(value: Double, expected: String) {
        #expect(text { $0.append(shortest: value) } == expected)
    }
}
