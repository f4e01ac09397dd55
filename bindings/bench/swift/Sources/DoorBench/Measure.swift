import Foundation

/// Nanoseconds that this took.
func timed(_ work: () -> Void) -> UInt64 {
    let start = DispatchTime.now().uptimeNanoseconds
    work()
    return DispatchTime.now().uptimeNanoseconds - start
}

func median(_ times: [UInt64]) -> Double {
    Double(times.sorted()[times.count / 2])
}

func compare(_ other: String, _ ns: Double, _ otherNs: Double, goal: Double? = nil) {
    let aim = goal.map { " (goal \($0))" } ?? ""
    print("    / \(other), \(us(otherNs)): \(String(format: "%.2f", ns / otherNs))\(aim)")
}

func us(_ ns: Double) -> String {
    String(format: "%.1f µs", ns / 1e3)
}

/// How often this thread gave its processor away because it had to wait for something.
func waitsOfThisThread() throws -> Int {
    try number("voluntary_ctxt_switches", in: "/proc/thread-self/status")
}

func residentKb() throws -> Int {
    try number("VmRSS", in: "/proc/self/status")
}

private func number(_ name: String, in file: String) throws -> Int {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let line = lines.first { $0.hasPrefix("\(name):") }
    guard let number = line.flatMap({ Int($0.filter(\.isNumber)) }) else { throw Missing(name) }
    return number
}
