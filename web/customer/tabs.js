// One place, one tab: two of them with the same blob would take the place from each other for ever. The tab that the
// customer opened last has it; the one before says so and offers to take it back.

const NAME = "onecall";

/**
 * Waits until this tab alone has the place, as far as the browser can tell: one that keeps nothing for this page (as where
 * cookies are blocked) tells nothing of its tabs either, and keeps no customer out.
 * @param {() => void} lost another tab has it now
 * @returns {Promise<void>}
 */
export function take(lost) {
  // Absent on pages that came over plain HTTP, where few ever are.
  if (!navigator.locks) return Promise.resolve();
  return new Promise((taken) => {
    let isHeld = false;
    const held = () => {
      isHeld = true;
      taken();
      // Ends only by being taken away.
      return new Promise(() => {});
    };
    navigator.locks.request(NAME, { steal: true }, held).catch((error) => {
      if (isHeld && error.name === "AbortError") lost();
      else taken();
    });
  });
}
