// Keys, focus and what a lost connection leaves behind. Every key clicks a real button or link
// that carries it as an attribute; without this file everything still works.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const on = (kind, does) => addEventListener(kind, does);
const within = (list, at) => list[Math.max(0, Math.min(list.length - 1, at))];
const TYPED = "input:not([type=checkbox], [type=radio]), textarea";
const shown = (element) => element.getClientRects().length > 0 || element.closest("details");

// Own keys: the page says whether they are on and which stands for which.
const { dataset } = document.documentElement;
const own = new Map((dataset.keys || "").split(" ").filter(Boolean).map((two) => [...two]));
const meant = (key) => own.get(key) || ([...own.values()].includes(key) ? "" : key);
on("change", ({ target }) => {
  if (target.id !== "use-keys") return;
  if (target.checked) delete dataset.keysOff;
  else dataset.keysOff = "";
});
on("keydown", (event) => {
  const field = event.target.closest("[data-key-field]");
  if (!field || event.ctrlKey || event.metaKey || event.altKey || !/^\S$/u.test(event.key)) return;
  field.value = event.key.toLowerCase();
  event.preventDefault();
});

let goUntil = 0;
function press(element) {
  if (!element) return false;
  if (element.matches(TYPED)) element.focus();
  else element.click();
  return true;
}
const carrier = (name, key) =>
  $$(`[${name}~="${CSS.escape(key)}"]`).find((one) => shown(one) && !one.disabled);
on("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const field = event.target.closest(`${TYPED}, select, [contenteditable]`);
  if (field) return inField(event, field);
  if (event.ctrlKey || event.metaKey || $("dialog[open], [popover]:popover-open")) return;
  if (arrow(event) || version(event)) return event.preventDefault();
  if ("keysOff" in dataset && event.key !== "Enter") return;
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const key = Date.now() < goUntil ? pressed : meant(pressed);
  if (!key || (event.repeat && !"jk".includes(key))) return;
  if (key === "Enter" && event.target.closest("a, button, summary, input, label")) return;
  if (act(key, event.target)) event.preventDefault();
});
function act(key, target) {
  const going = Date.now() < goUntil;
  goUntil = !going && key === "g" ? Date.now() + 1500 : 0;
  if (goUntil) return true;
  if (going) return press(carrier("data-go", key));
  if (key === " ") return pick(target);
  return press(carrier("data-key", key)) || ("jk".includes(key) && step(key === "j" ? 1 : -1));
}
function inField(event, field) {
  if (event.key === "Escape" && field.matches("textarea, [type=search]")) field.blur();
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  if (field.form && press($("[data-saves-note]", field.form))) event.preventDefault();
}

// Rows: j and k move, Enter opens the link that then has focus.
function step(by) {
  const rows = $$("[data-row]");
  const at = rows.findIndex((row) => row.dataset.row === "current");
  const to = within(rows, at < 0 ? 0 : at + by);
  if (!to) return false;
  for (const row of rows) row.dataset.row = row === to ? "current" : "";
  $("a", to)?.focus({ preventScroll: true });
  to.scrollIntoView({ block: "nearest" });
  return true;
}
on("click", ({ target }) => {
  const row = target.closest("[data-row]");
  if (row && !String(getSelection()) && !target.closest("a, button, input, label")) press($("a", row));
});

// Selected rows: how many, all of the page at once, and Space for the current row.
const boxes = () => $$("#selected [name=pair]");
function tell() {
  const all = boxes();
  const some = all.filter((box) => box.checked).length;
  const words = $("[data-picked]");
  const whole = $("[data-pick-all]");
  if (!words) return;
  words.hidden = whole.hidden = false;
  words.textContent = `${some} selected`;
  whole.checked = some && some === all.length;
  whole.indeterminate = some && some < all.length;
}
on("change", ({ target }) => {
  if (target.matches("[data-pick-all]")) for (const box of boxes()) box.checked = target.checked;
  tell();
});
function pick(target) {
  if (target.closest("input, button, select, summary")) return false;
  const row = target.closest("[data-row]") || $("[data-row=current]");
  return row && press($("[name=pair]", row));
}

// A table of links as one tab stop: arrows move between the cells.
const ROW = "tbody tr:not([data-apart])", CELL = ROW + " a";
const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
function oneStop() {
  for (const grid of $$("[data-grid]")) {
    const links = $$(CELL, grid);
    const held = links.find((link) => link.dataset.stop) || links[0];
    for (const link of links) link.tabIndex = link === held ? 0 : -1;
  }
}
function arrow(event) {
  const link = event.target.closest(`[data-grid] ${CELL}`);
  const move = MOVES[event.key];
  if (!link || !move || event.shiftKey) return false;
  const grid = link.closest("[data-grid]");
  const rows = $$(ROW, grid).map((row) => [...row.cells].map((cell) => $("a", cell)))
    .filter((row) => row.some(Boolean));
  let y = rows.findIndex((row) => row.includes(link));
  if (y < 0) return false;
  let x = rows[y].indexOf(link);
  const turned = getComputedStyle(grid).direction === "rtl" ? -1 : 1;
  do {
    y += move[0];
    x += move[1] * turned;
  } while (rows[y]?.[x] === null);
  const next = rows[y]?.[x];
  if (!next) return true;
  for (const one of $$("[data-stop]", grid)) delete one.dataset.stop;
  next.dataset.stop = "yes";
  oneStop();
  next.focus();
  return true;
}

