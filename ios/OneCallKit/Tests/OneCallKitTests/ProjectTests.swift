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
