// Copies a text, also where the page may not use the clipboard.

/**
 * Whether it was copied. When it was not, the text is at least selected in `field`, for the keyboard or a long tap.
 * @param {string} text
 * @param {HTMLTextAreaElement | HTMLInputElement | null} [field] where it stands on the page
 */
export async function copy(text, field = null) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, no such thing in this browser, or no secure connection: the old way needs none of them.
  }
  if (field && field.value === text) return oldWay(field);
  const back = document.activeElement;
  const stand = document.createElement("textarea");
  stand.value = text;
  stand.readOnly = true;
  stand.className = "spoken";
  // Inside an open dialog, or it could not be selected.
  (document.querySelector("dialog[open]") ?? document.body).append(stand);
  const copied = oldWay(stand);
  stand.remove();
  if (back instanceof HTMLElement) back.focus({ preventScroll: true });
  return copied;
}

/** @param {HTMLTextAreaElement | HTMLInputElement} field */
function oldWay(field) {
  const back = document.activeElement;
  field.focus({ preventScroll: true });
  field.select();
  try {
    const copied = document.execCommand("copy");
    if (copied && back instanceof HTMLElement) back.focus({ preventScroll: true });
    return copied;
  } catch {
    return false;
  }
}
