// One place, one tab: two of them with the same blob would take the place from each other for ever. The tab that the
// customer opened last has it; the one before says so and offers to take it back.

const NAME = "onecall";

/**
 * Waits until this tab alone has the place.
 * @param {() => void} lost another tab has it now
 * @returns {Promise<void>}
 */
export function take(lost) {
  // Absent on pages that came over plain HTTP, where few ever are.
  if (!navigator.locks) return Promise.resolve();
  return new Promise((taken) => {
    const held = () => {
      taken();
      return new Promise(() => {});
    };
    // Ends only by being taken away.
    navigator.locks.request(NAME, { steal: true }, held).catch(() => {
      taken();
      lost();
    });
  });
}
