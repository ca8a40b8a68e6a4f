// What a page can do beyond being read. Each part looks for its own elements and does nothing where there are none.
"use strict";
{
  const root = document.documentElement;
  const says = document.currentScript.dataset;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const make = (name, values = {}, ...children) => {
    const element = Object.assign(document.createElement(name), values);
    element.append(...children);
    return element;
  };

  // ---- Colours: automatic, light, dark -----------------------------------------------------------------------------

  const themes = ["auto", "light", "dark"];
  const themeSwitch = document.querySelector("[data-theme-switch]");
  const labels = { auto: says.themeAuto, light: says.themeLight, dark: says.themeDark };

  function showTheme() {
    const name = root.dataset.theme || "auto";
    const label = `${says.themeToggle}: ${labels[name]}`;
    if (themeSwitch) {
      themeSwitch.querySelector(".label").textContent = label;
      themeSwitch.title = label;
    }
    const frame = document.querySelector("iframe.giscus-frame");
    frame?.contentWindow.postMessage({ giscus: { setConfig: { theme: giscusTheme() } } }, "https://giscus.app");
  }

  const giscusTheme = () => ({ light: "light", dark: "dark" })[root.dataset.theme] || "preferred_color_scheme";

  themeSwitch?.addEventListener("click", () => {
    const next = themes[(themes.indexOf(root.dataset.theme || "auto") + 1) % themes.length];
    if (next === "auto") delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (next === "auto") localStorage.removeItem("sitegen-theme");
      else localStorage.setItem("sitegen-theme", next);
    } catch {
      // It holds for this page only.
    }
    showTheme();
  });
  showTheme();

  // ---- Copying and sharing -----------------------------------------------------------------------------------------

  async function copy(text, button) {
    const label = button.querySelector("span") || button;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = make("textarea", { value: text, className: "visually-hidden" });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    const before = button.dataset.label || label.textContent;
    button.dataset.label = before;
    label.textContent = says.copied;
    announce(says.copied);
    clearTimeout(button.timer);
    button.timer = setTimeout(() => (label.textContent = before), 2000);
  }

  let speaker;
  function announce(text) {
    if (!speaker) {
      speaker = make("p", { className: "visually-hidden" });
      speaker.setAttribute("role", "status");
      document.querySelector("main").append(speaker);
    }
    speaker.textContent = "";
    setTimeout(() => (speaker.textContent = text), 50);
  }

  for (const button of all("[data-copy-text]")) {
    button.addEventListener("click", () => copy(button.dataset.copyText, button));
  }
  for (const button of all("[data-copy-from]")) {
    button.addEventListener("click", () => copy(document.getElementById(button.dataset.copyFrom).textContent, button));
  }
  for (const block of all(".prose figure.code")) {
    const button = make("button", { type: "button", className: "code-copy", textContent: says.copy });
    button.setAttribute("aria-label", says.copyCode);
    button.addEventListener("click", () => copy(block.querySelector("pre").textContent.replace(/\n$/, ""), button));
    block.append(button);
  }
  for (const button of all("[data-share]")) {
    if (!navigator.share) continue;
    button.hidden = false;
    button.addEventListener("click", () =>
      navigator.share({ title: button.dataset.title, url: button.dataset.url }).catch(() => {}),
    );
  }

  // ---- Questions and answers ---------------------------------------------------------------------------------------

  for (const section of all("[data-faq]")) {
    const entries = all("details", section);
    if (entries.length < 2) continue;
    const button = make("button", { type: "button", className: "button quiet" });
    const show = () => {
      const open = entries.every((entry) => entry.open);
      button.textContent = open ? says.collapseAll : says.expandAll;
      button.setAttribute("aria-expanded", String(open));
    };
    button.addEventListener("click", () => {
      const open = !entries.every((entry) => entry.open);
      for (const entry of entries) entry.open = open;
    });
    for (const entry of entries) entry.addEventListener("toggle", show);
    (section.querySelector(".faq-head") || section).append(button);
    show();
  }

  function openTarget() {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // An address that is no proper encoding names nothing else.
    }
    const target = document.getElementById(id);
    for (let box = target?.closest("details"); box; box = box.parentElement?.closest("details")) box.open = true;
    if (target?.closest("details")) target.scrollIntoView();
  }
  addEventListener("hashchange", openTarget);
  openTarget();

  // On paper everything stands open.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all(".faq details:not([open]), .prose details:not([open])");
    for (const entry of opened) entry.open = true;
  });
  addEventListener("afterprint", () => {
    for (const entry of opened) entry.open = false;
  });

  // ---- Headings, contents ------------------------------------------------------------------------------------------

  for (const heading of all(":is(h2, h3, h4)[id]", document.querySelector(".article .prose") || make("p"))) {
    if (heading.querySelector(".anchor")) continue;
    const link = make("a", { className: "anchor", href: `#${encodeURIComponent(heading.id)}` });
    link.setAttribute("aria-label", `${says.anchor}: ${heading.textContent}`);
    heading.append(link);
  }

  const rail = document.querySelector("[data-toc]");
  if (rail) {
    const links = new Map(all("a", rail).map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    let current;
    const watcher = new IntersectionObserver(
      () => {
        const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.3);
        const link = links.get(passed.at(-1)?.id);
        if (link === current) return;
        current?.removeAttribute("aria-current");
        link?.setAttribute("aria-current", "true");
        current = link;
      },
      { rootMargin: "0px 0px -70% 0px", threshold: [0, 1] },
    );
    for (const heading of headings) watcher.observe(heading);
  }

  // ---- Footnotes: beside the text where there is room, else in a box where the reader is -------------------------

  const prose = document.querySelector(".article .prose");
  const references = prose ? all('a[href^="#fn"]', prose).filter((link) => link.closest("sup") && !link.closest(".footnotes")) : [];

  function noteOf(reference) {
    const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)));
    if (!note) return null;
    const parts = [...note.childNodes].map((node) => node.cloneNode(true));
    for (const part of parts) {
      if (part.nodeType !== Node.ELEMENT_NODE) continue;
      for (const back of all('a[href^="#fnref"]', part)) back.remove();
      for (const named of [part, ...all("[id]", part)]) named.removeAttribute("id");
    }
    return parts.filter((part) => part.textContent.trim() || part.querySelector?.("img"));
  }

  function layNotes() {
    const main = prose.closest(".article-main");
    const room = matchMedia("(min-width: 68.75rem)").matches;
    main.classList.toggle("has-sidenotes", room);
    if (!room) return;
    const top = main.getBoundingClientRect().top;
    const walls = all(".wide, .full", prose).map((wall) => {
      const box = wall.getBoundingClientRect();
      return [box.top - top, box.bottom - top];
    });
    let free = 0;
    for (const reference of references) {
      const note = reference.sidenote;
      if (!note) continue;
      const wanted = reference.getBoundingClientRect().top - top - 4;
      let place = Math.max(wanted, free);
      const tall = note.offsetHeight;
      for (const [start, end] of walls) if (place < end && place + tall > start) place = end + 12;
      // A note that would stand far from its place is better read below the text.
      note.hidden = place - wanted > 480;
      if (note.hidden) continue;
      note.style.top = `${place}px`;
      free = place + note.offsetHeight + 14;
    }
  }

  if (references.length) {
    const seen = new Set();
    for (const reference of references) {
      if (seen.has(reference.hash) || reference.closest("table, .callout, details")) continue;
      seen.add(reference.hash);
      const parts = noteOf(reference);
      if (!parts?.length) continue;
      // It repeats what stands below the text: those who listen get it once.
      const note = make("div", { className: "sidenote", ariaHidden: "true" });
      const number = make("span", { className: "number", textContent: reference.textContent.replace(/[[\]]/g, "") });
      note.append(...parts);
      (note.firstElementChild || note).prepend(number);
      for (const link of all("a, pre, [tabindex]", note)) link.tabIndex = -1;
      prose.closest(".article-main").append(note);
      reference.sidenote = note;
    }
    layNotes();
    addEventListener("resize", layNotes);
    addEventListener("load", layNotes);
    document.fonts?.ready.then(layNotes);
    for (const entry of all("details", prose)) entry.addEventListener("toggle", layNotes);
  }

  let bubble;
  function closeBubble(refocus) {
    if (!bubble) return;
    bubble.reference.removeAttribute("aria-expanded");
    if (refocus) bubble.reference.focus();
    bubble.remove();
    bubble = null;
  }
  for (const reference of references) {
    reference.addEventListener("click", (event) => {
      if (reference.sidenote && !reference.sidenote.hidden && prose.closest(".has-sidenotes")) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      const again = bubble?.reference === reference;
      closeBubble(false);
      if (again) return event.preventDefault();
      const parts = noteOf(reference);
      if (!parts?.length) return;
      event.preventDefault();
      const main = prose.closest(".article-main");
      bubble = make("div", { className: "note-popover", tabIndex: -1 }, ...parts);
      bubble.setAttribute("role", "group");
      bubble.setAttribute("aria-label", `${says.footnotes} ${reference.textContent}`);
      bubble.reference = reference;
      bubble.style.top = `${reference.getBoundingClientRect().bottom - main.getBoundingClientRect().top + 8}px`;
      reference.setAttribute("aria-expanded", "true");
      main.append(bubble);
      bubble.focus({ preventScroll: true });
    });
  }
  document.addEventListener("click", (event) => {
    if (bubble && !bubble.contains(event.target) && !bubble.reference.contains(event.target)) closeBubble(false);
  });

  // ---- Comments, when asked for ------------------------------------------------------------------------------------

  for (const button of all("[data-giscus]")) {
    button.addEventListener("click", () => {
      const script = make("script", { src: "https://giscus.app/client.js", async: true, crossOrigin: "anonymous" });
      const { repo, repoId, category, categoryId, term, lang } = button.dataset;
      Object.assign(script.dataset, {
        repo, repoId, category, categoryId, term, lang,
        mapping: "specific", strict: "1", reactionsEnabled: "1", emitMetadata: "0", inputPosition: "top", theme: giscusTheme(),
      });
      button.replaceWith(make("div", { className: "giscus" }), script);
    });
  }

  // ---- Dates of this week in the reader's words ---------------------------------------------------------------------

  const dates = all("time[data-relative]");
  if (dates.length && Intl.RelativeTimeFormat) {
    const words = new Intl.RelativeTimeFormat(root.lang || "en", { numeric: "auto" });
    const midnight = (moment) => new Date(moment).setHours(0, 0, 0, 0);
    for (const element of dates) {
      const moment = new Date(element.dateTime);
      const days = Math.round((midnight(moment) - midnight(Date.now())) / 864e5);
      if (days > 0 || days < -6) continue;
      element.title = element.textContent;
      const hours = Math.round((moment - Date.now()) / 36e5);
      element.textContent = days === 0 && hours < 0 ? words.format(hours, "hour") : words.format(days, "day");
    }
  }

  // ---- Search ------------------------------------------------------------------------------------------------------

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const indexes = new Map();

  async function builtin(base) {
    const answer = await fetch(`${base}search-index.json`);
    if (!answer.ok) throw new Error(String(answer.status));
    const { sections, articles } = await answer.json();
    const entries = articles.map(([address, title, summary, section, date, terms]) => ({
      href: base + address,
      title, summary, date,
      section: sections[section] || "",
      fields: [fold(title), fold(sections[section] || ""), fold(summary), fold(terms)],
    }));
    return (query) => {
      const words = fold(query).split(/[^\p{L}\p{N}+#]+/u).filter(Boolean);
      const found = [];
      for (const entry of words.length ? entries : []) {
        let score = 0;
        const complete = words.every((word) => {
          const best = Math.max(...entry.fields.map((text, place) => rank(text, word) * [8, 4, 2, 1][place]));
          score += best;
          return best > 0;
        });
        if (complete) found.push([score, entry]);
      }
      found.sort((a, b) => b[0] - a[0] || (b[1].date > a[1].date ? 1 : -1));
      return found.map(([, entry]) => entry);
    };
  }

  // 3 for a whole word, 2 for the beginning of one, 1 inside a word of a script without spaces or a longer fragment.
  function rank(text, word) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    const pattern = new RegExp(`(^|[^\\p{L}\\p{N}])${word.replace(/[+]/g, "\\$&")}($|[^\\p{L}\\p{N}])?`, "u");
    const match = pattern.exec(text);
    if (!match) return word.length > 3 || /[^\x00-\u024f]/.test(word) ? 1 : 0;
    return match[2] === undefined ? 2 : 3;
  }

  async function pagefind(base) {
    const library = await import(`${base}pagefind/pagefind.js`);
    await library.init();
    return async (query) => {
      const { results } = await library.search(query);
      const pages = await Promise.all(results.slice(0, 30).map((result) => result.data()));
      return pages.map((page) => ({
        href: page.url,
        title: page.meta.title,
        summary: page.excerpt.replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&"),
        date: page.meta.date || "",
      }));
    };
  }

  function result(entry, words) {
    const title = make("span", { className: "card-title" }, ...marked(entry.title, words));
    const summary = make("span", { className: "card-summary" }, ...marked(entry.summary || "", words));
    const facts = [entry.section, entry.date && day(entry.date)].filter(Boolean);
    const meta = make("span", { className: "meta" }, ...facts.map((fact) => make("span", { textContent: fact })));
    const parts = [title, " ", summary, " ", meta];
    return make("li", {}, make("a", { href: entry.href }, ...parts));
  }

  const day = (text) => {
    const moment = new Date(text.length === 10 ? `${text}T12:00:00` : text);
    return isNaN(moment) ? text : moment.toLocaleDateString(root.lang || "en", { dateStyle: "medium" });
  };

  function marked(text, words) {
    if (!words.length || fold(text).length !== text.length) return [text];
    const found = new RegExp(words.map((word) => word.replace(/[+]/g, "\\$&")).join("|"), "g");
    const parts = [];
    let from = 0;
    for (const match of fold(text).matchAll(found)) {
      parts.push(text.slice(from, match.index), make("mark", { textContent: text.slice(match.index, match.index + match[0].length) }));
      from = match.index + match[0].length;
    }
    return [...parts, text.slice(from)];
  }

  for (const box of all("[data-search]")) {
    const input = box.querySelector("input");
    const list = box.querySelector(".search-results");
    const status = box.querySelector(".search-status");
    const { base, provider } = box.dataset;
    let turn = 0;

    async function search() {
      const query = input.value.trim();
      const mine = ++turn;
      try {
        if (!indexes.has(base)) indexes.set(base, provider === "pagefind" ? pagefind(base) : builtin(base));
        const find = await indexes.get(base);
        const found = query ? await find(query) : [];
        if (mine !== turn) return;
        const words = fold(query).split(/[^\p{L}\p{N}+#]+/u).filter(Boolean);
        list.replaceChildren(...found.slice(0, 30).map((entry) => result(entry, words)));
        status.textContent = !query ? "" : !found.length ? says.searchNone.replace("{query}", query)
          : found.length === 1 ? says.searchOne : says.searchMany.replace("{count}", found.length);
        for (const rest of all("[data-search-rest]")) rest.hidden = Boolean(query);
      } catch {
        indexes.delete(base);
        status.textContent = says.searchFailed;
      }
    }

    input.addEventListener("input", search);
    input.addEventListener("focus", search, { once: true });
    box.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      const first = list.querySelector("a");
      if (first && document.activeElement === input && box.closest("dialog")) first.click();
      else search();
    });
    box.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const stops = [input, ...all("a", list)];
      const here = stops.indexOf(document.activeElement);
      const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
      if (here < 0 || !next) return;
      event.preventDefault();
      next.focus();
    });
    if (!box.closest("dialog")) {
      const asked = new URLSearchParams(location.search).get("q");
      if (asked) {
        input.value = asked;
        search();
      }
    }
  }

  const dialog = document.querySelector("[data-search-dialog]");
  function openSearch() {
    const input = (dialog || document).querySelector("[data-search] input");
    if (dialog && !dialog.open) dialog.showModal();
    input?.focus();
    input?.select();
  }
  for (const link of all("[data-search-open]")) {
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      openSearch();
    });
  }
  dialog?.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      closeBubble(true);
      if (dialog?.open) {
        event.preventDefault();
        dialog.close();
      }
      return;
    }
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const asked = (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey)
      || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey);
    if (!asked || !document.querySelector("[data-search]")) return;
    event.preventDefault();
    openSearch();
  });
}
