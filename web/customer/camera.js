// The customer's camera: whether it can be had, and what it sees. The microphone is never asked for: the customer is
// on the phone already.

/** The rear one where there is one; asked for, never demanded: some phones do not know which it is. */
const WANTED = { audio: false, video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 } } };

/**
 * Why there is no picture, as far as the customer can do something about it.
 * `denied`: by a choice that only the settings change. `not-chosen`: asked and dismissed. `missing`: there is none.
 * `busy`: another program has it.
 * @typedef {"denied" | "not-chosen" | "missing" | "busy"} Trouble
 */

/** `insecure`: this page is not from a safe address. `allowed`: nobody is asked any more.
 * @returns {Promise<{access: import("./types.js").CameraAccess, insecure: boolean, allowed: boolean}>} */
export async function look() {
  if (!navigator.mediaDevices?.getUserMedia) {
    return { access: "missing", insecure: !window.isSecureContext, allowed: false };
  }
  const permission = (await status())?.state;
  if (permission === "denied") return { access: "denied", insecure: false, allowed: false };
  if (!(await isThere())) return { access: "missing", insecure: false, allowed: false };
  // Even where it is allowed: whether it gives a picture shows when it is opened.
  return { access: "not-asked", insecure: false, allowed: permission === "granted" };
}

/**
 * Calls back when the browser's settings change, or a camera is plugged in or out.
 * @param {() => void} changed
 */
export async function watch(changed) {
  navigator.mediaDevices?.addEventListener?.("devicechange", changed);
  (await status())?.addEventListener("change", changed);
}

/** @returns {Promise<MediaStream>} Rejects with what {@link trouble} understands. */
export function open() {
  if (!navigator.mediaDevices?.getUserMedia) {
    return Promise.reject(new DOMException("", "NotFoundError"));
  }
  return navigator.mediaDevices.getUserMedia(WANTED);
}

/** @param {MediaStream | null} stream */
export function close(stream) {
  stream?.getTracks().forEach((track) => track.stop());
}

/** @param {MediaStream} stream @returns {boolean} whether it shows the customer and not what is before them */
export function showsCustomer(stream) {
  return stream.getVideoTracks()[0]?.getSettings().facingMode !== "environment";
}

/** @param {unknown} error of {@link open} @returns {Promise<Trouble>} */
export async function trouble(error) {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
      // Some browsers forget a refusal: then they ask again.
      return (await status())?.state === "prompt" ? "not-chosen" : "denied";
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    default:
      return "busy";
  }
}

/** @returns {Promise<boolean>} */
async function isThere() {
  try {
    return (await navigator.mediaDevices.enumerateDevices()).some((device) => device.kind === "videoinput");
  } catch {
    // Asking for the picture will tell.
    return true;
  }
}

/** @returns {Promise<PermissionStatus | null>} `null` where the browser does not say before it is asked */
async function status() {
  try {
    return await navigator.permissions.query({ name: "camera" });
  } catch {
    return null;
  }
}
