/* A claim that is chosen in the text is chosen in the list, and the reverse. */
"use strict";
{
  const choose = () => {
    const chosen = /^#(?:claim|entry)-(\d+)$/.exec(location.hash);
    for (const each of document.querySelectorAll("[data-claim]")) {
      if (chosen && each.dataset.claim === chosen[1]) each.setAttribute("aria-current", "true");
      else each.removeAttribute("aria-current");
    }
  };
  addEventListener("hashchange", choose);
  document.addEventListener("htmx:afterSettle", choose);
  choose();
}
