// What the console knows: the calls and whoever looks at them. Everything that changes goes through here.
import * as model from "./model.js";
/** @import { Call, Me, News } from "./types.d.ts" */
/** @import { Calls } from "./model.js" */

/** @type {Calls} */
let calls = new Map();
/** @type {Me | null} */
let me = null;
let begun = false;
let due = false;

/** Draw what is there now. @type {Set<() => void>} */
const drawers = new Set();
/** Hear what happened. @type {Set<(news: News[], first: boolean) => void>} */
const hearers = new Set();

export const store = {
  get calls() {
    return calls;
  },
  /** Whether the service has said anything yet. */
  get begun() {
    return begun;
  },
  /** @param {string} id */
  call: (id) => calls.get(id),
  get me() {
    return me;
  },
  /** @param {Me} agent */
  setMe(agent) {
    me = agent;
    draw();
  },
  /** @param {Call[]} all */
  snapshot: (all) => set(model.snapshot(all)),
  /** @param {Call} call */
  take: (call) => set(model.changed(calls, call)),
  /** @param {string} id */
  gone: (id) => set(model.gone(calls, id)),
  /** @param {() => void} drawer */
  onDraw: (drawer) => drawers.add(drawer),
  /** @param {(news: News[], first: boolean) => void} hearer */
  onNews: (hearer) => hearers.add(hearer),
};

/** @param {Calls} next */
function set(next) {
  const before = calls;
  const first = !begun;
  calls = next;
  begun = true;
  const news = model.news(before, next);
  for (const hearer of hearers) hearer(news, first);
  draw();
}

/** Once for all that changes in one go. A hidden page is drawn too: its title counts who waits. */
export function draw() {
  if (due) return;
  due = true;
  queueMicrotask(() => {
    due = false;
    for (const drawer of drawers) {
      // One that fails keeps none of the others from what they show.
      try {
        drawer();
      } catch (error) {
        console.error(error);
      }
    }
  });
}
