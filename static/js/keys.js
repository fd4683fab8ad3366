// Keys, focus and what a lost connection leaves behind. Every key clicks a real button or link
// that carries it as an attribute; without this file everything still works.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
  const shown = (element) => element.getClientRects().length > 0 || element.closest("details");

  // --- Own keys: the page says whether they are on, and which stands for which ---
  const root = document.documentElement;
  const own = new Map((root.dataset.keys || "").split(" ").filter(Boolean).map((two) => [...two]));
  const meant = (key) => own.get(key) || ([...own.values()].includes(key) ? "" : key);
  const areOn = () => !("keysOff" in root.dataset);
  document.addEventListener("change", (event) => {
    if (event.target.id === "use-keys") root.toggleAttribute("data-keys-off", !event.target.checked);
  });
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("[data-key-field]");
    if (!field || [...event.key].length !== 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey) return;
    field.value = event.key.toLowerCase();
    event.preventDefault();
  });

  // --- Keys ---
  let goUntil = 0;
  const press = (element) => {
    if (!element) return false;
    if (element.matches("textarea, input:not([type=radio])")) element.focus();
    else element.click();
    return true;
  };
  const carrier = (name, key) =>
    $$(`[${name}~="${CSS.escape(key)}"]`).find((one) => shown(one) && !one.disabled);

  function onKey(event) {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const field = event.target.closest(FIELDS);
    if (field) return inField(event, field);
    if (event.ctrlKey || event.metaKey || $("dialog[open]") || $("[popover]:popover-open")) return;
    if (arrow(event)) return;
    if (version(event)) return event.preventDefault();
    if (!areOn() && event.key !== "Enter") return;
    const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const key = Date.now() < goUntil ? pressed : meant(pressed);
    if (!key) return;
    if (event.repeat && !"jk".includes(key)) return;
    if (key === "Enter" && event.target.closest("a, button, summary, input, label")) return;
    if (act(key)) event.preventDefault();
  }
  function act(key) {
    const going = Date.now() < goUntil;
    goUntil = !going && key === "g" ? Date.now() + 1500 : 0;
    if (goUntil) return true;
    if (going) return press(carrier("data-go", key));
    return press(carrier("data-key", key)) || ("jk".includes(key) && step(key === "j" ? 1 : -1));
  }
  function inField(event, field) {
    if (event.key === "Escape" && field.matches("textarea, [type=search]")) field.blur();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const save = field.form && $("[data-saves-note]", field.form);
      if (save) { event.preventDefault(); save.click(); }
    }
  }
  document.addEventListener("keydown", onKey);

  // --- Rows of a list: j and k move, Enter opens the link that then has focus ---
  function step(by) {
    const rows = $$("[data-row]");
    if (!rows.length) return false;
    const at = rows.findIndex((row) => row.dataset.row === "current");
    const to = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))];
    rows.forEach((row) => { row.dataset.row = row === to ? "current" : ""; });
    const link = $("a", to);
    if (link) link.focus({ preventScroll: true });
    to.scrollIntoView({ block: "nearest" });
    return true;
  }
  document.addEventListener("click", (event) => {
    const row = event.target.closest("[data-row]");
    const chosen = String(window.getSelection());
    if (row && !chosen && !event.target.closest("a, button, input, label")) press($("a", row));
  });

  // --- A table of links as one tab stop: arrows move between the cells ---
  const ROW = "tbody tr:not([data-apart])", CELL = ROW + " a";
  const cells = (row) => [...row.cells].map((cell) => $("a", cell));
  function oneStop() {
    for (const grid of $$("[data-grid]")) {
      const links = $$(CELL, grid);
      const held = links.find((link) => link.tabIndex === 0 && link.dataset.stop) || links[0];
      links.forEach((link) => { link.tabIndex = link === held ? 0 : -1; });
    }
  }
  const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  function arrow(event) {
    const link = event.target.closest(`[data-grid] ${CELL}`);
    const move = MOVES[event.key];
    if (!link || !move || event.shiftKey) return false;
    const grid = link.closest("[data-grid]");
    const rows = $$(ROW, grid).map(cells).filter((row) => row.some(Boolean));
    let y = rows.findIndex((row) => row.includes(link));
    let x = y < 0 ? -1 : rows[y].indexOf(link);
    if (x < 0) return false;
    const turned = getComputedStyle(grid).direction === "rtl" ? -1 : 1;
    for (;;) {
      y += move[0];
      x += move[1] * turned;
      if (!rows[y] || x < 0 || x >= rows[y].length) break;
      if (rows[y][x]) { hold(grid, rows[y][x]); break; }
    }
    event.preventDefault();
    return true;
  }
  function hold(grid, link) {
    $$(CELL, grid).forEach((one) => { one.tabIndex = -1; delete one.dataset.stop; });
    link.tabIndex = 0;
    link.dataset.stop = "yes";
    link.focus();
  }

  // --- Versions of claims: arrows choose the claim, figures set its version ---
  function version({ key, target }) {
    const rows = $$("[data-versions]").filter((row) => row.getClientRects().length);
    const at = rows.findIndex((row) => row.contains(target));
    const by = { ArrowUp: -1, ArrowDown: 1 }[key] || 0;
    const row = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (!row || !(by || key > "0" && key <= "9") || (at < 0 && target !== document.body)) return false;
    const input = $(by ? ":checked" : `[value="${key}"]`, row);
    if (!by && input?.offsetParent) input.click();
    input?.focus();
    return true;
  }

  // --- A form goes once: plain forms are held here, htmx ones by hx-sync ---
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("hx-post")) return;
    if (form.dataset.sent) event.preventDefault();
    if (form.matches(".acting")) form.elements.back.value = location.pathname + location.search;
    form.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => $$("form[data-sent]").forEach((form) => delete form.dataset.sent));

  // --- After a swap ---
  let announcedAt = 0;
  function announce(words) {
    const status = $("#status");
    if (status && words && Date.now() - announcedAt > 10000) {
      announcedAt = Date.now();
      status.textContent = words;
    }
  }
  function focusHeading(root) {
    const heading = $("[data-focus]", root) || $("h1, [data-heading]", root);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (["keys", "problem"].includes(event.detail.target.id)) event.detail.ignoreTitle = true;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const target = event.detail.target || event.target;
    if (target.id === "problem") return;
    const problem = $("#problem");
    if (problem) problem.replaceChildren();
    if (target.id === "keys") openKeys(target);
    const shut = $(`[data-apart] #${target.id}:empty`);
    if (shut) $("a", shut.closest("tr").previousElementSibling).focus();
    const fresh = document.getElementById(target.id) || document;
    if (target.id === "workbench" || $("[data-focus]", fresh)) focusHeading(fresh);
    announce($("[data-announce]")?.textContent);
    oneStop();
    look();
  });
  function openKeys(dialog) {
    $$("details.menu[open]").forEach((menu) => { menu.open = false; });
    if (!dialog.open) dialog.showModal();
  }

  // --- The next pair takes long: grey bars after 400 ms ---
  let waiting = 0;
  function wait(event) {
    const bench = event.detail.target;
    if (bench?.id !== "workbench" || event.defaultPrevented) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const shape = $("#loading")?.content.cloneNode(true);
      const main = $(".workbench__main", bench);
      if (!shape || !main) return;
      const number = event.detail.elt.dataset.number || $("a[data-ahead]")?.dataset.number;
      $(".loading__words", shape).textContent = number ? `Loading pair ${number}` : "Loading";
      bench.setAttribute("aria-busy", "true");
      main.append(shape);
    }, 400);
  }
  function arrived() {
    clearTimeout(waiting);
    $("#workbench")?.removeAttribute("aria-busy");
    $("#workbench .loading")?.remove();
  }
  document.addEventListener("htmx:beforeSend", wait);
  document.addEventListener("htmx:afterRequest", arrived);

  // --- Lost connection: say so, keep everything, offer the same request again ---
  let lost = null;
  function sayLost(event) {
    const verb = event.detail.requestConfig?.verb;
    const place = $("#problem");
    if (!place || verb === "get") return;
    const started = event.detail.requestConfig.triggeringEvent;
    lost = { form: event.detail.elt, button: started?.submitter };
    place.replaceChildren($("#lost").content.cloneNode(true));
    $("[data-again]", place)?.focus();
  }
  document.addEventListener("htmx:sendError", sayLost);
  document.addEventListener("htmx:timeout", sayLost);
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-again]") && lost) {
      const { form, button } = lost;
      if (form.requestSubmit) form.requestSubmit(button && form.contains(button) ? button : undefined);
      else form.click();
    }
    if (event.target.closest("[data-copy-note]")) {
      const note = $("[data-note]");
      if (note) navigator.clipboard?.writeText(note.value);
    }
  });

  // --- The next pair, read ahead 300 ms after the page has come to rest, used once by J ---
  const ahead = new Map();
  let resting = 0;
  function look() {
    clearTimeout(resting);
    resting = setTimeout(() => {
      const link = $("a[data-ahead]");
      const url = link?.getAttribute("href");
      if (!url || ahead.has(url)) return;
      const headers = { "HX-Request": "true", "HX-Target": "workbench" };
      fetch(url, { headers, priority: "low" })
        .then((answer) => (answer.ok ? answer.text() : ""))
        .then((html) => { ahead.clear(); if (html) ahead.set(url, { html, at: Date.now() }); })
        .catch(() => {});
    }, 300);
  }
  document.addEventListener("htmx:beforeRequest", (event) => {
    const { verb, path } = event.detail.requestConfig;
    const kept = ahead.get(path);
    if (verb !== "get") ahead.clear();
    if (!kept || event.detail.target?.id !== "workbench" || Date.now() - kept.at > 30000) return;
    event.preventDefault();
    ahead.clear();
    const how = { swapStyle: event.detail.elt.getAttribute("hx-swap")?.split(" ")[0] || "outerHTML" };
    htmx.swap(event.detail.target, kept.html, how);
    history.replaceState({ htmx: true }, "");
    history.pushState({ htmx: true }, "", path);
    scrollTo(0, 0);
    focusHeading($("#workbench") || document);
    oneStop();
    look();
  });

  // --- Print: a button that nothing but a script can answer; a bookmark is dragged, not pressed ---
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-bookmarklet]")) event.preventDefault();
    if (event.target.closest("[data-print]")) print();
  });

  // --- When the page is there ---
  document.addEventListener("click", (event) => {
    for (const menu of $$("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
  for (const button of $$("[data-print]")) button.hidden = false;
  oneStop();
  look();
  $("[data-focus]")?.focus();
})();
