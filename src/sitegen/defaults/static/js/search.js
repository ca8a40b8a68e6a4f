// What finds articles: the packaged index, or Pagefind where the site has it. `site.js` asks for it when it is needed.
const language = document.documentElement.lang || "en";
const all = (selector, from) => [...from.querySelectorAll(selector)];
const one = (selector, from) => from.querySelector(selector);
const make = (name, values, ...children) => {
  const element = Object.assign(document.createElement(name), values);
  element.append(...children);
  return element;
};

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const split = (query) => fold(query).split(/[^\p{L}\p{N}+#]+/u).filter(Boolean);
const escaped = (word) => word.replace(/\+/g, "\\+");

async function builtin(base) {
  const answer = await fetch(`${base}search-index.json`);
  if (!answer.ok) throw new Error(String(answer.status));
  const { sections, articles } = await answer.json();
  const entries = articles.map(([address, title, summary, place, date, terms]) => {
    const section = sections[place] || "";
    const fields = [title, section, summary, terms].map(fold);
    return { href: base + address, title, summary, section, date, fields };
  });
  return (query) => {
    const words = split(query);
    const found = [];
    for (const entry of words.length ? entries : []) {
      const scores = words.map((word) => Math.max(...entry.fields.map((text, place) => rank(text, word) * [8, 4, 2, 1][place])));
      if (scores.every(Boolean)) found.push([scores.reduce((sum, score) => sum + score), entry]);
    }
    // The index stands newest first, and sorting keeps the order of equals.
    return found.sort((a, b) => b[0] - a[0]).map(([, entry]) => entry);
  };
}

// 3 for a whole word, 2 for the beginning of one, 1 inside a long one or in a script without spaces.
function rank(text, word) {
  if (!text.includes(word)) return 0;
  const match = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])${escaped(word)}(?<start>)`, "u").exec(text);
  if (match) return match.groups.start === undefined ? 3 : 2;
  return word.length > 3 || /[^\x00-\u024f]/.test(word) ? 1 : 0;
}

async function pagefind(base) {
  const library = await import(`${base}pagefind/pagefind.js`);
  await library.init();
  return async (query) => {
    const { results } = await library.search(query);
    const pages = await Promise.all(results.slice(0, 30).map((result) => result.data()));
    const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;
    return pages.map(({ url, meta, excerpt }) => ({ href: url, title: meta.title, summary: plain(excerpt), section: meta.section, date: meta.date }));
  };
}

function day(text) {
  const moment = new Date(`${text.slice(0, 10)}T12:00`);
  return isNaN(moment) ? text : moment.toLocaleDateString(language, { dateStyle: "medium" });
}

function marked(text, words) {
  const folded = fold(text);
  if (!words.length || folded.length !== text.length) return [text];
  const parts = [];
  let from = 0;
  for (const match of folded.matchAll(new RegExp(words.map(escaped).join("|"), "g"))) {
    const end = match.index + match[0].length;
    parts.push(text.slice(from, match.index), make("mark", { textContent: text.slice(match.index, end) }));
    from = end;
  }
  return [...parts, text.slice(from)];
}

function result({ href, title, summary, section, date }, words) {
  const facts = [section, date && day(date)].filter(Boolean).map((fact) => make("span", { textContent: fact }));
  const link = make("a", { href });
  link.append(
    make("span", { className: "card-title" }, ...marked(title, words)), " ",
    make("span", { className: "card-summary" }, ...marked(summary || "", words)), " ",
    make("span", { className: "meta" }, ...facts),
  );
  return make("li", {}, link);
}

let index;

// `says` holds the words of the interface.
export function searchBox(box, says) {
  const input = one("input", box);
  const list = one(".search-results", box);
  const status = one(".search-status", box);
  const { base, provider } = box.dataset;
  let turn = 0;

  async function search() {
    const query = input.value.trim();
    const mine = ++turn;
    try {
      index ??= provider === "pagefind" ? pagefind(base) : builtin(base);
      const find = await index;
      const found = query ? await find(query) : [];
      if (mine !== turn) return;
      const words = split(query);
      list.replaceChildren(...found.slice(0, 30).map((entry) => result(entry, words)));
      const several = found.length ? says.searchMany : says.searchNone;
      const said = found.length === 1 ? says.searchOne : several.replace("{count}", found.length).replace("{query}", query);
      status.textContent = query ? said : "";
      for (const rest of all("[data-search-rest]", document)) rest.hidden = Boolean(query);
    } catch {
      index = undefined;
      status.textContent = says.searchFailed;
    }
  }

  input.addEventListener("input", search);
  input.addEventListener("focus", search, { once: true });
  one("form", box).addEventListener("submit", (event) => {
    event.preventDefault();
    const first = one("a", list);
    if (first && box.closest("dialog")) first.click();
    else search();
  });
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...all("a", list)];
    const next = step && stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  const asked = !box.closest("dialog") && new URLSearchParams(location.search).get("q");
  if (asked) input.value = asked;
  if (input.value || input === document.activeElement) search();
}
