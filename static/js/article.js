// A claim that is chosen in the text is chosen in the list, and the reverse.
function choose() {
  const [, chosen] = /^#(?:claim|entry)-(\d+)$/.exec(location.hash) || [];
  for (const each of document.querySelectorAll("[data-claim]")) {
    if (each.dataset.claim === chosen) each.ariaCurrent = "true";
    else each.removeAttribute("aria-current");
  }
}
// Text that is selected beside the form for a new claim fills it, without our numbers.
document.addEventListener("selectionchange", () => {
  const words = document.querySelector("[data-adds] textarea");
  const chosen = getSelection();
  if (!words || !chosen.rangeCount || chosen.isCollapsed) return;
  const range = chosen.getRangeAt(0);
  const at = range.commonAncestorContainer;
  if (!(at.closest ? at : at.parentElement).closest(".sheet")) return;
  const copy = range.cloneContents();
  for (const each of copy.querySelectorAll(".hidden-text, .passage__number")) each.remove();
  words.value = copy.textContent.trim();
});
addEventListener("hashchange", choose);
addEventListener("htmx:afterSettle", choose);
choose();
