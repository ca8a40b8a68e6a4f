// What is said over the page: mistakes, warnings, and how the preview fares.

let over = null;

const make = (name, properties = {}, ...children) => {
  const element = document.createElement(name);
  Object.assign(element, properties);
  element.append(...children);
  return element;
};

// Return a place of our own in the page, which the page's styles do not reach, nor ours the page.
const stage = (put) => {
  const host = document.createElement("sitegen-live");
  host.hidden = true;
  const shadow = host.attachShadow({ mode: "open" });
  const style = make("link", { rel: "stylesheet", href: new URL("live.css", import.meta.url).href });
  style.addEventListener("load", () => { host.hidden = false; });
  shadow.append(style);
  put(host);
  return shadow;
};

const put = (className, element) => {
  over?.querySelector(`.${className}`)?.remove();
  if (!element) return;
  element.classList.add(className);
  over ??= stage((host) => document.documentElement.append(host));
  over.append(element);
};

const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

const finding = ({ place, text, href }) => {
  const end = text.indexOf("\n") + 1 || text.length;
  const start = place && text.startsWith(place) ? place.length : 0;
  const link = start && href ? make("a", { href, textContent: place }) : text.slice(0, start);
  // The headline may be long and wraps; the excerpt stands as it is, with its caret below the right letter.
  return make("pre", {}, make("span", {}, link, text.slice(start, end)), text.slice(end));
};

const showErrors = (errors, more) => {
  if (!errors.length) return put("overlay", null);
  const close = make("button", { type: "button", textContent: "Close", title: "Esc" });
  const panel = make("section", {},
    make("header", {}, make("h1", { textContent: count(errors.length + more, "error") }), close),
    make("p", { textContent: "Below is the last good page. This goes away as soon as the site can be built." }),
    ...errors.map(finding));
  if (more) panel.append(make("p", { textContent: `… and ${more} more in the terminal` }));
  panel.setAttribute("role", "alert");
  close.addEventListener("click", () => put("overlay", null));
  return put("overlay", make("div", {}, panel));
};

const showWarnings = (warnings, more) => {
  if (!warnings.length) return put("corner", null);
  const open = over?.querySelector(".corner")?.open ?? false;
  return put("corner", make("details", { open },
    make("summary", { textContent: count(warnings.length + more, "warning") }),
    make("div", {}, ...warnings.map(finding))));
};

export const showFindings = ({ errors, warnings, more_errors: moreErrors, more_warnings: moreWarnings }) => {
  say("");
  showErrors(errors, moreErrors);
  showWarnings(warnings, moreWarnings);
};

export const say = (words) => put("pill", words ? make("p", { textContent: words, role: "status" }) : null);

const meta = (name) => document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.content ?? "";

// A draft or a scheduled article has a banner, unless its theme shows one.
export const showStatus = () => {
  const status = meta("sitegen:status");
  if (!status || status === "published" || document.querySelector(".preview-banner")) return;
  const date = new Date(meta("article:published_time"));
  const when = Number.isNaN(date.valueOf()) ? "" : ` It will be published on ${date.toLocaleString(undefined, {
    dateStyle: "long", timeStyle: "short" })}, your time.`;
  const words = status === "scheduled" ? `Scheduled: readers do not see this page yet.${when}`
    : "Draft: readers do not see this page.";
  stage((host) => document.body.prepend(host)).append(make("p", { className: `banner ${status}`, textContent: words }));
};

addEventListener("keydown", ({ key }) => {
  if (key === "Escape") put("overlay", null);
});
