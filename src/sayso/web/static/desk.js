// The desk, live: what changes in the book is put into the open page, in place. Reading needs none of this.
(() => {
  "use strict";

  const LIVE = new Set(["incidents", "incident", "why", "alerts"]);
  const SETTLE_MS = 400; // events of one moment are one look
  const FRESH_MS = 60_000;
  const status = document.getElementById("live");
  const page = document.body.dataset.page;
  const past = new URLSearchParams(location.search).has("as_of");

  // ---- pages, fetched and put in place ----

  async function fetched(url) {
    const answer = await fetch(url, { headers: { accept: "text/html" } });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  const parts = (root) => new Map([...root.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
  const items = (root) => new Map([...root.querySelectorAll("[data-item]")].map((item) => [item.dataset.item, item]));

  /** Put what a new page says in place of what stands here; mark what differs. Returns whether anything does. */
  function patched(fresh) {
    const main = document.getElementById("main");
    const here = parts(main), there = parts(fresh.getElementById("main"));
    if (page === "incidents") return patchedList(here, there);
    if ([...here.keys()].join() !== [...there.keys()].join()) {
      whole(fresh);
      return true;
    }
    let changed = false;
    for (const [name, part] of here) changed = replaced(part, there.get(name)) || changed;
    return changed;
  }

  function replaced(part, next) {
    if (part.innerHTML === next.innerHTML) return false;
    if (part.contains(document.activeElement) && document.activeElement.matches("input, select")) return false;
    const before = new Map([...items(part)].map(([key, item]) => [key, said(item)]));
    const open = [...part.querySelectorAll("details[id]")].filter((one) => one.open).map((one) => one.id);
    const shut = [...part.querySelectorAll("details[id]")].filter((one) => !one.open).map((one) => one.id);
    const focused = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    part.replaceChildren(...document.importNode(next, true).childNodes);
    for (const one of part.querySelectorAll("details[id]")) {
      if (open.includes(one.id)) one.open = true;
      if (shut.includes(one.id)) one.open = false;
    }
    if (focused) [...part.querySelectorAll("a")].find((one) => one.getAttribute("href") === focused)?.focus();
    for (const [key, item] of items(part)) if (before.get(key) !== said(item)) mark(item);
    return true;
  }

  const said = (item) => item.textContent.replace(/\s+/g, " ").trim();

  function mark(item) {
    item.classList.add("fresh");
    setTimeout(() => item.classList.remove("fresh"), FRESH_MS);
  }

  /** Rows change where they stand; new ones and another order wait until somebody asks for them. */
  function patchedList(here, there) {
    const list = here.get("list"), next = there.get("list");
    if (list.innerHTML === next.innerHTML) return false;
    const old = items(list), fresh = items(next);
    let changed = false;
    for (const [key, row] of fresh) {
      const stands = old.get(key);
      if (!stands || said(stands) === said(row)) continue;
      stands.replaceChildren(...document.importNode(row, true).childNodes);
      mark(stands);
      changed = true;
    }
    const waiting = [...fresh.keys()].filter((key) => !old.has(key));
    if ([...old.keys()].join() !== [...fresh.keys()].join()) {
      const words = waiting.length ? `Show ${waiting.length} new` : "Show in order";
      offer(words, () => {
        const known = new Set(old.keys());
        list.replaceChildren(...document.importNode(next, true).childNodes);
        here.get("sentence").replaceChildren(...document.importNode(there.get("sentence"), true).childNodes);
        for (const [key, row] of items(list)) if (!known.has(key)) mark(row);
        document.dispatchEvent(new Event("desk:listed"));
        tell("Live");
      });
      return null;
    }
    return changed;
  }

  /** Put a whole page in place of this one, but leave the form of the moment as it is: somebody moves it. */
  function whole(fresh) {
    const form = document.querySelector(".asof");
    const held = form?.contains(document.activeElement) ? document.activeElement : null;
    const next = document.importNode(fresh.getElementById("main"), true);
    if (form) next.querySelector(".asof")?.replaceWith(form);
    document.getElementById("main").replaceChildren(...next.childNodes);
    document.querySelector(".foot").replaceWith(document.importNode(fresh.querySelector(".foot"), true));
    document.title = fresh.title;
    held?.focus();
  }

  // ---- what the book tells ----

  function tell(words, on = true) {
    status.textContent = words;
    status.classList.toggle("on", on);
    status.classList.toggle("off", !on);
  }

  function offer(words, done) {
    const button = document.createElement("button");
    button.className = "plain";
    button.textContent = words;
    button.addEventListener("click", done);
    tell("");
    status.append(button);
  }

  function listen() {
    const events = new EventSource("/changes");
    let waiting = 0;
    const look = async () => {
      waiting = 0;
      if (document.hidden) return;
      try {
        const changed = patched(await fetched(location.href));
        if (changed) tell(`Live, changed ${new Date().toISOString().slice(11, 16)}`);
      } catch {
        tell("The page could not be renewed", false);
      }
    };
    const soon = () => { waiting ||= setTimeout(look, SETTLE_MS + Math.random() * SETTLE_MS); };
    events.addEventListener("open", () => tell("Live"));
    events.addEventListener("change", soon);
    events.addEventListener("book", soon);
    events.addEventListener("error", () => tell("Not live, trying again", false));
    document.addEventListener("visibilitychange", () => { if (!document.hidden) soon(); });
    addEventListener("pagehide", () => events.close());
    addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  }

  if (LIVE.has(page) && !past) listen();
  else if (past) tell("A past moment: not live", false);

  // ---- what changed since one last looked ----

  const news = document.querySelector("[data-news]");
  if (news) {
    fetched(news.dataset.news)
      .then((fresh) => news.replaceChildren(...document.importNode(fresh.getElementById("news"), true).childNodes))
      .catch(() => {});
  }

  // ---- the moment as of which one looks ----

  const form = document.querySelector(".asof");
  if (form) slide(form);

  function slide(asof) {
    const stops = [...asof.querySelectorAll("datalist option")], moments = stops.map((stop) => stop.value);
    const label = asof.querySelector(".slide"), range = label.querySelector("input"), words = label.querySelector("output");
    const field = asof.querySelector("[name=as_of]");
    if (moments.length < 2) return;
    const asked = new URLSearchParams(location.search).get("as_of");
    range.max = moments.length;
    const then = asked && Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(asked) ? asked : `${asked}Z`);
    range.value = asked ? Math.max(1, moments.filter((at) => Date.parse(at) <= then).length) : moments.length;
    label.hidden = false;
    const shown = () => {
      words.textContent = stops[Number(range.value) - 1].label;
      range.setAttribute("aria-valuetext", words.textContent);
    };
    let timer = 0, turn = 0;
    const go = async () => {
      const last = Number(range.value) === moments.length;
      const at = moments[Number(range.value) - 1];
      const url = last ? asof.getAttribute("action") : `${asof.getAttribute("action")}?as_of=${encodeURIComponent(at)}`;
      const mine = ++turn;
      try {
        const fresh = await fetched(url);
        if (mine !== turn) return;
        history.replaceState(null, "", url);
        field.value = last ? "" : at.replace("Z", "");
        whole(fresh);
        tell(last ? "Now" : "A past moment: not live", last);
      } catch {
        location.assign(url);
      }
    };
    range.addEventListener("input", () => { shown(); clearTimeout(timer); timer = setTimeout(go, 300); });
    shown();
  }

  // ---- keys ----

  const typing = (target) => target.closest?.("input:not([type=range]), select, textarea");
  const cards = () => [...document.querySelectorAll("[data-card]")].filter((card) => card.checkVisibility?.() ?? true);
  const card = () => document.activeElement.closest?.("[data-card]");
  let chosen = null;

  function step(by) {
    const all = cards(), at = all.indexOf(card());
    const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  function choose(key) {
    const button = (card() ?? cards()[0])?.querySelector(`button[data-key="${key}"]`);
    if (!button) return false;
    const closed = button.closest("details");
    if (closed) closed.open = true;
    document.querySelector("button.chosen")?.classList.remove("chosen");
    button.classList.add("chosen");
    chosen = button;
    const first = key === "c" ? button.form.querySelector("input:not([type=hidden])") : button.form.elements.why;
    first.focus();
    return true;
  }

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    o: () => (card() ?? cards()[0])?.querySelector('a[data-key="o"]')?.click(),
    u: () => document.querySelector('button[data-key="u"]')?.click(),
    "/": () => document.querySelector('[data-key="/"]')?.focus(),
    "?": () => { const help = document.getElementById("keys"); if (help) help.open = !help.open; },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing(event.target)) {
      if (event.key === "Escape") (event.target.closest("[data-card]") ?? document.getElementById("main")).focus();
      if (event.key === "Enter" && chosen && event.target.form === chosen.form) {
        event.preventDefault();
        chosen.form.requestSubmit(chosen);
      }
      return;
    }
    const act = KEYS[event.key];
    if (act) act();
    else if (!"arcsd".includes(event.key) || !choose(event.key)) return;
    event.preventDefault();
  });
})();
