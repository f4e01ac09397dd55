// What the core wants to know of this device. A browser's own AR is not counted: it may take the camera away from the
// call, and few phones have it.

/** @param {import("./types.js").CameraAccess} camera @returns {import("./types.js").Measurement} */
export function measurement(camera) {
  return { system: "absent", camera: permission(camera), simulated: false };
}

/** @param {import("./types.js").CameraAccess} camera @returns {import("./types.js").Measurement["camera"]} */
function permission(camera) {
  if (camera === "granted") return "granted";
  return camera === "denied" ? "refused" : "not-asked";
}
