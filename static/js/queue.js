// Rows of a list that are selected: how many, all of the page at once, and Space for the row
// that the keys are on. Without this file the boxes and the buttons below them still work.
(() => {
  "use strict";
  const find = (selector) => document.querySelector(selector);
  const boxes = () => [...document.querySelectorAll("#selected [name=pair]")];
  function tell() {
    const all = boxes();
    const some = all.filter((box) => box.checked).length;
    const words = find("[data-picked]");
    const whole = find("[data-pick-all]");
    if (!words) return;
    words.hidden = whole.hidden = false;
    words.textContent = `${some} selected`;
    whole.checked = some && some === all.length;
    whole.indeterminate = some && some < all.length;
  }
  document.addEventListener("change", ({ target }) => {
    if (target.matches("[data-pick-all]")) for (const box of boxes()) box.checked = target.checked;
    tell();
  });
  document.addEventListener("htmx:afterSwap", tell);
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if ("keysOff" in document.documentElement.dataset) return;
    if (event.target.closest("input, button, select, summary, dialog")) return;
    const row = event.target.closest("[data-row]") || find("[data-row=current]");
    const box = row && row.querySelector("[name=pair]");
    if (!box) return;
    event.preventDefault();
    box.click();
  });
  tell();
})();
