import Foundation
import OneCallCore
import Testing

@testable import OneCallKit

@Suite struct DeviceTests {
    @Test func onlyABackOrAnotherNetworkIsNews() {
        var changes = NetworkChanges()
        let (none, wifi, mobile) = (
            NetworkPath(isUsable: false, interfaces: []), NetworkPath(isUsable: true, interfaces: ["en0"]),
            NetworkPath(isUsable: true, interfaces: ["pdp_ip0"])
        )
        let news = [wifi, wifi, none, none, wifi, mobile, mobile, none].map { changes.isNews($0) }
        #expect(news == [false, false, false, false, true, true, false, false])
    }

    @Test func theCamerasStatusIsToldInTheCoresWords() {
        let expected: [(CameraStatus, CameraAccess, CameraPermission)] = [
            (.notDetermined, .notAsked, .notAsked), (.restricted, .denied, .refused), (.denied, .denied, .refused),
            (.authorized, .granted, .granted),
        ]
        #expect(expected.map(\.0) == CameraStatus.allCases)
        for (status, access, permission) in expected {
            #expect(FakeCamera(status).access == access)
            #expect(FakeCamera(status).permission == permission)
        }
        #expect(FakeCamera(isThere: false).access == .missing)
    }

    @Test func arThatIsNotThereIsAbsent() {
        let measured = Measurement.taken(ar: FakeAr(said: nil), camera: FakeCamera(), simulated: true)
        #expect(measured == Measurement(system: .absent, camera: .granted, simulated: true))
    }

    @Test func thePasteboardIsAskedOnceForEachCopy() {
        var offer = PasteOffer()
        #expect(offer.shouldAsk(changeCount: 1, isWanted: false) == false)
        #expect(offer.shouldAsk(changeCount: 1, isWanted: true) == true)
        #expect(offer.shouldAsk(changeCount: 1, isWanted: true) == false)
        offer.answered(true, changeCount: 1)
        #expect(offer.isLikely)
        #expect(offer.shouldAsk(changeCount: 2, isWanted: true) == true)
        offer.answered(true, changeCount: 1)
        #expect(!offer.isLikely, "an answer to an older question")
    }

    @Test func onlyBrowsingLeadsToACall() throws {
        let page = try #require(URL(string: "https://help.example.com/j/X"))
        #expect(Arriving(activity: "NSUserActivityTypeBrowsingWeb", page: page)?.text == "https://help.example.com/j/X")
        #expect(Arriving(activity: "com.example.other", page: page) == nil)
        #expect(Arriving(activity: "NSUserActivityTypeBrowsingWeb", page: nil) == nil)
    }
}

@Suite struct StorageTests {
    @Test func whatCouldNotBeSavedIsSavedLater() {
        let storage = StubbornStorage()
        let keeper = BlobKeeper(storage)
        storage.refusal.with { $0 = .failed(-1) }
        keeper.save("a")
        keeper.save("b")
        storage.refusal.with { $0 = nil }
        #expect(storage.kept.load() == nil)
        keeper.retry()
        #expect(storage.kept.load() == "b")
    }

    @Test func aNewInstallFindsNothingOfAnEarlierOne() throws {
        let (storage, mark) = (MemoryStorage("old"), Mark())
        #expect(try FreshInstallStorage(storage, mark: mark).load() == nil)
        #expect(storage.load() == nil)
        try FreshInstallStorage(storage, mark: mark).save("new")
        #expect(try FreshInstallStorage(storage, mark: mark).load() == "new")
    }

    @Test func aLockedPhoneLosesNothing() throws {
        let (storage, mark) = (StubbornStorage(), Mark())
        mark.set()
        storage.kept.save("kept")
        storage.refusal.with { $0 = .locked }
        #expect(throws: StorageError.locked) { try FreshInstallStorage(storage, mark: mark).load() }
        storage.refusal.with { $0 = nil }
        #expect(try FreshInstallStorage(storage, mark: mark).load() == "kept")
    }

    @Test func aSceneRemembersWhatWasBeingDoneAndForgetsWhatItCannotRead() {
        let drafts = Drafts(name: "Ma\"ría", isScanning: true)
        #expect(Drafts(kept: drafts.kept) == drafts)
        #expect(Drafts(kept: "{") == Drafts())
        #expect(Drafts(kept: "") == Drafts())
    }
}
