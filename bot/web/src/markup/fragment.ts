/*
 * Puts formatted text from the server into the page without trusting it:
 * it is parsed in an inert document and rebuilt from a short list of elements.
 * The server has sanitised it already; this is the second lock.
 */

const ELEMENTS = new Set([
  "A", "B", "BLOCKQUOTE", "BR", "CODE", "DEL", "EM", "H1", "H2", "H3", "H4", "HR", "I", "LI", "OL",
  "P", "PRE", "S", "STRONG", "TABLE", "TBODY", "TD", "TH", "THEAD", "TR", "UL",
]);
const DROPPED_WITH_CONTENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "SVG", "MATH"]);
const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/** The nodes of `html` that may be shown, made anew in this document. */
export function safeFragment(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const fragment = document.createDocumentFragment();
  copyChildren(parsed.body, fragment);
  return fragment;
}

/** The address when it may be linked to, else null. */
export function safeAddress(address: string | null | undefined): string | null {
  if (!address) return null;
  try {
    const url = new URL(address, document.baseURI);
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function copyChildren(from: Node, to: Node): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(node.textContent ?? ""));
    else if (node instanceof Element) copyElement(node, to);
  }
}

function copyElement(element: Element, to: Node): void {
  const name = element.tagName.toUpperCase();
  if (DROPPED_WITH_CONTENT.has(name)) return;
  if (!ELEMENTS.has(name)) {
    copyChildren(element, to);
    return;
  }
  const copy = document.createElement(name.toLowerCase());
  const address = name === "A" ? safeAddress(element.getAttribute("href")) : null;
  if (address) {
    copy.setAttribute("href", address);
    copy.setAttribute("target", "_blank");
    copy.setAttribute("rel", "noopener noreferrer");
  }
  copyChildren(element, copy);
  to.appendChild(copy);
}
