//! Cases out of a file of vectors.

use std::collections::BTreeSet;

use onecall::capability::{ArCoreAnswer, ArSystem, CameraPermission, Measurement};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// All cases; no two share a name.
pub(crate) fn cases(file: &str) -> Vec<Value> {
    let mut file: Value = serde_json::from_str(file).unwrap();
    let Value::Array(cases) = file["cases"].take() else { panic!("a file is {{\"cases\": [ … ]}}") };
    let names: BTreeSet<_> = cases.iter().map(|case| text(case, "name")).collect();
    assert_eq!(names.len(), cases.len(), "two cases have one name");
    cases
}

pub(crate) fn text<'c>(case: &'c Value, key: &str) -> &'c str {
    case[key].as_str().unwrap_or_else(|| panic!("no {key} in {case}"))
}

/// A text as often as its case says.
pub(crate) fn repeated(case: &Value, key: &str) -> String {
    let times = case.get("times").map_or(1, |times| times.as_u64().unwrap());
    text(case, key).repeat(times.try_into().unwrap())
}

/// A value of the core's own, in kebab-case.
pub(crate) fn word<T: DeserializeOwned>(case: &Value, key: &str) -> T {
    serde_json::from_value(case[key].clone()).unwrap_or_else(|error| panic!("{key}: {error} in {case}"))
}

#[derive(Deserialize)]
#[serde(tag = "system", rename_all = "lowercase", deny_unknown_fields)]
enum Measured {
    Absent {
        camera: CameraPermission,
        simulated: bool,
    },
    ArCore {
        camera: CameraPermission,
        simulated: bool,
        answer: Answer,
        api_level: u32,
        depth: bool,
    },
    ArKit {
        camera: CameraPermission,
        simulated: bool,
        world_tracking: bool,
        scene_reconstruction: bool,
        scene_depth: bool,
    },
}

/// ARCore's answers in kebab-case: on the wire they have ARCore's own capitals.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", remote = "ArCoreAnswer")]
enum AnswerWord {
    UnknownError,
    UnknownChecking,
    UnknownTimedOut,
    UnsupportedDeviceNotCapable,
    SupportedNotInstalled,
    SupportedApkTooOld,
    SupportedInstalled,
}

#[derive(Deserialize)]
struct Answer(#[serde(with = "AnswerWord")] ArCoreAnswer);

pub(crate) fn measurement(measured: &Value) -> Measurement {
    let measured = serde_json::from_value(measured.clone()).unwrap_or_else(|error| panic!("{error} in {measured}"));
    let (system, camera, simulated) = match measured {
        Measured::Absent { camera, simulated } => (ArSystem::Absent, camera, simulated),
        Measured::ArCore { camera, simulated, answer: Answer(answer), api_level, depth } => {
            (ArSystem::ArCore { answer, api_level, depth }, camera, simulated)
        }
        Measured::ArKit { camera, simulated, world_tracking, scene_reconstruction, scene_depth } => {
            (ArSystem::ArKit { world_tracking, scene_reconstruction, scene_depth }, camera, simulated)
        }
    };
    Measurement { system, camera, simulated }
}
