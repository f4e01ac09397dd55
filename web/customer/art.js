// The drawings above the headings: they adorn, and say nothing that the words do not.

const SVG = "http://www.w3.org/2000/svg";

/** Lines on a field of 24 × 24. @type {Record<import("./types.js").Art, string>} */
const LINES = {
  camera: "M3 7h11a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H3a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1z M16 11l6-3v8l-6-3",
  "camera-off": "M6 7h8a2 2 0 0 1 2 2v5 M16 11l6-3v8l-4-2 M15 17H3a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1 M3 3l18 18",
  check: "M4 12.5l5 5L20 6.5",
  clock: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M12 7v5l3.5 2",
  door: "M6 21V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v17 M3 21h18 M14.5 12v1",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2 M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2",
  person: "M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8z M4.5 20.5c.8-4 3.6-6 7.5-6s6.700 2 7.5 6",
  phone:
    "M6.5 3h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5v3a2 2 0 0 1-2 2A16.5 16.5 0 0 1 4.5 5a2 2 0 0 1 2-2z",
  warning: "M12 4L2.5 20h19z M12 10v5 M12 17.5v.5",
};

/** @param {import("./types.js").Art} art @returns {SVGElement} */
export function drawn(art) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", LINES[art]);
  svg.append(path);
  return svg;
}
