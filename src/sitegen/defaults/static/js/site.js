// What a page can do beyond being read. Each part looks for its own elements and does nothing where there are none.
"use strict";
{
  const root = document.documentElement;
  const says = document.currentScript.dataset;
  const language = root.lang || "en";
  const wide = matchMedia("(min-width: 68.75rem)");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (selector, from = document) => from.querySelector(selector);
  const make = (name, values = {}, ...children) => {
    const element = Object.assign(document.createElement(name), values);
    element.append(...children);
    return element;
  };
  const named = (hash) => {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null; // no proper encoding, so nothing's name
    }
  };

  // ---- Colours: automatic, light, dark -----------------------------------------------------------------------------

  const giscusTheme = () => root.dataset.theme || "preferred_color_scheme";

  function colours() {
    const button = one("[data-theme-switch]");
    if (!button) return;
    const labels = { auto: says.themeAuto, light: says.themeLight, dark: says.themeDark };
    const names = Object.keys(labels);
    const chosen = () => root.dataset.theme || "auto";

    function show() {
      const label = `${says.themeToggle}: ${labels[chosen()]}`;
      one(".label", button).textContent = label;
      button.title = label;
    }

    button.addEventListener("click", () => {
      const next = names[(names.indexOf(chosen()) + 1) % names.length];
      if (next === "auto") delete root.dataset.theme;
      else root.dataset.theme = next;
      try {
        if (next === "auto") localStorage.removeItem("sitegen-theme");
        else localStorage.setItem("sitegen-theme", next);
      } catch {
        // It holds for this page only.
      }
      show();
      const frame = one("iframe.giscus-frame");
      frame?.contentWindow.postMessage({ giscus: { setConfig: { theme: giscusTheme() } } }, "https://giscus.app");
    });
    show();
  }

  // ---- Copying and sharing -----------------------------------------------------------------------------------------

  let speaker;
  function announce(text) {
    if (!speaker) {
      speaker = make("p", { className: "visually-hidden" });
      speaker.setAttribute("role", "status");
      one("main").append(speaker);
    }
    speaker.textContent = "";
    setTimeout(() => (speaker.textContent = text), 50);
  }

  async function copy(text, button) {
    const label = one("span", button) || button;
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
    button.dataset.label ??= label.textContent;
    label.textContent = says.copied;
    announce(says.copied);
    clearTimeout(button.timer);
    button.timer = setTimeout(() => (label.textContent = button.dataset.label), 2000);
  }

  function sharing() {
    for (const button of all("[data-copy-text]")) {
      button.addEventListener("click", () => copy(button.dataset.copyText, button));
    }
    for (const button of all("[data-copy-from]")) {
      button.addEventListener("click", () => copy(named(`#${button.dataset.copyFrom}`).textContent, button));
    }
    for (const block of all(".prose figure.code")) {
      const button = make("button", { type: "button", className: "code-copy", textContent: says.copy });
      button.setAttribute("aria-label", says.copyCode);
      button.addEventListener("click", () => copy(one("pre", block).textContent.replace(/\n$/, ""), button));
      block.append(button);
    }
    if (!navigator.share) return;
    for (const button of all("[data-share]")) {
      button.hidden = false;
      button.addEventListener("click", () =>
        navigator.share({ title: button.dataset.title, url: button.dataset.url }).catch(() => {}),
      );
    }
  }

  // ---- Questions and answers ---------------------------------------------------------------------------------------

  function openTarget() {
    const target = named(location.hash);
    const box = target?.closest("details");
    for (let outer = box; outer; outer = outer.parentElement.closest("details")) outer.open = true;
    if (box) target.scrollIntoView();
  }

  function questions() {
    addEventListener("hashchange", openTarget);
    openTarget();

    for (const section of all("[data-faq]")) {
      const entries = all("details", section);
      if (entries.length < 2) continue;
      const button = make("button", { type: "button", className: "button quiet" });
      const allOpen = () => entries.every((entry) => entry.open);
      const show = () => {
        button.textContent = allOpen() ? says.collapseAll : says.expandAll;
        button.setAttribute("aria-expanded", String(allOpen()));
      };
      button.addEventListener("click", () => {
        const open = !allOpen();
        for (const entry of entries) entry.open = open;
      });
      for (const entry of entries) entry.addEventListener("toggle", show);
      (one(".faq-head", section) || section).append(button);
      show();
    }

    // On paper everything stands open.
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = all(".prose details:not([open])");
      for (const entry of opened) entry.open = true;
    });
    addEventListener("afterprint", () => {
      for (const entry of opened) entry.open = false;
    });
  }

  // ---- Headings and contents ---------------------------------------------------------------------------------------

  function headings() {
    for (const heading of all(".article .prose > :is(h2, h3, h4)[id]")) {
      const link = make("a", { className: "anchor", href: `#${encodeURIComponent(heading.id)}` });
      link.setAttribute("aria-label", `${says.anchor}: ${heading.textContent}`);
      heading.append(link);
    }
  }

  function contents() {
    const rail = one("[data-toc]");
    if (!rail) return;
    const links = new Map(all("a", rail).map((link) => [named(link.hash), link]));
    links.delete(null);
    let current;
    const watcher = new IntersectionObserver(
      () => {
        const passed = [...links.keys()].filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.3);
        const link = links.get(passed.at(-1));
        if (link === current) return;
        current?.removeAttribute("aria-current");
        link?.setAttribute("aria-current", "true");
        // The current one stays in sight; at the head of the article the contents begin at their own.
        const low = link ? link.offsetTop + 2 * link.offsetHeight - rail.clientHeight : 0;
        rail.scrollTop = Math.min(link?.offsetTop ?? 0, Math.max(rail.scrollTop, low));
        current = link;
      },
      { rootMargin: "0px 0px -70% 0px", threshold: [0, 1] },
    );
    const watch = () => {
      watcher.disconnect();
      if (wide.matches) for (const heading of links.keys()) watcher.observe(heading);
    };
    wide.addEventListener("change", watch);
    watch();
  }

  // ---- Footnotes: beside the text where there is room, else in a box where the reader is ----------------------------

  function footnotes() {
    const prose = one(".article .prose");
    const main = prose?.closest(".article-main");
    const references = prose ? all('.footnote-ref a[href^="#fn"]', prose) : [];
    if (!references.length) return;
    const notes = new Map();
    let bubble;

    function textOf(reference) {
      const note = named(reference.hash);
      const parts = [...(note?.childNodes || [])].map((node) => node.cloneNode(true));
      for (const part of parts) {
        if (part.nodeType !== Node.ELEMENT_NODE) continue;
        for (const back of all('a[href^="#fnref"]', part)) back.remove();
        for (const element of [part, ...all("[id]", part)]) element.removeAttribute("id");
      }
      return parts.filter((part) => part.textContent.trim() || part.childElementCount);
    }

    function lay() {
      main.classList.toggle("has-sidenotes", wide.matches);
      if (!wide.matches) return;
      if (!notes.size) write();
      const top = main.getBoundingClientRect().top;
      const walls = all(".wide, .full", prose).map((wall) => {
        const box = wall.getBoundingClientRect();
        return [box.top - top, box.bottom - top];
      });
      const end = (one(".footnotes", prose)?.getBoundingClientRect().top ?? Infinity) - top;
      let free = 0;
      for (const [reference, note] of notes) {
        const wanted = reference.getBoundingClientRect().top - top - 4;
        let place = Math.max(wanted, free);
        note.hidden = false;
        const tall = note.offsetHeight;
        for (const [high, low] of walls) if (place < low && place + tall > high) place = low + 12;
        // A note that would stand far from its place is better read below the text.
        note.hidden = place - wanted > 480 || place > end;
        if (note.hidden) continue;
        note.style.top = `${place}px`;
        free = place + tall + 14;
      }
    }

    function write() {
      const seen = new Set();
      for (const reference of references) {
        const parts = textOf(reference);
        if (seen.has(reference.hash) || !parts.length || reference.closest(".table, .callout, details")) continue;
        seen.add(reference.hash);
        // It repeats what stands below the text: those who listen get it once.
        const note = make("div", { className: "sidenote" }, ...parts);
        note.setAttribute("aria-hidden", "true");
        const number = make("span", { className: "number", textContent: reference.textContent.replace(/[[\]]/g, "") });
        (one("p", note) || note).prepend(number);
        for (const stop of all("a, pre, [tabindex]", note)) stop.tabIndex = -1;
        main.append(note);
        notes.set(reference, note);
      }
    }

    function close(refocus) {
      if (!bubble) return;
      bubble.reference.removeAttribute("aria-expanded");
      if (refocus) bubble.reference.focus();
      bubble.remove();
      bubble = null;
    }

    for (const reference of references) {
      reference.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        if (wide.matches && notes.get(reference)?.hidden === false) return;
        const again = bubble?.reference === reference;
        close(false);
        const parts = again ? [] : textOf(reference);
        if (again || parts.length) event.preventDefault();
        if (!parts.length) return;
        bubble = make("div", { className: "note-popover", tabIndex: -1 }, ...parts);
        bubble.reference = reference;
        bubble.setAttribute("role", "group");
        bubble.setAttribute("aria-label", `${says.footnotes} ${reference.textContent}`);
        bubble.style.top = `${reference.getBoundingClientRect().bottom - main.getBoundingClientRect().top + 8}px`;
        reference.setAttribute("aria-expanded", "true");
        main.append(bubble);
        bubble.focus({ preventScroll: true });
      });
    }
    document.addEventListener("click", (event) => {
      if (bubble && !bubble.contains(event.target) && !bubble.reference.contains(event.target)) close(false);
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && close(true));

    new ResizeObserver(lay).observe(prose);
    wide.addEventListener("change", lay);
  }

  // ---- Comments, when asked for ------------------------------------------------------------------------------------

  function comments() {
    const button = one("[data-giscus]");
    button?.addEventListener("click", () => {
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

  function dates() {
    const midnight = (moment) => new Date(moment).setHours(0, 0, 0, 0);
    for (const element of all("time[data-relative]")) {
      const days = Math.round((midnight(Date.now()) - midnight(element.dateTime)) / 864e5);
      if (!(days >= 0 && days < 7)) continue;
      element.title = element.textContent;
      element.textContent = says.days.split("|")[days];
    }
  }

  // ---- Search ------------------------------------------------------------------------------------------------------

  // What looks and finds is a script of its own, which comes when somebody looks for something. Until then, and where it
  // does not come, the form leads to the page that searches.
  function searching() {
    const dialog = one("[data-search-dialog]");
    const boxes = all("[data-search]");
    let finder;

    function find() {
      finder ??= import(boxes[0].dataset.script).then(({ searchBox }) => boxes.forEach((box) => searchBox(box, says)));
      finder.catch(() => (finder = undefined));
    }

    function open() {
      const input = one("[data-search] input", dialog || document);
      find();
      if (dialog && !dialog.open) dialog.showModal();
      input.focus();
      input.select();
    }

    if (new URLSearchParams(location.search).has("q") && !dialog) find();
    for (const box of boxes) box.addEventListener("focusin", find, { once: true });
    for (const link of all("[data-search-open]")) {
      link.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || !boxes.length) return;
        event.preventDefault();
        open();
      });
    }
    dialog?.addEventListener("click", (event) => event.target === dialog && dialog.close());
    document.addEventListener("keydown", (event) => {
      // A search field takes the first Escape for itself otherwise.
      if (event.key === "Escape" && dialog?.open) dialog.close();
      const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
      const slash = event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
      const letter = event.key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if ((!slash && !letter) || !boxes.length) return;
      event.preventDefault();
      open();
    });
  }

  // ---- The rest of the page, which the style sheet left out of the first drawing ------------------------------------

  // Whoever measures a page begins when it has loaded, and must not see it grow.
  addEventListener("load", drawn);

  function rest() {
    requestAnimationFrame(() => setTimeout(drawn));
  }

  function drawn() {
    root.classList.add("drawn");
  }

  // One short task each, so that a slow phone answers to touch in between.
  for (const part of [colours, questions, sharing, headings, contents, footnotes, comments, dates, searching, rest]) setTimeout(part);
}