// Versions: arrows choose the claim, figures set its version.
function version({ key, target }) {
  const rows = $$("[data-versions]").filter((row) => row.getClientRects().length);
  const at = rows.findIndex((row) => row.contains(target));
  const by = { ArrowUp: -1, ArrowDown: 1 }[key] || 0;
  const row = within(rows, at + by);
  if (!row || !(by || key > "0" && key <= "9") || (at < 0 && target !== document.body)) return false;
  const input = $(by ? ":checked" : `[value="${key}"]`, row);
  if (!by && input?.offsetParent) input.click();
  input?.focus();
  return true;
}

// A form goes once; those of htmx are held by hx-sync.
on("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("hx-post")) return;
  if (form.dataset.sent) event.preventDefault();
  if (form.matches(".acting")) form.elements.back.value = location.pathname + location.search;
  form.dataset.sent = "yes";
});
on("pageshow", () => $$("form[data-sent]").forEach((form) => delete form.dataset.sent));

let announcedAt = 0;
function focusHeading(root) {
  const heading = $("[data-focus]", root) || $("h1, [data-heading]", root);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
on("htmx:beforeSwap", ({ detail }) => {
  if (["keys", "problem"].includes(detail.target.id)) detail.ignoreTitle = true;
});
on("htmx:afterSwap", (event) => {
  const target = event.detail.target || event.target;
  if (target.id === "problem") return;
  $("#problem")?.replaceChildren();
  if (target.id === "keys") {
    shut();
    if (!target.open) target.showModal();
  }
  const folded = $(`[data-apart] #${target.id}:empty`);
  if (folded) $("a", folded.closest("tr").previousElementSibling).focus();
  const fresh = document.getElementById(target.id) || document;
  if (target.id === "workbench" || $("[data-focus]", fresh)) focusHeading(fresh);
  const words = $("[data-announce]")?.textContent;
  const status = $("#status");
  if (status && words && Date.now() - announcedAt > 10000) {
    announcedAt = Date.now();
    status.textContent = words;
  }
  ready();
});

// The next pair takes long: grey bars after 400 ms.
let waiting = 0;
on("htmx:beforeSend", (event) => {
  const { target: bench, elt } = event.detail;
  if (bench?.id !== "workbench" || event.defaultPrevented) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const shape = $("#loading")?.content.cloneNode(true);
    const main = $(".workbench__main", bench);
    if (!shape || !main) return;
    const number = elt.dataset.number || $("a[data-ahead]")?.dataset.number;
    $(".loading__words", shape).textContent = number ? `Loading pair ${number}` : "Loading";
    bench.setAttribute("aria-busy", "true");
    main.append(shape);
  }, 400);
});
on("htmx:afterRequest", () => {
  clearTimeout(waiting);
  $("#workbench")?.removeAttribute("aria-busy");
  $("#workbench .loading")?.remove();
});

// Lost connection: say so, keep all, offer the request again.
let lost = null;
function sayLost({ detail: { elt: form, requestConfig: request } }) {
  const place = $("#problem");
  if (!place || request?.verb === "get") return;
  lost = { form, button: request.triggeringEvent?.submitter };
  place.replaceChildren($("#lost").content.cloneNode(true));
  $("[data-again]", place)?.focus();
}
on("htmx:sendError", sayLost);
on("htmx:timeout", sayLost);

// The next pair, read ahead 300 ms after the page is at rest, used once by J.
let ahead = null;
let resting = 0;
function look() {
  clearTimeout(resting);
  resting = setTimeout(async () => {
    const url = $("a[data-ahead]")?.getAttribute("href");
    if (!url || ahead?.url === url) return;
    const headers = { "HX-Request": "true", "HX-Target": "workbench" };
    const html = await fetch(url, { headers, priority: "low" })
      .then((answer) => (answer.ok ? answer.text() : ""), () => "");
    if (html) ahead = { url, html, at: Date.now() };
  }, 300);
}
on("htmx:beforeRequest", (event) => {
  const { elt, target, requestConfig: { verb, path } } = event.detail;
  const kept = ahead;
  if (verb !== "get") ahead = null;
  if (kept?.url !== path || target?.id !== "workbench" || Date.now() - kept.at > 30000) return;
  event.preventDefault();
  ahead = null;
  const swapStyle = elt.getAttribute("hx-swap")?.split(" ")[0] || "outerHTML";
  htmx.swap(target, kept.html, { swapStyle });
  history.replaceState({ htmx: true }, "");
  history.pushState({ htmx: true }, "", path);
  scrollTo(0, 0);
  focusHeading(document);
  ready();
});

// What only a script answers; a bookmark is dragged, not pressed.
on("click", (event) => {
  const { target } = event;
  const at = (selector) => target.closest(selector);
  if (at("[data-bookmarklet]")) event.preventDefault();
  if (at("[data-print]")) print();
  if (at("[data-copy-note]")) navigator.clipboard?.writeText($("[data-note]")?.value || "");
  if (at("[data-again]") && lost) {
    const { form, button } = lost;
    if (form.requestSubmit) form.requestSubmit(form.contains(button) ? button : null);
    else form.click();
  }
  shut(target);
});
function shut(target) {
  for (const menu of $$("details.menu[open]")) menu.open = menu.contains(target);
}
function ready() {
  oneStop();
  tell();
  look();
}
for (const button of $$("[data-print]")) button.hidden = false;
ready();
$("[data-focus]")?.focus();
