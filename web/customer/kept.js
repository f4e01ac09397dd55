// Keeps the core's blob across a reload: in the browser's storage, or – where that is forbidden or full, as in private
// windows – with this entry of the tab's own history, which goes with the tab and needs no permission.

const KEY = "onecall";

/** @returns {string | null} what was kept last */
export function recall() {
  const inTab = history.state?.blob;
  if (typeof inTab === "string") return inTab;
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string | null} blob `null`: keep nothing */
export function keep(blob) {
  const inTab = store(blob) ? null : blob;
  try {
    if (inTab !== (history.state?.blob ?? null)) history.replaceState({ blob: inTab }, "");
  } catch {
    // Then it is in this page's memory alone, where the core has it anyway.
  }
}

/** @param {string | null} blob @returns {boolean} whether it is in the storage */
function store(blob) {
  try {
    if (blob === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, blob);
    return true;
  } catch {
    forget();
    return false;
  }
}

/** What is out of date is worse than nothing. */
function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Forbidden: then nothing is there.
  }
}
