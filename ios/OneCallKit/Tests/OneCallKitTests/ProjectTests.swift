import Foundation
import Testing

/// The committed Xcode project and the files that it names, read without Xcode.
@Suite struct ProjectTests {
    private let ios = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private func list(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: ios.appendingPathComponent(path))
        return try #require(try PropertyListSerialization.propertyList(from: data, format: nil) as? [String: Any])
    }

    private func objects() throws -> [String: [String: Any]] {
        try #require(try list("OneCall.xcodeproj/project.pbxproj")["objects"] as? [String: [String: Any]])
    }

    @Test func everythingThatTheProjectRefersToIsInIt() throws {
        let objects = try objects()
        let ids = try Set(objects.keys + [#require(list("OneCall.xcodeproj/project.pbxproj")["rootObject"] as? String)])
        #expect(ids == Set(objects.keys))
        for (id, object) in objects {
            for case let referred as String in object.values.flatMap({ $0 as? [Any] ?? [$0] })
            where referred.hasPrefix("0C00000000") {
                #expect(objects[referred] != nil, "\(id) refers to \(referred)")
            }
        }
    }

    @Test func everyFileThatTheProjectNamesIsThere() throws {
        let objects = try objects().values
        let named = objects.compactMap { object -> String? in
            switch object["isa"] as? String {
            case "PBXFileSystemSynchronizedRootGroup": object["path"] as? String
            case "PBXFileReference" where object["sourceTree"] as? String == "<group>": object["path"] as? String
            case "XCLocalSwiftPackageReference": object["relativePath"] as? String
            default: nil
            }
        }
        let settings = objects.compactMap { $0["buildSettings"] as? [String: Any] }
        let files = ["CODE_SIGN_ENTITLEMENTS", "INFOPLIST_FILE"].flatMap { key in
            settings.compactMap { $0[key] as? String }
        }
        #expect(named.count == 3 && files.count == 4)
        for path in named + files {
            #expect(FileManager.default.fileExists(atPath: ios.appendingPathComponent(path).path), "\(path)")
        }
    }

    @Test func anotherWindowWouldShareTheOneCustomerAndIsNotOpened() throws {
        let scenes = try #require(try list("App/Info.plist")["UIApplicationSceneManifest"] as? [String: Any])
        #expect(scenes["UIApplicationSupportsMultipleScenes"] as? Bool == false)
        let settings = try objects().values.compactMap { $0["buildSettings"] as? [String: Any] }
        // It would be said twice, and otherwise.
        #expect(settings.allSatisfy { $0["INFOPLIST_KEY_UIApplicationSceneManifest_Generation"] == nil })
    }

    @Test func theStoreIsToldWhatItRefusesAnAppWithout() throws {
        let apps = try objects().values.compactMap { $0["buildSettings"] as? [String: Any] }
            .filter { $0["TARGETED_DEVICE_FAMILY"] as? String == "1,2" }
        #expect(apps.count == 2)
        for settings in apps {
            // An iPad shows apps side by side, in whatever way it is held.
            let turned = settings["INFOPLIST_KEY_UISupportedInterfaceOrientations_iPad"] as? String
            #expect(turned?.split(separator: " ").count == 4)
            let icon = try #require(settings["ASSETCATALOG_COMPILER_APPICON_NAME"] as? String)
            try expectAnOpaqueIcon(in: "App/Assets.xcassets/\(icon).appiconset")
        }
        let used = try #require(try list("App/PrivacyInfo.xcprivacy")["NSPrivacyAccessedAPITypes"] as? [[String: Any]])
        let kinds = used.compactMap { ($0["NSPrivacyAccessedAPIType"] as? String)?.dropFirst(28) }
        #expect(kinds == ["UserDefaults", "FileTimestamp"])
        #expect(used.allSatisfy { ($0["NSPrivacyAccessedAPITypeReasons"] as? [String])?.count == 1 })
    }

    private func expectAnOpaqueIcon(in folder: String) throws {
        let folder = ios.appendingPathComponent(folder)
        let contents = try JSONSerialization.jsonObject(
            with: Data(contentsOf: folder.appendingPathComponent("Contents.json")))
        let images = try #require((contents as? [String: Any])?["images"] as? [[String: String]])
        #expect(images.map { $0["size"] } == ["1024x1024"])
        let picture = try Data(contentsOf: folder.appendingPathComponent(#require(images.first?["filename"])))
        // The head of a PNG: its width and height, eight bits a colour, and no alpha.
        #expect(Array(picture[16..<26]) == [0, 0, 4, 0, 0, 0, 4, 0, 8, 2])
    }

    @Test func noViewNamesASymbolOfItsOwn() throws {
        for folder in ["App", "OneCallKit/Sources/OneCallPhone"] {
            let folder = ios.appendingPathComponent(folder)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            for file in files where file.hasSuffix(".swift") {
                let code = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
                #expect(!code.contains(/system(Name|Image): *"/), "\(file)")
            }
        }
    }

    @Test func theAppAsksForTheCameraInItsUsersLanguageAndTakesItsLinks() throws {
        let usages = try ["en", "de", "es", "fr", "ja"].map { language in
            try list("App/Resources/\(language).lproj/InfoPlist.strings")["NSCameraUsageDescription"] as? String
        }
        #expect(Set(usages.compactMap { $0 }).count == 5)
        let types = try #require(try list("App/Info.plist")["CFBundleURLTypes"] as? [[String: Any]])
        #expect(types.first?["CFBundleURLSchemes"] as? [String] == ["onecall"])
        let domains = try list("App/OneCall.entitlements")["com.apple.developer.associated-domains"] as? [String]
        #expect(domains?.allSatisfy { $0.hasPrefix("applinks:") } == true && domains?.isEmpty == false)
    }
}
