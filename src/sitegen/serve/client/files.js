// Style sheets, pictures and frames are exchanged without a reload.

const pathOf = (address) => new URL(address, location.href).pathname;
const inUse = () => performance.getEntriesByType("resource").filter(({ initiatorType }) => initiatorType !== "fetch");
const styleLinks = () => [...document.querySelectorAll("link[rel~=stylesheet][href]")];

const fresh = (address) => {
  const url = new URL(address, location.href);
  url.searchParams.set("sitegen", Date.now().toString(36));
  return url.href;
};

// Sheets that have given way to others: the browser counts them among what the page has loaded for ever.
const gone = new Set();

const swapStyle = (link, address) => {
  const next = link.cloneNode();
  next.href = address;
  // The old sheet stays until the new one is there, so that the page is never bare.
  for (const event of ["load", "error"]) next.addEventListener(event, () => link.remove(), { once: true });
  link.after(next);
};

// Exchange addresses of style sheets. False where one is in use in a way that only a reload can change.
export const swapStyles = (swaps) => {
  for (const [from, to] of swaps) {
    const links = styleLinks().filter((link) => pathOf(link.href) === pathOf(from));
    if (!links.length && inUse().some(({ name }) => pathOf(name) === pathOf(from))) return false;
    for (const link of links) swapStyle(link, to);
    gone.add(pathOf(from));
    gone.delete(pathOf(to));
  }
  return true;
};

// Load changed files again wherever the page shows them. False where one is in use in a way that only a reload can change:
// a script, a font, a sheet that another imports.
export const renewFiles = (files) => {
  const changed = new Set(files.map(pathOf));
  const has = (address) => Boolean(address) && changed.has(pathOf(address));
  const renewed = new Set();
  const renew = (address) => {
    if (!has(address)) return address;
    renewed.add(pathOf(address));
    return fresh(address);
  };
  for (const link of styleLinks().filter(({ href }) => has(href))) swapStyle(link, renew(link.href));
  for (const element of document.querySelectorAll("img, iframe, audio, video, source, embed")) {
    const candidates = (element.srcset ?? "").split(",").map((candidate) => candidate.trim().split(/\s+/));
    if (candidates.some(([address]) => has(address))) {
      element.srcset = candidates.map(([address, size = ""]) => `${renew(address)} ${size}`.trim()).join(", ");
    }
    if (has(element.src)) element.src = renew(element.src);
  }
  return !inUse().some(({ name }) => has(name) && !renewed.has(pathOf(name)) && !gone.has(pathOf(name)));
};
