// Rows of a list that are selected: how many, all of the page at once, and Space for the row
// that the keys are on. Without this file the boxes and the buttons below them still work.
(() => {
  "use strict";
  const boxes = () => [...document.querySelectorAll("[name=pair][form=selected]")];
  function tell() {
    const all = boxes();
    const some = all.filter((box) => box.checked).length;
    const words = document.querySelector("[data-picked]");
    const whole = document.querySelector("[data-pick-all]");
    if (!words || !whole) return;
    words.hidden = whole.hidden = false;
    words.textContent = `${some} selected`;
    whole.checked = some > 0 && some === all.length;
    whole.indeterminate = some > 0 && some < all.length;
  }
  document.addEventListener("change", ({ target }) => {
    if (target.matches("[data-pick-all]")) for (const box of boxes()) box.checked = target.checked;
    tell();
  });
  document.addEventListener("htmx:afterSwap", tell);
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.key !== " " || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if ("keysOff" in document.documentElement.dataset) return;
    if (target.closest("input, button, select, textarea, summary, dialog")) return;
    const row = target.closest("[data-row]") || document.querySelector("[data-row=current]");
    const box = row?.querySelector("[name=pair]");
    if (!box) return;
    event.preventDefault();
    box.checked = !box.checked;
    tell();
  });
  tell();
})();
