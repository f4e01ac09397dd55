// What the landing page does better with script. It does everything without.
import { copy } from "/assets/shared/copy.js";

/** How long the store waits for a ticket: without one the link is opened once more after installing, as the page says. */
const PATIENCE_MS = 3_000;
const TICKET = /^#(?:onecall:ticket\/)?([\w-]{22,64})$/;

/** @param {string} id */
const byId = (id) => document.getElementById(id);

const link = /** @type {HTMLInputElement | null} */ (byId("link"));
const invitation = link?.value.slice(link.value.lastIndexOf("/") + 1);

/** The address of the page may hold a ticket: the ways on take it along. */
function takeTicketAlong() {
  const ticket = TICKET.exec(location.hash)?.[1];
  if (ticket === undefined) return;
  if (location.pathname.toLowerCase() === "/j") {
    // Pasted into the address bar instead of the app.
    location.replace(`/join#onecall:ticket/${ticket}`);
    return;
  }
  for (const way of document.querySelectorAll("a[data-with-ticket]")) {
    const address = /** @type {HTMLElement} */ (way).dataset.withTicket ?? "";
    way.setAttribute("href", address.replace("{ticket}", ticket));
  }
}

function offerCopying() {
  const button = byId("copy");
  const copied = byId("copied");
  if (link === null || button === null || copied === null) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const says = (await copy(link.value, link)) ? button.dataset.copied : button.dataset.byHand;
    copied.textContent = says ?? "";
  });
}

/** @returns {Promise<Blob>} A link with a ticket, for the app that is about to be installed. */
async function ticketLink() {
  const answer = await fetch("/v1/tickets", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ invitation }),
  });
  if (!answer.ok) throw new Error(`no ticket: ${answer.status}`);
  const { ticket } = await answer.json();
  return new Blob([`${location.origin}/j#${ticket}`], { type: "text/plain" });
}

/** The app looks at the clipboard when it is opened for the first time. */
function bridgeTheStore() {
  const store = /** @type {HTMLAnchorElement | null} */ (byId("store"));
  if (store === null || typeof ClipboardItem === "undefined") return;
  let isOnTheWay = false;
  store.addEventListener("click", async (tapped) => {
    tapped.preventDefault();
    if (isOnTheWay) return;
    isOnTheWay = true;
    try {
      // Safari lets a page write what has yet to arrive, but only from within the tap.
      const written = navigator.clipboard.write([new ClipboardItem({ "text/plain": ticketLink() })]);
      await Promise.race([written, new Promise((waited) => setTimeout(waited, PATIENCE_MS))]);
    } catch {
      // Forbidden, or no ticket came.
    }
    isOnTheWay = false;
    location.assign(store.href);
  });
}

/** An iPad passes for a Mac until its touch screen is known. What that means, the service says: the core knows. */
function sayTouch() {
  if (document.querySelector("[data-asks-touch]") === null || navigator.maxTouchPoints <= 1) return;
  const address = new URL(location.href);
  address.searchParams.set("touch", String(navigator.maxTouchPoints));
  // In its place: *back* leads to where the link was tapped.
  location.replace(address);
}

sayTouch();
takeTicketAlong();
offerCopying();
bridgeTheStore();
