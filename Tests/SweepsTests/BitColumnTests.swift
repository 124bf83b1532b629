import Sweeps
import Testing

@Suite struct BitColumnTests {
    @Test("holds its bars and nothing past them", arguments: [0, 1, 63, 64, 65, 200])
    func words(count: Int) {
        let column = BitColumn(count: count) { $0 % 3 == 0 }
        for bar in 0..<count { #expect(column[bar] == (bar % 3 == 0)) }
        let full = BitColumn(
            count: count, words: Array(repeating: ~0, count: BitColumn.wordCount(count)))
        #expect(full == BitColumn(count: count) { _ in true })
        var written = BitColumn(count: count)
        for word in 0..<BitColumn.wordCount(count) { written.setWord(word, ~0) }
        #expect(written == full)
    }
}
