// Keeps a page of the preview up to date. Works under `script-src 'self'; style-src 'self'; connect-src 'self'`:
// no inline code, no inline style.

import { renewFiles, swapStyles } from "./files.js";
import { patch } from "./patch.js";
import { keep, restore } from "./place.js";
import { say, showFindings, showStatus } from "./said.js";

let version = document.querySelector(`script[src="${new URL(import.meta.url).pathname}"]`).dataset.version;
let source = null;
let retry = 0;
let lostSince = 0;

const reload = () => {
  disconnect();
  keep();
  location.reload();
};

const go = (address) => {
  keep(new URL(address, location.href).pathname);
  location.replace(address + location.hash);
};

const acts = {
  page: ({ old, now, version: next }) => {
    if (!old || !patch(old, now)) return reload();
    version = next;
    return showStatus();
  },
  styles: ({ swaps, version: next }) => {
    version = next;
    if (!swapStyles(swaps)) reload();
  },
  files: ({ files }) => {
    if (!renewFiles(files)) reload();
  },
  go: ({ to }) => go(to),
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
  const url = new URL("events", import.meta.url);
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

const isWatchedByParent = () => {
  try {
    return window !== window.parent && Boolean(window.parent.document.querySelector("script[data-version]"));
  } catch {
    // A frame of another origin, such as an editor's own browser: this page is on its own.
    return false;
  }
};

restore();
showStatus();
if (!isWatchedByParent()) {
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && !source) connect();
  });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) connect(); });
  addEventListener("pagehide", disconnect);
  connect();
}
