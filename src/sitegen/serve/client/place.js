// What the reader did survives a reload: the place, open entries, the focus, and what was set on the root element.

const KEPT = "sitegen:kept";
const ANCHORS = ":is(h1, h2, h3, h4, h5, h6, p, li, dt, figure, section, article, details)[id]";

const root = document.documentElement;
const served = new Map([...root.attributes].map(({ name, value }) => [name, value]));

const top = (element) => element.getBoundingClientRect().top;
const disclosures = () => [...document.querySelectorAll("details")];

// The place is counted from what stands above it, so that a change further up does not move the text being read.
const anchor = () => {
  if (scrollY <= 1) return null;
  const above = [...document.querySelectorAll(ANCHORS)]
    .filter((element) => element.getClientRects().length && top(element) <= 1)
    .reduce((nearest, element) => (nearest && top(nearest) >= top(element) ? nearest : element), null);
  return above && { id: above.id, top: top(above) };
};

export const keep = (path = location.pathname) => {
  sessionStorage.setItem(KEPT, JSON.stringify({
    path,
    x: scrollX,
    y: scrollY,
    anchor: anchor(),
    focus: document.activeElement?.id ?? "",
    open: disclosures().map(({ id, open }) => ({ id, open })),
    attributes: [...root.attributes]
      .filter(({ name, value }) => served.get(name) !== value)
      .map(({ name, value }) => [name, value]),
  }));
  history.scrollRestoration = "manual";
};

const scrollTo = (kept) => {
  const element = kept.anchor && document.getElementById(kept.anchor.id);
  const y = element ? top(element) + scrollY - kept.anchor.top : kept.y;
  window.scrollTo({ left: kept.x, top: y, behavior: "instant" });
};

// Pictures and fonts that come late move the text: for a while, or until the reader scrolls, the place is kept.
const stay = (kept) => {
  const observer = new ResizeObserver(() => scrollTo(kept));
  const settle = () => observer.disconnect();
  observer.observe(document.body);
  setTimeout(settle, 3000);
  for (const event of ["wheel", "touchstart", "keydown", "pointerdown"]) {
    addEventListener(event, settle, { once: true, passive: true });
  }
  scrollTo(kept);
};

export const restore = () => {
  const text = sessionStorage.getItem(KEPT);
  if (!text) return;
  sessionStorage.removeItem(KEPT);
  const kept = JSON.parse(text);
  if (kept.path !== location.pathname) return;
  for (const [name, value] of kept.attributes) root.setAttribute(name, value);
  const entries = disclosures();
  const sameNumber = entries.length === kept.open.length;
  entries.forEach((entry, number) => {
    const was = kept.open.find(({ id }) => id && id === entry.id) ?? (sameNumber && kept.open[number]);
    if (was) entry.open = was.open;
  });
  if (kept.focus) document.getElementById(kept.focus)?.focus({ preventScroll: true });
  stay(kept);
  addEventListener("load", () => { history.scrollRestoration = "auto"; }, { once: true });
};
