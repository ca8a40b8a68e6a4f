// Keeps a page of the preview up to date. Works under `script-src 'self'; style-src 'self'; connect-src 'self'`
// and under `require-trusted-types-for 'script'`: no inline code, no inline style, no HTML from strings.
(() => {
  "use strict";

  const script = document.currentScript;
  const prefix = new URL(".", script.src);
  const root = document.documentElement;
  const KEPT = "sitegen:kept";
  const ANCHORS = ":is(h1, h2, h3, h4, h5, h6, p, li, dt, figure, section, article, details)[id]";
  let version = script.dataset.version;
  let source = null;
  let retry = 0;
  let lostSince = 0;

  // A frame within a page of the preview is kept up to date by that page.
  try {
    if (window !== window.parent && window.parent.document.querySelector("sitegen-live")) return;
  } catch {
    // A frame of another origin, such as an editor's own browser: this page is on its own.
  }

  // ---- What survives a reload: place, open entries, focus, and what the reader set on the root element

  const servedAttributes = new Map([...root.attributes].map(({ name, value }) => [name, value]));

  const disclosures = () => [...document.querySelectorAll("details")];

  const keep = (path = location.pathname) => {
    const top = (element) => element.getBoundingClientRect().top;
    // The place is counted from what stands above it, so that a change further up does not move the text being read.
    const above = scrollY <= 1 ? null : [...document.querySelectorAll(ANCHORS)]
      .filter((element) => element.getClientRects().length && top(element) <= 1)
      .reduce((nearest, element) => (nearest && top(nearest) >= top(element) ? nearest : element), null);
    sessionStorage.setItem(KEPT, JSON.stringify({
      path,
      x: scrollX,
      y: scrollY,
      anchor: above && { id: above.id, top: top(above) },
      focus: document.activeElement?.id ?? "",
      open: disclosures().map(({ id, open }) => ({ id, open })),
      attributes: [...root.attributes]
        .filter(({ name, value }) => servedAttributes.get(name) !== value)
        .map(({ name, value }) => [name, value]),
    }));
  };

  const scrollToKept = ({ x, y, anchor }) => {
    const element = anchor && document.getElementById(anchor.id);
    const top = element ? element.getBoundingClientRect().top + scrollY - anchor.top : y;
    scrollTo({ left: x, top, behavior: "instant" });
  };

  const restore = () => {
    const text = sessionStorage.getItem(KEPT);
    if (!text) return;
    sessionStorage.removeItem(KEPT);
    const kept = JSON.parse(text);
    if (kept.path !== location.pathname) return;
    for (const [name, value] of kept.attributes) root.setAttribute(name, value);
    const entries = disclosures();
    const sameNumber = entries.length === kept.open.length;
    entries.forEach((entry, place) => {
      const was = kept.open.find(({ id }) => id && id === entry.id) ?? (sameNumber && kept.open[place]);
      if (was) entry.open = was.open;
    });
    if (kept.focus) document.getElementById(kept.focus)?.focus({ preventScroll: true });

    // Pictures and fonts that come late move the text: for a while, or until the reader scrolls, the place is kept.
    const observer = new ResizeObserver(() => scrollToKept(kept));
    const settle = () => observer.disconnect();
    observer.observe(document.body);
    setTimeout(settle, 3000);
    for (const event of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      addEventListener(event, settle, { once: true, passive: true });
    }
    scrollToKept(kept);
    addEventListener("load", () => { history.scrollRestoration = "auto"; }, { once: true });
  };

  const reload = () => {
    keep();
    history.scrollRestoration = "manual";
    location.reload();
  };

  const go = (address) => {
    keep(new URL(address, location.href).pathname);
    history.scrollRestoration = "manual";
    location.replace(address + location.hash);
  };

  // ---- What changes without a reload

  const fresh = (address) => {
    const url = new URL(address, location.href);
    url.searchParams.set("sitegen", Date.now().toString(36));
    return url.href;
  };

  const swapStyle = (link, address) => {
    const next = link.cloneNode();
    next.href = address;
    // The old sheet stays until the new one is there, so that the page is never bare.
    next.addEventListener("load", () => link.remove(), { once: true });
    next.addEventListener("error", () => link.remove(), { once: true });
    link.after(next);
  };

  const styleLinks = () => [...document.querySelectorAll("link[rel~=stylesheet][href]")];

  const swapStyles = ({ swaps, version: next }) => {
    version = next;
    for (const [from, to] of swaps) {
      const links = styleLinks().filter((link) => sameFile(link.href, from));
      const isLoaded = performance.getEntriesByType("resource").some(({ name }) => sameFile(name, from));
      if (!links.length && isLoaded) return reload();
      for (const link of links) swapStyle(link, to);
    }
  };

  const pathOf = (address) => new URL(address, location.href).pathname;
  const sameFile = (one, other) => pathOf(one) === pathOf(other);

  const renewFiles = ({ files }) => {
    const changed = new Set(files.map(pathOf));
    const has = (address) => Boolean(address) && changed.has(pathOf(address));
    const renewed = new Set();
    for (const link of styleLinks().filter((each) => has(each.href))) {
      renewed.add(pathOf(link.href));
      swapStyle(link, fresh(link.href));
    }
    for (const element of document.querySelectorAll("img, iframe, audio, video, source, embed")) {
      const candidates = (element.srcset ?? "").split(",").map((candidate) => candidate.trim().split(/\s+/));
      for (const [address] of candidates) if (has(address)) renewed.add(pathOf(address));
      if (candidates.some(([address]) => has(address))) {
        element.srcset = candidates
          .map(([address, size = ""]) => `${has(address) ? fresh(address) : address} ${size}`.trim())
          .join(", ");
      }
      if (has(element.src)) {
        renewed.add(pathOf(element.src));
        element.src = fresh(element.src);
      }
    }
    // A script, a font, a sheet that another imports: what is in use and cannot be exchanged asks for a new start.
    const inUse = performance.getEntriesByType("resource").filter(({ initiatorType }) => initiatorType !== "fetch");
    if (inUse.some(({ name }) => has(name) && !renewed.has(pathOf(name)))) reload();
  };

  // ---- What is said over the page

  const make = (name, properties = {}, ...children) => {
    const element = document.createElement(name);
    Object.assign(element, properties);
    element.append(...children);
    return element;
  };

  const stage = (parent) => {
    const host = document.createElement("sitegen-live");
    host.hidden = true;
    const shadow = host.attachShadow({ mode: "open" });
    const style = make("link", { rel: "stylesheet", href: new URL("live.css", prefix).href });
    style.addEventListener("load", () => { host.hidden = false; });
    shadow.append(style);
    parent(host);
    return shadow;
  };

  let over = null;
  const area = () => (over ??= stage((host) => root.append(host)));

  const put = (className, element) => {
    over?.querySelector(`.${className}`)?.remove();
    if (element) {
      element.classList.add(className);
      area().append(element);
    }
  };

  const finding = ({ place, text, href }) => {
    const linked = place && text.startsWith(place);
    const first = linked && href ? make("a", { href, textContent: place }) : linked ? place : "";
    return make("pre", {}, first, linked ? text.slice(place.length) : text);
  };

  const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

  const showErrors = (errors, unsaid) => {
    if (!errors.length) return put("overlay", null);
    const close = make("button", { type: "button", textContent: "Close", title: "Esc" });
    const panel = make("section", {},
      make("header", {}, make("h1", { textContent: count(errors.length + unsaid, "error") }), close),
      make("p", { textContent: "Below is the last good page. This goes away as soon as the site can be built." }),
      ...errors.map(finding));
    if (unsaid) panel.append(make("p", { textContent: `… and ${unsaid} more in the terminal` }));
    panel.setAttribute("role", "alert");
    close.addEventListener("click", () => put("overlay", null));
    put("overlay", make("div", {}, panel));
  };

  const showWarnings = (warnings, unsaid) => {
    if (!warnings.length) return put("corner", null);
    const wasOpen = over?.querySelector(".corner")?.open ?? false;
    const box = make("details", { open: wasOpen },
      make("summary", { textContent: count(warnings.length + unsaid, "warning") }),
      make("div", {}, ...warnings.map(finding)));
    put("corner", box);
  };

  const say = (words) => put("pill", words ? make("p", { textContent: words, role: "status" }) : null);

  const showFindings = ({ errors, warnings, unsaid }) => {
    say("");
    showErrors(errors, errors.length ? unsaid : 0);
    showWarnings(warnings, errors.length ? 0 : unsaid);
  };

  const meta = (name) => document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.content ?? "";

  const showStatus = () => {
    const status = meta("sitegen:status");
    if (!status || status === "published" || document.querySelector(".preview-banner")) return;
    const date = new Date(meta("article:published_time"));
    const when = Number.isNaN(date.valueOf()) ? "" : ` It will be published on ${date.toLocaleString(undefined, {
      dateStyle: "long", timeStyle: "short" })}, your time.`;
    const words = status === "scheduled" ? `Scheduled: readers do not see this page yet.${when}`
      : "Draft: readers do not see this page.";
    stage((host) => document.body.prepend(host)).append(make("p", { className: `banner ${status}`, textContent: words }));
  };

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") put("overlay", null);
  });

  // ---- The connection

  const acts = {
    reload,
    go: ({ to }) => go(to),
    styles: swapStyles,
    files: renewFiles,
    findings: showFindings,
    busy: () => say("Building …"),
    // Many pages are open: one that nobody sees gives its connection back until it is seen again.
    rest: () => { if (document.hidden) disconnect(); },
  };

  const disconnect = () => {
    source?.close();
    source = null;
    clearTimeout(retry);
  };

  const connect = () => {
    disconnect();
    const url = new URL("events", prefix);
    url.searchParams.set("page", location.pathname);
    url.searchParams.set("version", version);
    source = new EventSource(url);
    source.addEventListener("open", () => {
      lostSince = 0;
      say("");
    });
    source.addEventListener("message", ({ data }) => {
      const message = JSON.parse(data);
      acts[message.kind]?.(message);
    });
    source.addEventListener("error", () => {
      disconnect();
      lostSince ||= Date.now();
      if (Date.now() - lostSince > 3000) say("The preview has ended. This page goes on as soon as it is started again.");
      retry = setTimeout(connect, 400);
    });
  };

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && !source) connect();
  });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) connect(); });
  addEventListener("pagehide", disconnect);

  restore();
  showStatus();
  connect();
})();
