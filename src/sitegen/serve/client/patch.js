// A page that differs from its new state by prose alone is changed in place, so that nothing flickers or starts again.
//
// Three trees are compared: the page as it was built, as it is built now, and as it stands here, where scripts may have
// changed it. Only what stands here as it was built is touched, and only plain text and plain elements are put in: whatever
// a theme's script may want to know of is left to a reload.

const PLAIN = new Set("A B BLOCKQUOTE BR CODE DEL EM I INS KBD LI MARK OL P Q S SMALL STRONG SUB SUP UL".split(" "));
const PLAIN_ATTRIBUTES = new Set(["href", "title", "lang", "rel", "cite"]);

class Refused extends Error {}

const parse = (html) => new DOMParser().parseFromString(html, "text/html");

const isPlain = (node) => node.nodeType === Node.TEXT_NODE || (node.nodeType === Node.ELEMENT_NODE
  && PLAIN.has(node.tagName)
  && [...node.attributes].every(({ name }) => PLAIN_ATTRIBUTES.has(name))
  && [...node.childNodes].every(isPlain));

// The preview's own elements are no part of the page.
const childrenOf = (node) => [...node.childNodes].filter(({ nodeName }) => nodeName !== "SITEGEN-LIVE");

const sameShell = (one, other) => one.nodeType === other.nodeType && one.cloneNode().isEqualNode(other.cloneNode());

// Return what has to be done here to come from `before` to `after`.
const compare = (before, after, here) => {
  if (before.isEqualNode(after)) return [];
  if (before.nodeType === Node.TEXT_NODE && after.nodeType === Node.TEXT_NODE) {
    if (here.nodeType !== Node.TEXT_NODE || here.data !== before.data) throw new Refused();
    return [() => { here.data = after.data; }];
  }
  if (!sameShell(before, after)) throw new Refused();
  return compareChildren([...before.childNodes], [...after.childNodes], here);
};

const compareChildren = (before, after, here) => {
  const children = childrenOf(here);
  if (children.length !== before.length) throw new Refused();
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first].isEqualNode(after[first])) first += 1;
  let last = 0;
  while (last < most - first && before.at(-1 - last).isEqualNode(after.at(-1 - last))) last += 1;
  const old = before.slice(first, before.length - last);
  const now = after.slice(first, after.length - last);
  if (old.length === now.length && old.every((node, place) => isSameKind(node, now[place]))) {
    return old.flatMap((node, place) => compare(node, now[place], children[first + place]));
  }
  const gone = children.slice(first, before.length - last);
  if (!gone.every((node, place) => node.isEqualNode(old[place])) || ![...old, ...now].every(isPlain)) throw new Refused();
  const next = children[before.length - last] ?? null;
  return [() => {
    for (const node of gone) node.remove();
    for (const node of now) here.insertBefore(document.importNode(node, true), next);
  }];
};

const isSameKind = (one, other) => one.nodeType === Node.TEXT_NODE
  ? other.nodeType === Node.TEXT_NODE
  : sameShell(one, other);

// What stands in the head is not seen, but for the title; scripts, styles and policies there ask for a reload.
const compareHeads = (before, after) => {
  const changed = (head, other) => [...head.children].filter((one) => ![...other.children].some((each) => each.isEqualNode(one)));
  const isSilent = (element) => element.tagName === "TITLE"
    || (element.tagName === "META" && !element.httpEquiv)
    || (element.tagName === "LINK" && !element.relList.contains("stylesheet"))
    || (element.tagName === "SCRIPT" && element.type === "application/ld+json");
  const old = changed(before, after);
  const now = changed(after, before);
  if (![...old, ...now].every(isSilent)) throw new Refused();
  return [() => {
    for (const element of old) [...document.head.children].find((each) => each.isEqualNode(element))?.remove();
    for (const element of now) document.head.append(document.importNode(element, true));
  }];
};

// Change this page from one built state to the next. False, and nothing has been touched, where a reload is needed.
export const patch = (old, now) => {
  try {
    const [before, after] = [parse(old), parse(now)];
    if (!sameShell(before.documentElement, after.documentElement)) return false;
    const steps = [...compareHeads(before.head, after.head), ...compare(before.body, after.body, document.body)];
    for (const step of steps) step();
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    // For example a content policy that forbids to parse text as HTML.
    console.info("The preview reloads this page:", error);
    return false;
  }
};
